"use strict";
(() => {
  const SINGLE = ["section", "unit", "code", "drift"];
  const SEVERAL = ["status", "severity", "open", "review"];
  const form = document.getElementById("filters");
  const entries = [...document.querySelectorAll(".entry")];
  const clauses = [...document.querySelectorAll(".clause")];
  const targets = [...document.querySelectorAll(".target")];
  const items = entries.concat(clauses, targets);
  const texts = new Map();
  let data = null;
  let panels = 0;
  let filtered = false;

  const known = () => (data ??= JSON.parse(document.getElementById("data").textContent));
  const filled = (words, ...values) => words.replace(/\{(\d)\}/g, (_, place) => values[place]);

  /* The filters: from the fragment, to the fragment, and what they leave. */

  function asked() {
    const wish = { q: form.elements.q.value.trim().toLowerCase() };
    for (const name of SINGLE) wish[name] = form.elements[name]?.value ? [form.elements[name].value] : [];
    for (const name of SEVERAL) wish[name] = [...form.querySelectorAll(`[name=${name}]:checked`)].map((box) => box.value);
    return wish;
  }

  function set(wish) {
    form.elements.q.value = wish.get("q") ?? "";
    for (const name of SINGLE) if (form.elements[name]) form.elements[name].value = wish.get(name) ?? "";
    for (const name of SEVERAL) {
      const chosen = (wish.get(name) ?? "").split(",");
      for (const box of form.querySelectorAll(`[name=${name}]`)) box.checked = chosen.includes(box.value);
    }
  }

  function fragment(at) {
    const wish = asked();
    const told = new URLSearchParams();
    for (const name of [...SEVERAL, ...SINGLE]) if (wish[name].length) told.set(name, wish[name].join(","));
    if (wish.q) told.set("q", form.elements.q.value.trim());
    if (at) told.set("at", at);
    return told.toString();
  }

  function wanted() {
    const text = location.hash.slice(1);
    return new URLSearchParams(text === "" || text.includes("=") ? text : `at=${text}`);
  }

  function has(node, name, values) {
    const own = node.dataset[name];
    if (!own) return false;
    const tokens = own.split(name === "unit" ? "|" : " ");
    return values.some((value) => tokens.includes(value));
  }

  function text(node) {
    if (!texts.has(node)) {
      const head = node.closest(".task")?.querySelector(".task-head");
      texts.set(node, `${node.textContent} ${node.id.slice(2)} ${head ? head.textContent : ""}`.toLowerCase());
    }
    return texts.get(node);
  }

  function apply() {
    const wish = asked();
    const active = [...SINGLE, ...SEVERAL].filter((name) => wish[name].length);
    filtered = active.length > 0 || wish.q !== "";
    for (const node of items) {
      const fits = active.every((name) => has(node, name, wish[name])) && (!wish.q || text(node).includes(wish.q));
      node.hidden = !fits;
      const panel = node.nextElementSibling;
      if (panel?.matches("tr.explanation")) panel.hidden = !fits;
    }
    for (const group of document.querySelectorAll(".group, .task")) group.hidden = filtered && !group.querySelector(":is(.entry, .clause):not([hidden])");
    for (const band of document.querySelectorAll(".band")) band.hidden = filtered && !leads(band);
    for (const told of document.querySelectorAll("main > section > .empty")) told.hidden = !filtered || alive(told.parentElement);
    document.getElementById("clear").hidden = !filtered;
    count();
    highlight(wish.q);
  }

  function leads(band) {
    let next = band.nextElementSibling;
    while (next?.matches(".band")) next = next.nextElementSibling;
    for (; next && !next.matches(".band"); next = next.nextElementSibling) if (next.matches(".task:not([hidden])")) return true;
    return false;
  }

  const alive = (section) => section.querySelector(":is(.entry, .clause, .target):not([hidden])") !== null;

  function count() {
    const open = entries.filter((node) => node.closest("#findings"));
    const left = (nodes) => nodes.filter((node) => !node.hidden).length;
    const words = filled(known().words.shown, left(open), open.length, left(clauses), clauses.length);
    document.getElementById("shown").textContent = filtered ? words : "";
    const printed = document.querySelector(".printed");
    printed.hidden = !filtered;
    printed.lastElementChild.textContent = words;
  }

  function highlight(words) {
    if (!CSS.highlights) return;
    CSS.highlights.delete("search");
    if (!words) return;
    const ranges = [];
    for (const node of items) {
      if (node.hidden || ranges.length > 2000) continue;
      const walk = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) {
        const inside = walk.currentNode.data.toLowerCase();
        for (let from = inside.indexOf(words); from >= 0; from = inside.indexOf(words, from + words.length)) {
          const range = new Range();
          range.setStart(walk.currentNode, from);
          range.setEnd(walk.currentNode, from + words.length);
          ranges.push(range);
        }
      }
    }
    CSS.highlights.set("search", new Highlight(...ranges));
  }

  function changed() {
    history.replaceState(null, "", `#${fragment("")}`);
    apply();
  }

  function clear() {
    form.reset();
    changed();
  }

  /* Going to a place. */

  function show(id) {
    const node = document.getElementById(id);
    if (!node) return;
    if (node.closest("[hidden]")) clear();
    for (let box = node.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    node.scrollIntoView({ block: node.matches(".entry, .clause, .target") ? "center" : "start" });
    if (node.matches("[tabindex]")) node.focus({ preventScroll: true });
  }

  function go(address, isFilter) {
    if (isFilter) {
      set(new URLSearchParams(address));
      apply();
    }
    const at = isFilter ? new URLSearchParams(address).get("at") ?? "" : address;
    history.pushState(null, "", `#${fragment(at)}`);
    show(isFilter ? at || "findings" : at);
  }

  function arrive() {
    const wish = wanted();
    set(wish);
    if (wish.size || filtered) apply();
    const at = wish.get("at") ?? (wish.size ? "findings" : "");
    if (at) show(at);
  }

  /* Explanations. */

  function add(list, tag, words, name) {
    const node = document.createElement(tag);
    node.textContent = words;
    node.className = name;
    list.append(node);
  }

  function explained(why, rule) {
    const list = document.createElement("dl");
    list.className = "explained";
    for (const [label, words, stress] of known().why[why] ?? []) {
      add(list, "dt", label ?? "", label === null ? "unseen" : "");
      add(list, "dd", words, label === null ? `across ${stress}` : stress);
    }
    if (rule in known().rules) {
      const [title, meaning, fix] = known().rules[rule];
      add(list, "dt", known().words.rule, "break");
      add(list, "dd", `${rule} ${title}`, "break head");
      add(list, "dt", "", "");
      add(list, "dd", meaning, "");
      add(list, "dt", known().words.fix, "");
      add(list, "dd", fix, "");
    }
    return list;
  }

  function panel(button) {
    const row = button.closest("tr");
    const box = document.createElement(row ? "tr" : "div");
    box.className = "explanation";
    box.id = `e-${(panels += 1)}`;
    const inner = row ? box.appendChild(document.createElement("td")) : box;
    if (row) inner.colSpan = 4;
    inner.append(explained(button.dataset.why, button.dataset.rule));
    if (row) row.after(box);
    else button.closest("article, li").append(box);
    button.setAttribute("aria-controls", box.id);
    return box;
  }

  function toggle(button) {
    const open = button.getAttribute("aria-expanded") === "true";
    const box = document.getElementById(button.getAttribute("aria-controls")) ?? panel(button);
    box.hidden = open;
    button.setAttribute("aria-expanded", String(!open));
  }

  /* Keys. */

  const seen = () => items.filter((node) => !node.closest("[hidden], details:not([open])"));

  function step(by) {
    const list = seen();
    const here = document.activeElement.closest?.(".entry, .clause, .target");
    let place = list.indexOf(here);
    if (place < 0) place = list.findIndex((node) => node.getBoundingClientRect().top > 0) - (by > 0 ? 1 : 0);
    const next = list[Math.min(list.length - 1, Math.max(0, place + by))];
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: "nearest" });
  }

  function across() {
    const here = document.activeElement.closest?.(".entry, .clause, .target");
    const link = here?.querySelector('a[href^="#f-"], a[href^="#c-"]');
    if (link) go(link.getAttribute("href").slice(1), false);
  }

  const KEYS = {
    j: () => step(1),
    k: () => step(-1),
    o: across,
    c: clear,
    "/": () => form.elements.q.focus(),
    f: () => form.querySelector("input[type=checkbox]").focus(),
    "?": () => document.getElementById("help").showModal(),
  };

  function pressed(event) {
    const node = event.target;
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (event.key === "Escape") node.blur?.();
    if (node.matches("input[type=search], select")) return;
    const chapter = /^[1-9]$/.test(event.key) && document.querySelector(`nav > ol > li:nth-child(${event.key}) > a`);
    if (event.key === "Enter" && node.matches(".entry, .clause")) toggle(node.querySelector(".why"));
    else if (chapter) go(chapter.getAttribute("href").slice(1), false);
    else if (event.key in KEYS) KEYS[event.key]();
    else return;
    event.preventDefault();
  }

  function clicked(event) {
    const link = event.target.closest('a[href^="#"]');
    const why = event.target.closest(".why");
    if (why) toggle(why);
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(link.getAttribute("href").slice(1), link.hasAttribute("data-filter"));
  }

  /* On paper the findings are enough, as they quote both sides; whoever wants the tables as well asks for them. */

  const full = document.getElementById("full");
  const shorten = () => document.documentElement.classList.toggle("brief", !full.checked);

  let waiting = 0;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", (event) => event.target.type !== "search" && changed());
  form.elements.q.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(changed, 120);
  });
  document.getElementById("clear").addEventListener("click", clear);
  document.getElementById("keys").addEventListener("click", KEYS["?"]);
  document.addEventListener("click", clicked);
  document.addEventListener("keydown", pressed);
  full.addEventListener("change", shorten);
  addEventListener("popstate", arrive);
  shorten();
  arrive();
})();
