import json

from checks import check, click_to_copy, expect, expect_that, wait_until_said


def card(page, name):
    return page.locator(f"#step\\:{name}")


@check("a selection over commands and output copies the commands alone, one within output the output")
def selection_of_commands(reader):
    page = reader.open("steps.html")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('#step\\\\:say pre code'))")
    page.keyboard.press("Control+c")
    expect("commands", reader.clipboard(), "echo one\necho two\n")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('#step\\\\:say .out'))")
    page.keyboard.press("Control+c")
    expect("output", reader.clipboard().strip(), "one")


@check("all commands up to a step are copied in order, with edits as here-documents")
def copy_up_to_here(reader):
    page = reader.open("steps.html")
    expect("buttons of the first step", page.locator(".step").first.get_by_text("Copy all up to here").count(), 0)
    click_to_copy(card(page, "say").get_by_role("button", name="Copy all up to here"))
    expect("two steps", reader.clipboard(), "mkdir -p ~/course/data\ncd ~/course\necho one\necho two")
    edit = page.locator(".step:has(.edit)").last
    click_to_copy(edit.get_by_role("button", name="Copy all up to here"))
    text = reader.clipboard()
    expect_that("the functions come first", text.startswith("# Tells what a file holds after an edit"))
    expect_that("a here-document", "\nnotes_edit create app/settings.toml folders <<'LINES'\n"
                'name = "course"\nport = 8080\nLINES\n' in text)
    expect_that("no editor is opened", "nano" not in text.replace("EDITOR=nano", ""))


@check("optional steps go along once they are ticked off, blanks once they are filled in")
def what_goes_along(reader):
    page = reader.open("steps.html")
    last = page.locator(".step[data-run]").last
    button = last.get_by_role("button", name="Copy all up to here")
    click_to_copy(button)
    wait_until_said(page, "left out")
    expect_that("the optional step is left out", "echo optional" not in reader.clipboard())
    page.locator(".step[data-optional] .tick input").check()
    for field in page.locator(".values input").all():
        field.fill("mine")
    click_to_copy(button)
    text = reader.clipboard()
    expect_that("the optional step", "\necho optional\n" in text)
    expect_that("the filled step", "\ngcloud config set project mine\n" in text)


@check("ticks are kept, and the list of pages counts them")
def ticks_are_kept(reader):
    page = reader.open("steps.html")
    count = page.locator(".sidebar a[aria-current] .count")
    total = page.locator("main .step:not(.quiet)").count()
    expect("at first", count.text_content(), f"0/{total}")
    card(page, "say").locator(".tick input").check()
    expect("ticked", count.text_content(), f"1/{total}")
    page.reload()
    expect_that("the tick is there after a reload", card(page, "say").locator(".tick input").is_checked())
    other = reader.open("code.html")
    link = other.locator(".sidebar a[data-steps]", has_text="Steps of every kind")
    expect("on another page", link.locator(".count").text_content(), f"1/{total}")
    for box in page.locator(".tick input").all():
        box.check()
    expect("all", count.text_content(), f"✓ {total}/{total}")


@check("progress is saved to a file and loaded from one")
def progress_files(reader):
    page = reader.open("steps.html")
    card(page, "say").locator(".tick input").check()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save to a file").click()
    with open(download.value.path(), encoding="utf-8") as file:
        saved = json.load(file)
    expect("file", saved, {"progress": {"steps": ["step:say"]}})
    card(page, "say").locator(".tick input").uncheck()

    def load(text):
        with page.expect_file_chooser() as chooser:
            page.locator(".files button").last.click()
        chooser.value.set_files({"name": "p.json", "mimeType": "application/json", "buffer": text.encode()})

    load('{"progress": {"steps": 3}}')
    wait_until_said(page, "no progress")
    load(json.dumps(saved))
    wait_until_said(page, "Progress loaded")
    expect_that("the tick is back", card(page, "say").locator(".tick input").is_checked())


@check("a value is typed once and fills commands on screen, on the clipboard and on the next visit")
def values_fill(reader):
    page = reader.open("steps.html")
    step = page.locator(".step:has(.values)").first
    field = step.locator("input[data-blank=your-project]")
    field.fill("my-project")
    expect_that("on screen", "set project my-project" in step.locator("pre").first.inner_text())
    click_to_copy(step.get_by_role("button", name="Copy", exact=False).first)
    expect_that("on the clipboard", "set project my-project" in reader.clipboard())
    page.reload()
    expect("after a reload", field.input_value(), "my-project")
    field.fill("")
    expect_that("the notes' text is back", "<your-project>" in step.locator("pre").first.inner_text())


@check("without script there are no inputs that do nothing", script=False)
def values_without_script(reader):
    page = reader.open("steps.html")
    expect_that("inputs are not shown", not page.locator(".values").first.is_visible())
    expect_that("the text is the notes'", "<your-project>" in page.locator(".step:has(.values) pre").first.inner_text())


@check("a section of the list of pages stays as the reader left it")
def sections_stay(reader):
    page = reader.open("steps.html")
    section = page.locator(".sidebar details").first
    was = section.evaluate("each => each.open")
    section.locator("summary").first.click()
    page.reload()
    expect("open", section.evaluate("each => each.open"), not was)
