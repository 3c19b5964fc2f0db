from checks import check, expect, expect_that

SHOWN = """() => [...document.querySelectorAll(".tabs")].map((group) =>
  group.querySelector(".tab:not([hidden])").dataset.label)"""


@check("the first variant is shown, and a click shows another in all groups that have it")
def tabs_go_together(reader):
    page = reader.open("tabs.html")
    expect("at first", page.evaluate(SHOWN), ["Linux", "Linux", "pip"])
    page.get_by_role("tab", name="macOS").first.click()
    expect("after a click", page.evaluate(SHOWN), ["macOS", "macOS", "pip"])


@check("the chosen variant is kept for the next visit")
def tabs_are_kept(reader):
    page = reader.open("tabs.html")
    page.get_by_role("tab", name="conda").click()
    page.reload()
    expect("after reload", page.evaluate(SHOWN), ["Linux", "Linux", "conda"])
    expect("in a new tab", reader.open("tabs.html").evaluate(SHOWN), ["Linux", "Linux", "conda"])


@check("arrows, Home and End move through the tabs")
def tabs_by_keyboard(reader):
    page = reader.open("tabs.html")
    page.get_by_role("tab", name="Linux").first.focus()
    steps = [("ArrowRight", "macOS"), ("End", "Windows"), ("ArrowRight", "Linux"), ("ArrowLeft", "Windows"), ("Home", "Linux")]
    for key, name in steps:
        page.keyboard.press(key)
        expect(key, page.evaluate("document.activeElement.textContent"), name)


@check("a link into a variant that is not shown shows it")
def link_into_a_tab(reader):
    page = reader.open("tabs.html#conda")
    expect("shown", page.evaluate(SHOWN)[2], "conda")
    expect_that("in sight", page.locator("#conda").evaluate("each => !each.closest('[hidden]')"))
