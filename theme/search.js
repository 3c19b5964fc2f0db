// Search: the script of the site loads this file when a reader first asks for
// it, and this one loads of the index what a query needs.
"use strict";

(() => {
  const words = {
    search: "Search",
    results: "Results",
    close: "Close",
    headings: "All headings",
    keys: "↑ ↓ to choose, Enter to open, Escape to close",
    told: (count, shown, pages) =>
      `${count || "No"} result${count === 1 ? "" : "s"}` +
      (pages > shown ? ` on the best ${shown} of ${pages} pages` : ""),
    failed: "The search index could not be loaded",
  };

  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  }

  // The index is a folder of scripts, as a page that was opened from a folder
  // can load nothing else. Each calls notesSearch with its name and what it
  // holds.
  const site = new URL(".", document.currentScript.src).href;
  const loading = new Map();
  const loaded = {};
  globalThis.notesSearch = (name, value) => (loaded[name] = value);

  function load(name, version) {
    if (!loading.has(name)) {
      loading.set(name, new Promise((resolve, reject) => {
        const script = make("script", { src: `${site}search/${name}.js?${version}` });
        script.onload = () => (name in loaded ? resolve(loaded[name]) : reject());
        script.onerror = () => loading.delete(name) && reject();
        document.head.append(script);
      }));
    }
    return loading.get(name);
  }

  // The directory has no version of its own: it is asked for anew every five
  // minutes, or a browser could keep one that names files of another build.
  async function directory() {
    const [terms, groups] = await load("index", Math.floor(Date.now() / 3e5));
    const pages = [];
    for (const group of groups.match(/.{4}/g)) {
      const name = `text-${pages.length}`;
      for (let place = 0; place < group[0]; place++) pages.push([name, group.slice(1), place]);
    }
    return {
      shards: terms.split(" ").map((each) => [each.slice(0, -3), each.slice(-3)]),
      pages,
    };
  }

  // Terms are made of a query as the build makes them of a page.
  const letter = "[\\p{L}\\p{N}\\p{M}]";
  const alone = `(?=${letter})[\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u2e80-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}]`;
  const run = `(?:(?!${alone})${letter})+`;
  const isAlone = new RegExp(alone, "u");
  const pieces = new RegExp(`${alone}|${run}`, "gu");
  const queried = new RegExp(`(?:${alone})+|${run}(?:[-_./:@+]+${run})*`, "gu");
  const ligatures = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", ı: "i", ς: "σ" };

  function fold(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize()
      .replace(/[ßæœøłıς]/g, (each) => ligatures[each]);
  }

  function termsOf(query) {
    return (fold(query).match(queried) ?? []).flatMap((whole) => {
      const cut = (text) => [...text].slice(0, 32).join("");
      if (isAlone.test(whole)) {
        const signs = [...whole];
        return signs.slice(0, -1).map((sign, index) => ({ term: sign + signs[index + 1] }))
          .concat(signs.length > 1 ? [] : { term: whole });
      }
      const parts = whole.match(pieces).map((part) => ({ term: cut(part) }));
      return parts.length > 1 ? [...parts, { term: cut(whole), isExtra: true }] : parts;
    });
  }

  const isShort = (term) => term.length < 2 && !isAlone.test(term);
  const weights = [1, 1.5, 2, 3, 6, 7, 12, 14]; // of a term on a page, see SearchTermTally

  // The pages with words that begin with a term, each with its weight.
  async function pagesWith(term, shards) {
    const start = term.replace(/[^a-z0-9]/g, (unit) =>
      `~${unit.charCodeAt().toString(16).padStart(4, "0")}`);
    const holdsTerm = ([prefix]) => `${start}-`.startsWith(prefix);
    let own = shards.filter((each) => each[0].startsWith(start) || holdsTerm(each));
    // What so many words begin with counts as a word of its own.
    const isWhole = isShort(term) || own.length > 8;
    if (isWhole) own = own.filter(holdsTerm);
    const pages = new Map();
    for (const lines of await Promise.all(own.map(([prefix, version]) => load(`w-${prefix}`, version)))) {
      let at = -1;
      while ((at = lines.indexOf(`\n${term}`, at + 1)) >= 0) {
        const [found, postings] = lines.slice(at + 1, lines.indexOf("\n", at + 1)).split(" ");
        if (isWhole && found !== term) continue;
        let page = -1;
        let value = 0;
        let scale = 1;
        for (let index = 0; index < postings.length; index += 1) {
          const code = postings.charCodeAt(index);
          value += ((code & 31) - 1) * scale;
          scale *= 26;
          if (code > 96) continue;
          page += 1 + (value >> 3);
          const weight = weights[value & 7] * (found === term ? 1 : 0.7);
          if (!(pages.get(page) >= weight)) pages.set(page, weight);
          value = 0;
          scale = 1;
        }
      }
    }
    return pages;
  }

  // Where in a text stands which of the terms.
  function matchesIn(text, terms) {
    return [...text.matchAll(pieces)].flatMap(({ 0: piece, index }) => {
      const folded = fold(piece);
      const number = terms.findIndex((term) =>
        isAlone.test(piece) ? term.includes(folded)
          : isShort(term) ? term === folded : folded.startsWith(term));
      return number < 0 ? [] : [{ number, index, end: index + piece.length, isWhole: terms[number] === folded }];
    });
  }

  function marked(text, terms, from = 0, to = text.length) {
    const parts = [];
    for (const { index, end } of matchesIn(text, terms)) {
      if (index < from || end > to) continue;
      parts.push(text.slice(from, index), make("mark", {}, text.slice(index, end)));
      from = end;
    }
    return [...parts, text.slice(from, to)];
  }

  // A section as a result: how well the terms match it, and its best part.
  function resultOf([address, title], [level, heading, id, ...parts], terms) {
    const seen = new Set();
    let score = 0;
    for (const { number, isWhole } of matchesIn(heading || (id ? "" : title), terms)) {
      if (!seen.has(number)) score += isWhole ? 12 : 8;
      seen.add(number);
    }
    if (level > 2) score *= 0.9;
    const opening = [parts[0] ?? ""].flat();
    let best = { text: opening[0], isCode: Array.isArray(parts[0]), matches: [], count: 0 };
    for (const part of parts) {
      const isCode = Array.isArray(part);
      const text = isCode ? part[0] : part;
      const matches = matchesIn(text, terms);
      const count = new Set(matches.map((each) => each.number)).size;
      score += count;
      for (const { number } of matches) seen.add(number);
      if (count > best.count) best = { text, isCode, matches, count, step: isCode && part[1] };
    }
    return { address, title, heading, terms, best, id: best.step || id, seen: seen.size, score };
  }

  async function find(query) {
    const terms = termsOf(query);
    if (!terms.length) return { results: [], pages: 0, shown: 0 };
    const { shards, pages } = await directory();
    const found = await Promise.all(terms.map(({ term }) => pagesWith(term, shards)));
    const scores = new Map();
    const isNeeded = terms.map((each) => !each.isExtra);
    const needed = found.filter((_, index) => isNeeded[index]);
    for (const page of needed[0].keys()) {
      if (!needed.every((each) => each.has(page))) continue;
      const score = (each) => (each.get(page) ?? 0) * Math.log(1 + pages.length / (each.size || 1));
      scores.set(page, found.reduce((sum, each) => sum + score(each), 0));
    }
    const best = [...scores].sort((one, other) => other[1] - one[1] || one[0] - other[0]).slice(0, 8);
    const words = terms.filter((each) => !each.isExtra).map((each) => each.term);
    const results = await Promise.all(best.map(async ([number, score]) => {
      const [group, version, place] = pages[number];
      const page = (await load(group, version))[place];
      const sections = page.slice(2).map((section) => resultOf(page, section, words));
      const most = Math.max(...sections.map((each) => each.seen));
      return sections.filter((each) => each.seen === most && each.score > 0)
        .sort((one, other) => other.score - one.score).slice(0, 3)
        .map((each) => ({ ...each, score: each.score * each.seen + score / 100 }));
    }));
    return {
      results: results.flat().sort((one, other) => other.score - one.score),
      pages: scores.size,
      shown: best.length,
    };
  }

  function option({ address, title, heading, terms, best, id }, number) {
    const first = best.matches[0]?.index ?? 0;
    const from = first < 60 ? 0 : best.text.indexOf(" ", first - 50) + 1;
    const most = best.text.slice(0, from + 170);
    // Between words, where there are blanks.
    const to = most.length < best.text.length ? Math.max(most.lastIndexOf(" "), from + 120) : most.length;
    const extract = marked(best.text, terms, Math.min(from, first), to);
    if (from) extract.unshift("… ");
    if (to < best.text.length) extract.push(" …");
    const name = marked(title, terms);
    if (heading) name.push(" › ", ...marked(heading, terms));
    return make(
      "a",
      { role: "option", id: `found:${number}`, tabindex: -1, "aria-selected": false,
        href: site + address + (id && `#${encodeURIComponent(id)}`) },
      make("b", {}, ...name), make(best.isCode ? "code" : "span", {}, ...extract),
    );
  }

  function makeDialog() {
    const input = make("input", {
      role: "combobox", "aria-label": words.search, "aria-controls": "site:found",
      "aria-autocomplete": "list", "aria-expanded": false, autocomplete: "off",
      autocapitalize: "off", spellcheck: false, enterkeyhint: "go", placeholder: words.search,
    });
    const state = make("p", { role: "status" });
    const list = make("div", { role: "listbox", id: "site:found", "aria-label": words.results, hidden: "" });
    const close = make("button", { type: "button", class: "button" }, words.close);
    const headings = make("a", { href: document.querySelector(".find").dataset.headings }, words.headings);
    const dialog = make("dialog", { class: "search", "aria-label": words.search },
      make("div", {}, input, close), state, list, make("p", {}, headings, make("span", {}, words.keys)));
    let latest = 0;
    let active = -1;

    function activate(number) {
      list.children[active]?.setAttribute("aria-selected", false);
      active = number;
      const chosen = list.children[active];
      chosen?.setAttribute("aria-selected", true);
      chosen?.scrollIntoView({ block: "nearest" });
      if (chosen) input.setAttribute("aria-activedescendant", chosen.id);
      else input.removeAttribute("aria-activedescendant");
    }

    async function show() {
      latest += 1;
      const turn = latest;
      let results = [];
      let told = "";
      try {
        const found = await find(input.value);
        results = found.results;
        if (input.value.trim()) told = words.told(results.length, found.shown, found.pages);
      } catch {
        told = words.failed;
      }
      // Another letter was typed before the index was there.
      if (turn !== latest) return;
      activate(-1);
      list.replaceChildren(...results.map(option));
      list.hidden = !results.length;
      input.setAttribute("aria-expanded", !list.hidden);
      state.textContent = told;
      if (results.length) activate(0);
    }

    input.addEventListener("input", show);
    input.addEventListener("keydown", (event) => {
      const count = list.children.length;
      if (event.isComposing || !count) return;
      if (event.key === "ArrowDown") activate((active + 1) % count);
      else if (event.key === "ArrowUp") activate((active + count - 1) % count);
      else if (event.key === "Enter") list.children[active].click();
      else return;
      event.preventDefault();
    });
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog || event.target.closest("a")) dialog.close();
    });
    document.body.append(dialog);
    return { dialog, input };
  }

  const { dialog, input } = makeDialog();
  globalThis.openSearch = () => {
    if (dialog.open) return;
    dialog.showModal();
    input.select();
    // What every query needs is there before the first letter; trouble is told with that.
    directory().catch(() => {});
  };
  globalThis.openSearch();
})();
