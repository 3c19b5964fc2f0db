// What the pages of a course can do beyond being read. Without this file all
// of the text is there and readable; every button made here works.
"use strict";

(() => {
  const words = {
    copy: "Copy",
    copied: "Copied",
    failed: "Not copied",
    upTo: "Copy all up to here",
    leftOut: "left out",
    done: "Done",
    stepsDone: "steps done",
    progress: "Your progress",
    save: "Save to a file",
    load: "Load a file",
    loaded: "Progress loaded",
    unreadable: "This file holds no progress",
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

  // --------------------------------------------------------------- Search

  // Few visits need the rest of it, which is a script of its own. Without
  // either, the button is a link to the page of all headings.
  function addSearch() {
    const link = document.querySelector(".find");
    if (!link) return;
    let script;
    function open() {
      if (globalThis.openSearch) return openSearch();
      if (script) return;
      script = document.createElement("script");
      script.src = link.dataset.script;
      script.onerror = () => location.assign(link.href);
      document.head.append(script);
    }
    const button = makeButton("", open);
    const key = document.createElement("kbd");
    key.textContent = "/";
    key.ariaHidden = true;
    button.append(...link.childNodes, key);
    button.classList.add("find");
    button.dataset.headings = link.href;
    button.setAttribute("aria-haspopup", "dialog");
    button.setAttribute("aria-keyshortcuts", "/");
    link.replaceWith(button);
    addEventListener("keydown", (event) => {
      if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
      event.preventDefault();
      open();
    });
  }

  // ----------------------------------------------------------------- Copy

  // The commands without prompts (which are drawn, not written) and without
  // output; the added lines of an edit; or all of a block that has neither.
  function textOf(pre, isTyped) {
    const lines = [...pre.querySelectorAll(".cmd, ins")];
    // What opens an editor is for hands only.
    const parts = lines.length ? lines.filter((line) => !isTyped || !line.matches("[data-by]")) : [pre];
    return parts.map((part) => part.textContent).join("").replace(/\n+$/, "");
  }

  const blocksOf = (step) =>
    [...step.querySelectorAll("pre")].filter((pre) => !pre.closest(".output, .said"));

  // What a step types into a shell, its edits as here-documents.
  function typed(step) {
    const parts = blocksOf(step).map((pre) => {
      const opening = pre.closest("[data-edit]")?.dataset.edit;
      return opening ? `${opening}\n${textOf(pre)}\n${opening.match(/'(\w+)'$/)[1]}` : textOf(pre, true);
    });
    return step.dataset.run || parts.filter(Boolean).join("\n");
  }

  // All that can be run of the page, down to a step: without optional steps
  // that are not ticked off, blanks to fill in, and tabs that are not shown.
  function typedUpTo(last) {
    const steps = [...document.querySelectorAll("main .step[data-run]")];
    const before = steps
      .slice(0, steps.indexOf(last) + 1)
      .filter((step) => !step.closest(".tab[hidden]"));
    const taken = before.filter(
      (step) =>
        !step.querySelector("var:not([data-filled])") &&
        (step === last || !step.matches("[data-optional]") || step.querySelector(".tick :checked")),
    );
    const parts = taken.map(typed);
    if (taken.some((step) => step.querySelector("[data-edit]"))) {
      parts.unshift(document.getElementById("site:edits").content.textContent);
    }
    const leftOut = before.length - taken.length;
    return [parts.filter(Boolean).join("\n"), leftOut ? `, ${leftOut} ${words.leftOut}` : ""];
  }

  // A selection over commands and their output copies the commands alone, and
  // one within the output copies that.
  function copySelection(event) {
    const range = getSelection().rangeCount && getSelection().getRangeAt(0);
    if (!range || !range.commonAncestorContainer.parentElement?.closest(".step pre")) return;
    const picked = range.cloneContents();
    if (!picked.querySelector(".cmd")) return;
    for (const output of picked.querySelectorAll(".out")) output.remove();
    event.clipboardData.setData("text/plain", picked.textContent);
    event.preventDefault();
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

  // `text` gives what is to be copied, and perhaps a remark.
  function addCopyButton(place, caption, text, name) {
    const label = document.createElement("span");
    label.textContent = caption;
    let timer;
    const button = makeButton("", async () => {
      const [copied, remark = ""] = text();
      let result = words.copied + remark;
      try {
        await write(copied);
      } catch {
        result = words.failed;
      }
      label.textContent = announcer.textContent = result;
      button.dataset.copied = "";
      clearTimeout(timer);
      timer = setTimeout(() => {
        label.textContent = caption;
        announcer.textContent = "";
        delete button.dataset.copied;
      }, 2000);
    });
    button.append(label);
    // A screen reader's list of buttons tells them apart by the step.
    if (name) button.append(unseen(` ${name}`));
    place.append(button);
  }

  const nameOf = (step) => step.querySelector(".step-number, .step-title")?.textContent;

  function addCopyButtons() {
    for (const pre of document.querySelectorAll("main pre")) {
      if (pre.closest(".step, .output") || pre.matches(".mermaid")) continue;
      // A frame that does not scroll holds the button in its corner.
      const frame = document.createElement("div");
      frame.className = "code";
      pre.replaceWith(frame);
      frame.append(pre);
      addCopyButton(frame, words.copy, () => [textOf(pre)]);
    }
    let count = 0;
    for (const step of document.querySelectorAll("main .step")) {
      if (step.dataset.kind === "output") continue;
      const blocks = blocksOf(step);
      for (const edit of step.querySelectorAll(".edit")) {
        const place = edit.querySelector(".edit-file");
        addCopyButton(place, words.copy, () => [textOf(edit.querySelector("pre"))], place.textContent);
      }
      const commands = blocks.filter((pre) => !pre.closest(".edit"));
      if (commands.length) {
        const text = () => [commands.map((pre) => textOf(pre)).join("\n")];
        addCopyButton(step.querySelector("figcaption"), words.copy, text, nameOf(step));
      }
      if (root.querySelector(".whole") || !step.matches("[data-run]") || !count++) continue;
      let foot = step.querySelector(".outcome");
      if (!foot) {
        foot = document.createElement("p");
        foot.className = "outcome alone";
        step.append(foot);
      }
      addCopyButton(foot, words.upTo, () => typedUpTo(step), nameOf(step));
    }
    document.addEventListener("copy", copySelection);
  }

  // ------------------------------------------------------------- Progress

  // Which steps of which page are done, by the page's address in the site and
  // the step's id, so that it outlives changes of the notes.
  const progressKey = `progress:${home}`;
  const pageKey = (path) => path.slice(home.length).replace(/(index)?(\.html)?$/, "");
  const thisPage = pageKey(location.pathname);
  let progress = {};

  function addProgress() {
    if (root.querySelector(".whole")) return;
    const counts = [];
    for (const link of document.querySelectorAll(".sidebar a[data-steps]")) {
      const count = document.createElement("span");
      count.className = "count";
      link.append(" ", count, unseen(` ${words.stepsDone}`));
      counts.push({ count, page: pageKey(new URL(link.href).pathname), total: +link.dataset.steps });
    }
    const boxes = new Map(); // a step's id to its box
    for (const step of document.querySelectorAll("main .step:not(.quiet)")) {
      const tick = document.createElement("label");
      tick.className = "tick";
      const box = document.createElement("input");
      box.type = "checkbox";
      tick.append(box, unseen(`${words.done}: ${nameOf(step)}`));
      step.querySelector("figcaption").prepend(tick);
      box.addEventListener("change", () => {
        load();
        const done = new Set(progress[thisPage]);
        if (box.checked) done.add(step.id);
        else done.delete(step.id);
        // Steps that are no longer there do not count.
        progress[thisPage] = [...done].filter((id) => boxes.has(id));
        keep(progressKey, progress);
        show();
      });
      boxes.set(step.id, box);
    }
    const bar = document.createElement("progress");
    if (boxes.size) {
      bar.max = boxes.size;
      bar.setAttribute("aria-label", words.progress);
      document.querySelector("h1").after(bar);
    }

    function load() {
      progress = readable(recall(progressKey)) ?? progress;
    }

    function show() {
      for (const [id, box] of boxes) box.checked = progress[thisPage]?.includes(id) ?? false;
      bar.value = [...boxes.values()].filter((box) => box.checked).length;
      for (const { count, page, total } of counts) {
        const done = page === thisPage ? bar.value : Math.min(progress[page]?.length ?? 0, total);
        count.textContent = `${done === total ? "✓ " : ""}${done}/${total}`;
        count.classList.toggle("all", done === total);
      }
    }

    function refresh() {
      load();
      show();
    }

    refresh();
    addEventListener("storage", refresh);
    addEventListener("pageshow", refresh);
    if (counts.length) addProgressFiles(refresh);
  }

  // Pages with lists of ids, or nothing.
  function readable(data) {
    const isList = (ids) => Array.isArray(ids) && ids.every((id) => typeof id === "string");
    return data && typeof data === "object" && Object.values(data).every(isList) ? data : null;
  }

  function addProgressFiles(refresh) {
    const place = document.createElement("div");
    place.className = "files";
    const title = document.createElement("span");
    title.textContent = words.progress;
    place.append(title, makeButton(words.save, () => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([JSON.stringify({ progress })], { type: "application/json" }));
      link.download = "progress.json";
      link.click();
      URL.revokeObjectURL(link.href);
    }));
    const input = document.createElement("input");
    input.type = "file";
    input.accept = ".json";
    input.hidden = true;
    input.addEventListener("change", async () => {
      let data;
      try {
        data = readable(JSON.parse(await input.files[0].text()).progress);
      } catch {
        // It is not JSON.
      }
      input.value = "";
      announcer.textContent = loading.textContent = data ? words.loaded : words.unreadable;
      if (!data) return;
      for (const page in data) progress[page] = [...new Set([...(progress[page] ?? []), ...data[page]])];
      keep(progressKey, progress);
      refresh();
    });
    const loading = makeButton(words.load, () => input.click());
    place.append(loading, input);
    document.querySelector(".sidebar").append(place);
  }

  // --------------------------------------------------------------- Values

  // What readers replace in commands is typed once and stands in all places.
  function addValues() {
    const inputs = [...document.querySelectorAll("input[data-blank]")];
    const places = [...document.querySelectorAll("var[data-blank]")];
    if (!inputs.length) return;
    const key = `values:${home}`;
    const texts = new Map(places.map((place) => [place, place.textContent]));
    const secrets = {}; // kept for this page alone
    let values;

    function fill() {
      values = { ...recall(key), ...values, ...secrets };
      for (const input of inputs) {
        const value = values[input.dataset.blank] ?? input.defaultValue;
        if (input.value !== value) input.value = value;
        values[input.dataset.blank] = value;
      }
      for (const [place, text] of texts) {
        const value = values[place.dataset.blank];
        place.textContent = value || text;
        place.toggleAttribute("data-filled", Boolean(value));
      }
    }

    for (const input of inputs) {
      input.addEventListener("input", () => {
        const name = input.dataset.blank;
        values[name] = input.value;
        if ("secret" in input.dataset) secrets[name] = input.value;
        else keep(key, { ...recall(key), [name]: input.value });
        fill();
      });
    }
    fill();
    addEventListener("storage", () => {
      values = {};
      fill();
    });
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
  addSearch();
  addThemeSwitch();
  addValues();
  addProgress();
  addCopyButtons();
  addAllTabs();
  followHeadings();
  showCurrentPage();
  openWideTables();
  addEventListener("resize", openWideTables);
})();
