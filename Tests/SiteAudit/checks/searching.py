from checks import check, expect, expect_that


def results(page):
    """The names of the results, once there are some."""
    page.get_by_role("option").first.wait_for()
    return page.get_by_role("option").locator("b").all_inner_texts()


def ask(page, query):
    """Opens search by its key and types."""
    page.keyboard.press("/")
    box = page.get_by_role("combobox", name="Search")
    box.wait_for()
    page.keyboard.type(query)
    return box


def status(page):
    return page.locator("dialog [role=status]")


@check("search finds titles, headings, commands and text, titles first")
def search_ranks(reader):
    page = reader.open("index.html")
    ask(page, "steps of ev")
    expect("first result", results(page)[0], "Steps of every kind")
    expect_that("count told", "result" in status(page).inner_text())


@check("a result leads to the step that holds the command, on the same page and on others")
def search_leads_to_a_step(reader):
    page = reader.open("deep/inner/page.html")
    ask(page, "mkdir -p course/data")
    results(page)
    page.keyboard.press("Enter")
    page.wait_for_url("**/steps.html#step*")
    expect_that("step shown", page.locator(":target").evaluate("each => each.matches('.step')"))
    expect_that("dialog closed", not page.locator("dialog[open]").count())


@check("a message that a recorded step printed leads to the step")
def search_finds_messages(reader):
    page = reader.open("index.html")
    ask(page, "cannot access No such file or directory")
    expect("first result", results(page)[0], "Steps that have been run › 5. Fail")
    page.keyboard.press("Enter")
    page.wait_for_url("**/records.html#step*fail")


@check("arrows choose among results, Escape closes and gives the focus back")
def search_by_keyboard(reader):
    page = reader.open("index.html")
    button = page.get_by_role("button", name="Search")
    button.focus()
    page.keyboard.press("Enter")
    box = page.get_by_role("combobox", name="Search")
    box.fill("step")
    expect_that("several results", len(results(page)) > 1)
    expect("chosen at first", box.get_attribute("aria-activedescendant"), "found:0")
    page.keyboard.press("ArrowDown")
    expect("chosen below", box.get_attribute("aria-activedescendant"), "found:1")
    expect("selected", page.get_by_role("option", selected=True).get_attribute("id"), "found:1")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect_that("round to the last", page.get_by_role("option").last.get_attribute("aria-selected") == "true")
    page.keyboard.press("Escape")
    expect("closed", page.locator("dialog[open]").count(), 0)
    expect_that("focus is back", button.evaluate("each => each === document.activeElement"))


@check("letters with and without accents, other scripts and parts of names are found")
def search_folds(reader):
    page = reader.open("index.html")
    box = ask(page, "ШАГИ")
    expect_that("Cyrillic", any("Шаги" in each for each in results(page)))
    for query, mark in [("空白", "空"), ("ΕΛΛΗΝΙΚΟ", "Ελληνικό"), ("한국", "한국어"), ("--color=nothing-of-this", None)]:
        box.fill(query)
        if mark:
            page.locator("dialog mark", has_text=mark).first.wait_for()
        else:
            page.get_by_text("No results").wait_for()
            expect("options", page.get_by_role("option").count(), 0)


@check("extracts mark what was found and are text, whatever the notes hold")
def search_marks(reader):
    page = reader.open("index.html")
    ask(page, "echo one")
    results(page)
    marks = page.locator("dialog mark").all_inner_texts()
    expect_that("marks", {"echo", "one"} <= {each.lower() for each in marks})
    # Nothing in an option but what search makes.
    names = page.evaluate("[...new Set([...document.querySelectorAll('[role=option] *')].map((each) => each.localName))].sort()")
    expect_that("elements", set(names) <= {"b", "code", "mark", "span"})


@check("typing fast shows the results of what stands there last")
def search_races(reader):
    page = reader.open("index.html")
    box = ask(page, "")
    for query in ["s", "st", "mkdi", "steps of every kind"]:
        box.fill(query)
    page.get_by_role("option").filter(has_text="Steps of every kind").first.wait_for()
    page.wait_for_timeout(200)
    expect("first result", results(page)[0], "Steps of every kind")


@check("the slash is a letter where one types")
def slash_in_a_field(reader):
    page = reader.open("index.html")
    box = ask(page, "a/b")
    expect("typed", box.input_value(), "a/b")


@check("search works on a phone", width=390)
def search_on_a_phone(reader):
    page = reader.open("index.html")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("combobox", name="Search").fill("steps")
    results(page)
    expect_that("no wider than the screen", page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
    page.get_by_role("button", name="Close").click()
    expect("closed", page.locator("dialog[open]").count(), 0)


@check("without script the button leads to the page of all headings", script=False)
def headings_without_script(reader):
    page = reader.open("deep/inner/page.html")
    page.locator(".find").click()
    page.wait_for_url("**/headings.html")
    page.get_by_role("link", name="2. Say").click()
    page.wait_for_url("**/steps.html#2-say")
