// A browser that speaks Chinese is offered the Chinese page. Which language somebody chose is remembered: whoever chose
// Chinese comes from the start page to the Chinese one, whoever stays with English is not asked again.
const chosen = (language) => {
  try {
    if (language) localStorage.setItem("bcs-language", language);
    return localStorage.getItem("bcs-language");
  } catch {
    return language ?? null;
  }
};
// The other language opens at the same section, and a search asks the same.
const others = document.querySelectorAll(".language a, .offer a");
const samePlace = () => others.forEach((link) => (link.href = link.href.replace(/[?#].*/, "") + location.search + location.hash));
for (const link of others) link.addEventListener("click", () => chosen(link.hreflang));
addEventListener("hashchange", samePlace);
samePlace();
const offer = document.querySelector(".offer");
if (offer && chosen() === "zh-CN" && "start" in offer.dataset) location.replace(offer.querySelector("a").href);
if (offer && !chosen()) offer.hidden = !navigator.language.startsWith("zh");
offer?.querySelector("button").addEventListener("click", () => {
  chosen("en");
  offer.hidden = true;
});
// On a narrow page a long formula in the text becomes a line of its own, with the sign that follows; and what scrolls
// sideways by itself (formulas, code, tables, pictures) can be reached with the keyboard.
const scrolls = document.querySelector("[data-scrolls]")?.dataset.scrolls ?? "";
const boxes = ["pre", ".wide-box", ".table-wrapper", "div.math", "div.equation > div", "span.wide", "mjx-container[display=true]", ":not(picture):has(> img.wide)"];
const inArticle = boxes.map((box) => `article ${box}`).join();
const roomOf = (formula) => formula.closest("div.math > div, div.math, p, li, td, dd, h1, h2, h3, article").clientWidth;
const fit = () => {
  for (const formula of document.querySelectorAll("article span.math")) {
    formula.classList.remove("wide", "more");
    const whole = formula.closest(".together") ?? formula;
    formula.classList.toggle("wide", "lines" in formula.dataset || whole.offsetWidth > roomOf(formula));
  }
  for (const box of document.querySelectorAll(inArticle))
    if (box.scrollWidth > box.clientWidth && box.tabIndex < 0) {
      box.tabIndex = 0;
      box.setAttribute("role", "group");
      box.setAttribute("aria-label", scrolls);
    }
  document.querySelectorAll(inArticle).forEach(fade);
};
// As long as something of a box is still hidden at its right, it fades there.
const fade = (box) => box.classList.toggle("more", box.scrollLeft + box.clientWidth < box.scrollWidth - 2);
addEventListener("scroll", ({ target }) => target.matches?.(inArticle) && fade(target), { capture: true, passive: true });
// A formula that is too wide breaks rather than become smaller than the text; what is then still too wide becomes
// smaller, but no smaller than 12 px.
const [SMALLEST, LEGIBLE, SIGN] = [12, 16, 8]; // px; the last: room for a sign that follows
const relation = /^(?:=|\\(?:approx|simeq|equiv|propto|le|ge|leq|geq|sim|to|Longrightarrow|Rightarrow|longrightarrow)(?![A-Za-z]))/;
const leading = /^(?:\s|\\q?quad(?![A-Za-z]))+/;
const signs = new RegExp(`^(?:\\s|\\\\q?quad(?![A-Za-z])|${relation.source.slice(1)})*$`); // they make no line by themselves
const linesOf = (formula, breaks = relation) => { // Sphinx puts what has rows into a split
  const tex = formula.trim().replace(/^\\begin\{split\}(.*)\\end\{split\}$/s, "$1"), lines = [""];
  for (let i = 0, depth = 0; i < tex.length; i++) {
    const rest = tex.slice(i);
    const step = rest.match(/^\\(?:[A-Za-z]+|.)/)?.[0] ?? tex[i];
    depth += (/^(?:\{|\\left|\\begin)$/.test(step) ? 1 : 0) - (/^(?:\}|\\right|\\end)$/.test(step) ? 1 : 0);
    const row = !depth && rest.match(/^\\\\(\[.*?\])?/);
    if (!depth && (row || breaks.test(rest)) && !signs.test(lines.at(-1))) lines.push("");
    if (row) i += row[0].length - 1;
    if (row || (!depth && step === "&")) continue;
    lines[lines.length - 1] += step;
    i += step.length - 1;
  }
  return lines;
};
const widthOf = (formula) => formula.querySelector("mjx-math").getBoundingClientRect().width + 2;
const texOf = new Map();
const inLines = async (formula, lines) => {
  const display = formula.hasAttribute("display"), [rows, mark] = display ? ["gathered", ""] : ["aligned", "&"];
  const set = `\\begin{${rows}}${mark}${lines.join(`\\\\ ${mark}`)}\\end{${rows}}`;
  formula.replaceChildren(...(await MathJax.tex2chtmlPromise(set, { display })).childNodes);
  formula.closest(".math").dataset.lines = lines.length;
  MathJax.startup.document.clear(); // else it puts the old one back
  MathJax.startup.document.updateDocument();
};
// As little is broken as the room asks for: between wide spaces before narrow ones, between these before relations. A
// short left side does not stand alone.
const LEVELS = [/^\\qquad(?![A-Za-z])/, /^\\quad(?![A-Za-z])/, relation];
const broken = async (formula, tex, room, size) => {
  const pieces = [], lines = [], inside = document.createRange();
  const parts = (tex, [level, ...finer]) => {
    if (level) return linesOf(tex, level).map((part) => parts(part, finer));
    return pieces[pieces.push({ tex }) - 1];
  };
  const rows = linesOf(tex, /(?!)/).map((row) => parts(row, LEVELS));
  if (pieces.length < 2) return;
  await inLines(formula, pieces.map((piece) => piece.tex));
  for (const [i, row] of Array.from(formula.querySelector("mjx-itable").children).entries()) {
    inside.selectNodeContents(row.lastElementChild); // before it an empty one, where rows are aligned
    const before = relation.test(pieces[i].tex) ? 0.3 * size : 0; // before a relation, which has none where a line begins
    pieces[i].width = inside.getBoundingClientRect().width + before;
  }
  const width = (part) => part.width ?? part.reduce((sum, inner) => sum + width(inner), 0);
  let used = Infinity; // of the last line
  const put = (part, most = room) => {
    if (used + width(part) > most) used = Infinity;
    if (part.length) return part.forEach((inner, i) => put(inner, i === 1 && part[0].width < room / 6 ? (room * size) / SMALLEST : room));
    lines.push(used < Infinity ? lines.pop() + part.tex : part.tex.replace(leading, ""));
    used = (used < Infinity ? used : 0) + part.width;
  };
  for (const row of rows) {
    used = Infinity;
    put(row);
  }
  await inLines(formula, lines);
};
const shrink = async () => {
  for (const item of window.MathJax?.startup?.document?.math ?? []) texOf.set(item.typesetRoot, item.math);
  for (const formula of document.querySelectorAll("article .math mjx-container")) {
    const display = formula.hasAttribute("display"), room = roomOf(formula) - (display ? 0 : SIGN);
    if (room <= 0) continue;
    formula.style.fontSize = formula.dataset.size ??= formula.style.fontSize; // MathJax's own, that of the text's formulas
    const size = parseFloat(getComputedStyle(formula).fontSize), tex = texOf.get(formula) ?? "";
    if (widthOf(formula) > room && (size * room) / widthOf(formula) < LEGIBLE && !/\\tag/.test(tex)) {
      await broken(formula, tex, room, size);
    }
    if (widthOf(formula) > room) formula.style.fontSize = `${Math.max((size * room) / widthOf(formula) - 0.05, SMALLEST)}px`;
  }
};
// A sign after a formula does not begin the next line.
const bind = () => {
  for (const formula of document.querySelectorAll("article span.math")) {
    const after = formula.nextSibling;
    const signs = after?.nodeType === Node.TEXT_NODE && after.data.match(/^[^\s\p{L}\p{N}\p{Ps}\p{Pi}]+/u);
    if (!signs) continue;
    after.splitText(signs[0].length);
    const together = document.createElement("span");
    together.className = "together";
    formula.before(together);
    together.append(formula, after);
  }
};
// What the address names stands below the header once everything has its size, unless the reader has moved meanwhile.
let moved = performance.getEntriesByType("navigation")[0]?.type !== "navigate"; // else the browser knows the place
for (const kind of ["wheel", "touchmove", "keydown", "pointerdown"])
  addEventListener(kind, () => (moved = true), { once: true, passive: true });
const land = () => {
  if (!moved) document.querySelector(":target")?.scrollIntoView();
  moved = true;
};
// The list of a page's sections, where it lies over the page, is closed by a choice.
document.querySelector(".toc-drawer")?.addEventListener("click", ({ target }) => {
  const drawer = document.querySelector("#__toc");
  if (target.closest("a") && drawer) drawer.checked = false;
});
addEventListener("load", async () => {
  await window.MathJax?.startup?.promise;
  bind();
  let asked = 0, turn = Promise.resolve();
  const arrange = () => { // one at a time; of those that wait, the last
    const own = ++asked;
    delete document.documentElement.dataset.arranged;
    turn = turn.then(async () => {
      if (own !== asked) return;
      await shrink();
      fit();
      land();
      if (own === asked) document.documentElement.dataset.arranged = "";
    });
  };
  addEventListener("resize", arrange);
  addEventListener("toggle", arrange, true); // an answer unfolds
  arrange();
});
