// What the pages of a course can do beyond being read. Without this file all
// of the text is there and readable; every button made here works.
"use strict";

(() => {
  const words = {
    copy: "Copy",
    copied: "Copied",
    failed: "Not copied",
    theme: "Theme",
    themes: { system: "System", light: "Light", dark: "Dark" },
  };

  // ---------------------------------------------------------------- Theme
  // Browsers that know `blocking="render"` paint nothing before this has run:
  // whoever chose dark on a light system never sees a white flash.

  const root = document.documentElement;
  // The site's folder, by which what is kept for one course is told from another's.
  const home = new URL(".", document.querySelector(".brand").href).pathname;
  const themes = Object.keys(words.themes);
  let theme;

  // A browser may forbid storage, and then using it throws: what a reader
  // chooses then lasts for the page only.
  function recall(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  }

  function keep(key, value) {
    try {
      localStorage.setItem(key, JSON.stringify(value));
    } catch {
      // There is nowhere to keep it.
    }
  }

  function setTheme(name) {
    theme = themes.includes(name) ? name : "system";
    if (theme === "system") delete root.dataset.theme;
    else root.dataset.theme = theme;
    const label = document.querySelector(".theme > :last-child");
    if (label) label.textContent = words.themes[theme];
  }

  const showTheme = () => setTheme(recall("theme"));
  showTheme();

  function addThemeSwitch() {
    const button = makeButton("", () => {
      setTheme(themes[(themes.indexOf(theme) + 1) % themes.length]);
      keep("theme", theme);
    });
    button.classList.add("theme");
    button.append(unseen(`${words.theme}: `), document.createElement("span"));
    document.querySelector(".tools").append(button);
    setTheme(theme);
    // Another tab changed it, or the page comes back from the browser's history.
    addEventListener("storage", showTheme);
    addEventListener("pageshow", showTheme);
  }

  // ----------------------------------------------------------------- Copy

  // The commands without prompts (which are drawn, not written) and without
  // output; the added lines of an edit; or all of a block that has neither.
  // Without the last line break, a pasted command waits for Enter.
  function textToCopy(blocks) {
    const lines = blocks.flatMap((block) => [...block.querySelectorAll(".cmd, ins")]);
    const parts = lines.length ? lines : blocks;
    return parts.map((part) => part.textContent).join("").replace(/\n+$/, "");
  }

  async function write(text) {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    // Plain http has no clipboard API.
    const focused = document.activeElement;
    const area = document.createElement("textarea");
    area.className = "unseen";
    area.value = text;
    document.body.append(area);
    area.focus({ preventScroll: true });
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    focused.focus({ preventScroll: true });
    if (!done) throw new Error("copy refused");
  }

  function addCopyButton(place, blocks, name) {
    const label = document.createElement("span");
    label.textContent = words.copy;
    let timer;
    const button = makeButton("", async () => {
      let result = words.copied;
      try {
        await write(textToCopy(blocks));
      } catch {
        result = words.failed;
      }
      label.textContent = announcer.textContent = result;
      button.dataset.copied = "";
      clearTimeout(timer);
      timer = setTimeout(() => {
        label.textContent = words.copy;
        announcer.textContent = "";
        delete button.dataset.copied;
      }, 2000);
    });
    button.append(label);
    // A screen reader's list of buttons tells them apart by the step.
    if (name) button.append(unseen(` ${name}`));
    place.append(button);
  }

  function addCopyButtons() {
    const commands = new Map(); // a step to its blocks of commands
    for (const pre of document.querySelectorAll("main pre")) {
      if (pre.closest(".output") || pre.matches(".mermaid")) continue;
      const edit = pre.closest(".edit");
      const step = pre.closest(".step");
      if (edit) {
        const place = edit.querySelector(".edit-file");
        addCopyButton(place, [pre], place.textContent);
      } else if (step) {
        if (step.dataset.kind === "output") continue;
        if (!commands.has(step)) commands.set(step, []);
        commands.get(step).push(pre);
      } else {
        // A frame that does not scroll holds the button in its corner.
        const frame = document.createElement("div");
        frame.className = "code";
        pre.replaceWith(frame);
        frame.append(pre);
        addCopyButton(frame, [pre]);
      }
    }
    for (const [step, blocks] of commands) {
      const caption = step.querySelector("figcaption");
      if (caption) addCopyButton(caption, blocks, caption.querySelector(".step-number")?.textContent);
    }
  }

  // ----------------------------------------------------------------- Tabs

  // Variants of the same thing, one shown at a time. The labels chosen last
  // come first; a group shows the first of them that it has, on all pages.
  const tabGroups = [];

  function chosenLabels() {
    const labels = recall("tabs");
    return Array.isArray(labels) ? labels : [];
  }

  function choose(label) {
    const labels = [label, ...chosenLabels().filter((each) => each !== label)].slice(0, 20);
    keep("tabs", labels);
    for (const group of tabGroups) group.show(group.labels.indexOf(label));
  }

  function showChosenTabs() {
    const labels = chosenLabels();
    for (const group of tabGroups) {
      const label = labels.find((each) => group.labels.includes(each));
      if (label !== undefined) group.show(group.labels.indexOf(label));
    }
  }

  function addTabs(element) {
    const panels = [...element.children].filter((each) => each.matches(".tab"));
    if (panels.length < 2) return;
    const number = tabGroups.length + 1;
    const list = document.createElement("div");
    list.className = "tab-list";
    list.setAttribute("role", "tablist");
    const tabs = panels.map((panel, index) => {
      // Nothing moves under the pointer when groups above it change their height.
      const tab = makeButton(panel.dataset.label, () => {
        const top = tab.getBoundingClientRect().top;
        group.show(index);
        choose(group.labels[index]);
        scrollBy(0, tab.getBoundingClientRect().top - top);
      });
      tab.className = "tab-name";
      tab.id = `tab:${number}:${index + 1}`;
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-controls", (panel.id = `panel:${number}:${index + 1}`));
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", tab.id);
      if (!panel.querySelector("a, button, pre[tabindex]")) panel.tabIndex = 0;
      // The heading is on screen as the tab's name; what is not seen takes no focus.
      const anchor = panel.firstElementChild?.querySelector(":scope > .anchor");
      if (anchor) anchor.tabIndex = -1;
      // The browser found a text or an id in a panel that is not shown.
      panel.addEventListener("beforematch", () => group.show(index));
      return tab;
    });
    const group = {
      panels,
      labels: panels.map((panel) => panel.dataset.label),
      show(shown) {
        if (shown < 0) return;
        for (const [index, tab] of tabs.entries()) {
          tab.setAttribute("aria-selected", index === shown);
          tab.tabIndex = index === shown ? 0 : -1;
          if (index === shown) panels[index].removeAttribute("hidden");
          else panels[index].setAttribute("hidden", "until-found");
        }
      },
    };
    list.addEventListener("keydown", (event) => {
      const last = tabs.length - 1;
      const current = tabs.indexOf(event.target);
      const forwards = getComputedStyle(list).direction === "rtl" ? -1 : 1;
      const next = {
        ArrowRight: (current + forwards + tabs.length) % tabs.length,
        ArrowLeft: (current - forwards + tabs.length) % tabs.length,
        Home: 0,
        End: last,
      }[event.key];
      if (next === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      tabs[next].focus();
      tabs[next].click();
    });
    list.append(...tabs);
    element.prepend(list);
    element.dataset.live = "";
    tabGroups.push(group);
    group.show(0);
  }

  // A link may lead into a panel that is not shown.
  function showTarget() {
    let target;
    try {
      target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return; // No address that this site wrote.
    }
    if (!target?.closest(".tab[hidden]")) return;
    for (const { panels, show } of tabGroups) show(panels.findIndex((each) => each.contains(target)));
    target.scrollIntoView();
  }

  function addAllTabs() {
    for (const element of document.querySelectorAll("main .tabs")) addTabs(element);
    if (!tabGroups.length) return;
    showChosenTabs();
    showTarget();
    addEventListener("hashchange", showTarget);
    addEventListener("storage", showChosenTabs);
  }

  // ------------------------------------------------------------- Contents

  // Marks the heading under which the reader is: the last one that has passed
  // a line below the header. The observers only tell when to look again.
  function followHeadings() {
    const panel = document.querySelector(".on-page");
    if (!panel) return;
    const links = new Map();
    for (const link of panel.querySelectorAll(".contents a")) {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (heading) links.set(heading, link);
    }
    const headings = [...links.keys()];
    const passed = new Set();
    let current;

    function mark() {
      let heading = headings.findLast((each) => passed.has(each));
      // The last headings of a page may never reach the line: at its end the
      // one jumped to counts, or the last.
      if (scrollY > 0 && scrollY + innerHeight >= root.scrollHeight - 2) {
        const target = headings.find((each) => each.matches(":target"));
        heading = target && !passed.has(target) ? target : headings.at(-1);
      }
      const link = links.get(heading);
      if (link === current) return;
      current?.removeAttribute("aria-current");
      link?.setAttribute("aria-current", "true");
      current = link;
      keepInView(panel, link);
    }

    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          // What stands in a tab that is not shown has no place.
          const isShown = !entry.target.closest("[hidden]");
          if (isShown && entry.boundingClientRect.top < entry.rootBounds.top) passed.add(entry.target);
          else passed.delete(entry.target);
        }
        mark();
      },
      // What is observed reaches from the line to far below the page.
      { rootMargin: "-112px 0px 1000000px 0px", threshold: 1 },
    );
    for (const heading of headings) observer.observe(heading);
    new IntersectionObserver(mark, { threshold: 0.9 }).observe(document.querySelector(".bottom"));
    addEventListener("hashchange", mark);

    // On a small screen the list lies over the text it leads to.
    panel.addEventListener("click", (event) => {
      if (event.target.closest("a") && panel.matches(":popover-open")) panel.hidePopover();
    });
  }

  // ---------------------------------------------------------------- Frame

  // Scrolls the panel alone: scrollIntoView could move the page too.
  function keepInView(panel, link) {
    if (!link || panel.scrollHeight <= panel.clientHeight) return;
    const top = link.getBoundingClientRect().top - panel.getBoundingClientRect().top;
    if (top < 0 || top > panel.clientHeight - 48) panel.scrollTop += top - panel.clientHeight / 3;
  }

  function showCurrentPage() {
    const panel = document.querySelector(".sidebar");
    if (!panel) return;
    const link = panel.querySelector("[aria-current]");
    keepInView(panel, link);
    panel.addEventListener("toggle", () => keepInView(panel, link));

    // Sections stay as the reader left them, but for the one of this page.
    const state = recall(`sections:${home}`) ?? {};
    for (const section of panel.querySelectorAll("details")) {
      const name = section.firstElementChild.textContent;
      if (name in state && !section.contains(link)) section.open = state[name];
      section.firstElementChild.addEventListener("click", () => {
        state[name] = !section.open;
        keep(`sections:${home}`, state);
      });
    }
  }

  // A table or formula too wide for its page scrolls; let the keyboard scroll it as well.
  function openWideTables() {
    for (const table of document.querySelectorAll("main :is(table, .math)")) {
      if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
    }
  }

  // -------------------------------------------------------------- Helpers

  function makeButton(text, action) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.append(text);
    button.addEventListener("click", action);
    return button;
  }

  function unseen(text) {
    const span = document.createElement("span");
    span.className = "unseen";
    span.textContent = text;
    return span;
  }

  // Says to a screen reader what a button did.
  const announcer = unseen("");
  announcer.setAttribute("role", "status");

  document.querySelector(".tools").append(announcer);
  addThemeSwitch();
  addCopyButtons();
  addAllTabs();
  followHeadings();
  showCurrentPage();
  openWideTables();
  addEventListener("resize", openWideTables);
})();
