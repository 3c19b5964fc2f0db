from checks import check, click_to_copy, expect, expect_that, wait_until_said


@check("Copy takes the commands of a transcript, without prompts and output")
def copy_of_a_transcript(reader):
    page = reader.open("steps.html")
    step = page.locator("#step\\:say")
    click_to_copy(step.get_by_role("button", name="Copy").first)
    expect("clipboard", reader.clipboard(), "echo one\necho two")


@check("Copy says that it copied, and to a screen reader too")
def copy_tells(reader):
    page = reader.open("steps.html")
    shown = """() => new MutationObserver((changes, each) => {
      window.shownOnButton = document.querySelector(".button[data-copied]").innerText;
      each.disconnect();
    }).observe(document.body, { subtree: true, attributeFilter: ["data-copied"] })"""
    page.evaluate(shown)
    click_to_copy(page.locator("#step\\:say").get_by_role("button", name="Copy").first)
    wait_until_said(page, "Copied")
    expect_that("the button says Copied", page.evaluate("shownOnButton.startsWith('Copied')"))


@check("Copy works from the keyboard")
def copy_by_keyboard(reader):
    page = reader.open("steps.html")
    page.locator("#step\\:say").get_by_role("button", name="Copy").first.focus()
    page.keyboard.press("Enter")
    wait_until_said(page, "Copied")
    expect("clipboard", reader.clipboard(), "echo one\necho two")


@check("a plain selection of a transcript holds no prompt")
def selection_without_prompts(reader):
    page = reader.open("steps.html")
    text = page.evaluate(
        """() => {
          const pre = document.querySelector("#step\\\\:say pre");
          getSelection().selectAllChildren(pre);
          return getSelection().toString();
        }""")
    expect("selection", text.strip(), "echo one\none\necho two\ntwo")


@check("Copy of a block that is no step takes all of it")
def copy_of_a_block(reader):
    page = reader.open("code.html")
    click_to_copy(page.locator(".code", has=page.locator("code.language-toml")).get_by_role("button"))
    expect_that("the block", reader.clipboard().startswith("# A table\n[package]\n"))
