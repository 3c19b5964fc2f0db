from checks import check, expect, expect_that


@check("the colour scheme follows the system, and the switch goes round and is kept")
def scheme(reader):
    page = reader.open("index.html")
    scheme = "getComputedStyle(document.documentElement).colorScheme"
    expect("at first", page.evaluate(scheme), "light dark")
    button = page.locator(".theme")
    button.click()
    expect("after one click", page.evaluate(scheme), "light")
    button.click()
    expect("after two", page.evaluate(scheme), "dark")
    page.reload()
    expect("after reload", page.evaluate(scheme), "dark")
    button.click()
    expect("after three", page.evaluate(scheme), "light dark")


@check("a chosen scheme is set before the first paint")
def no_flash(reader):
    page = reader.open("index.html")
    page.locator(".theme").click()
    page.locator(".theme").click()
    page.add_init_script(
        """new MutationObserver(() => {
          if (document.documentElement?.dataset.theme) window.themeSet ??= performance.now();
        }).observe(document, { attributes: true, childList: true, subtree: true });""")
    page.reload()
    page.wait_for_function("() => performance.getEntriesByType('paint').length")
    expect_that("set, then painted", page.evaluate(
        "window.themeSet <= performance.getEntriesByType('paint')[0].startTime"))


@check("the first Tab offers to skip to the content")
def skip_link(reader):
    page = reader.open("prose.html")
    page.keyboard.press("Tab")
    expect("focus", page.evaluate("document.activeElement.textContent"), "Skip to content")
    box = page.locator(".skip").bounding_box()
    expect_that("it is in sight", box["y"] >= 0)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect_that("focus is in the text", page.evaluate("!!document.activeElement.closest('main')"))


@check("pages and contents open on a phone, close on Escape, and links close the contents", width=390)
def popovers(reader):
    page = reader.open("prose.html")
    for name, panel in [("Pages", ".sidebar"), ("Contents", ".on-page")]:
        page.get_by_role("button", name=name, exact=True).click()
        expect_that(f"{name} is open", page.locator(panel).is_visible())
        page.keyboard.press("Escape")
        expect_that(f"{name} is closed", not page.locator(panel).is_visible())
    page.get_by_role("button", name="Contents", exact=True).click()
    page.locator(".on-page a").last.click()
    expect_that("a link closes it", not page.locator(".on-page").is_visible())


@check("pages and contents open on a phone without script", width=390, script=False)
def popovers_without_script(reader):
    page = reader.open("prose.html")
    page.get_by_role("button", name="Pages", exact=True).click()
    expect_that("it is open", page.locator(".sidebar").is_visible())


@check("the current heading is marked in the contents")
def current_heading(reader):
    page = reader.open("prose.html")
    link = page.locator(".contents a").nth(4)
    link.click()
    name = link.inner_text()
    page.wait_for_function(
        "name => document.querySelector('.contents [aria-current]')?.innerText === name", arg=name)


@check("a wide table and long lines scroll by keyboard", width=390)
def scroll_by_keyboard(reader):
    page = reader.open("code.html")
    pre = page.locator("pre", has_text="a-very-long-line").first
    pre.focus()
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.activeElement.scrollLeft > 0")
    page = reader.open("prose.html")
    table = page.locator("table", has_text="Column 12")
    expect("table takes the focus", table.evaluate("each => each.closest('[tabindex]')?.tabIndex"), 0)
