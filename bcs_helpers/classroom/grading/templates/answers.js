"use strict";
// Ticks stay in this browser, an entry for each answer under the digest of its text, and come out as a table.
const find = (id) => document.getElementById(id), main = find("answers");
const says = find("says").dataset, KEY = `bcs-grade:${main.dataset.key}:`, OWN = `${KEY}own:`;
const told = (text, fields = {}) => text.replace(/\{(\w+)\}/g, (_, name) => fields[name]);
const say = (text) => { find("said").textContent = text; };

// ---- what is kept -------------------------------------------------------------------------------------------

const entries = new Map(); // "question:digest" → {chapter, question, answer, students, of, points, items, comment, time}
let stored = true, savedUntil = "", dirty = false;

function put(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    stored = false;
    find("refused").hidden = false;
  }
}

function take() {
  try {
    put(`${OWN}tried`, "yes");
    for (let i = 0; i < localStorage.length; i++) {
      const key = localStorage.key(i);
      if (key.startsWith(KEY) && !key.startsWith(OWN)) read(key.slice(KEY.length), localStorage.getItem(key));
    }
    savedUntil = localStorage.getItem(`${OWN}saved`) ?? "";
    find("reader").value = localStorage.getItem(`${OWN}reader`) ?? "";
    find("hide").checked = localStorage.getItem(`${OWN}hide`) === "yes";
    find("keys").checked = localStorage.getItem(`${OWN}keys`) !== "no";
  } catch {
    stored = false;
    find("refused").hidden = false;
  }
}

function read(key, text) {
  try {
    const entry = JSON.parse(text);
    if (Array.isArray(entry.students) && typeof entry.question === "string") entries.set(key, entry);
  } catch { /* not ours, or cut off: the answer counts as not read */ }
}

// ---- the answers --------------------------------------------------------------------------------------------

const articles = [], byKey = new Map(), current = new Map(); // current: "student\0question" → digest of the answer now

function prepare() {
  for (const section of main.querySelectorAll("section")) {
    const blank = section.querySelector("template").content, { chapter, question, of } = section.dataset;
    for (const article of section.querySelectorAll("article")) {
      const answer = article.dataset.answer, students = JSON.parse(article.dataset.students);
      article.append(blank.cloneNode(true));
      Object.assign(article, { key: `${question}:${answer}`, students, of: Number(of), chapter, question, answer });
      articles.push(article);
      byKey.set(article.key, article);
      for (const student of students) current.set(`${student}\0${question}`, answer);
    }
  }
  const earlier = new Map(); // what was given for another text of the same student's answer
  for (const entry of entries.values()) {
    for (const student of entry.students) {
      const key = `${student}\0${entry.question}`;
      if (current.has(key) && current.get(key) !== entry.answer && entry.points !== null) earlier.set(key, entry);
    }
  }
  for (const article of articles) {
    article.earlier = article.students.map((student) => earlier.get(`${student}\0${article.question}`)).find(Boolean);
    show(article);
  }
}

const field = (article, name) => article.querySelector(`.form [name=${name}]`);
const ticks = (article) => [...article.querySelectorAll("fieldset input")];

// An entry of this browser, else what the files say, else nothing.
function given(article) {
  const entry = entries.get(article.key);
  if (entry) return entry;
  const { points, items, comment } = article.dataset;
  return { points: points ? Number(points) : null, items: items ?? "", comment: comment ?? "" };
}

function isRead(article) {
  const entry = entries.get(article.key);
  return entry ? entry.points !== null : "read" in article.dataset;
}

function show(article) {
  const { points, items, comment } = given(article), on = new Set(items.split(" "));
  for (const tick of ticks(article)) tick.checked = on.has(tick.value);
  field(article, "points").value = points ?? "";
  field(article, "comment").value = comment;
  state(article);
}

function state(article) {
  const { points } = given(article), changed = article.earlier && !isRead(article);
  const now = points === null ? says.unread : told(says.given, { n: points, of: article.of });
  const before = changed ? ` ${told(says.changed, { n: article.earlier.points })} ${article.earlier.comment}` : "";
  article.querySelector(".state").textContent = now + before;
  article.classList.toggle("read", isRead(article));
  article.classList.toggle("changed", Boolean(changed));
}

// What stands in the form becomes an entry.
function keep(article, points) {
  const items = ticks(article).filter((tick) => tick.checked).map((tick) => tick.value).join(" ");
  const { key, chapter, question, answer, students, of } = article;
  const known = entries.get(key)?.students ?? [];
  const entry = {
    chapter, question, answer, of, points, items, time: new Date().toISOString(),
    students: [...new Set([...known, ...students])], comment: field(article, "comment").value.trim(),
  };
  entries.set(key, entry);
  put(KEY + key, JSON.stringify(entry));
  if (!stored) say(says.full);
  dirty = true;
  state(article);
  count();
}

function points(article) { // of the field; undefined where it holds no such number
  const text = field(article, "points").value.trim().replace(",", ".");
  if (text === "") return null;
  const value = /^\d*\.?\d+$|^\d+\.$/.test(text) ? Number(text) : NaN;
  return value >= 0 && value <= article.of ? value : undefined;
}

function typed(article) {
  const value = points(article);
  field(article, "points").setAttribute("aria-invalid", String(value === undefined));
  if (value === undefined) return say(told(says.wrong, { of: article.of }));
  keep(article, value);
}

function ticked(article) {
  const all = ticks(article), sum = (some) => some.reduce((total, tick) => total + Number(tick.dataset.points), 0);
  const worth = (sum(all.filter((tick) => tick.checked)) * article.of) / (sum(all) || 1);
  give(article, Math.round(100 * worth) / 100);
}

function give(article, value) {
  const input = field(article, "points");
  input.value = value ?? "";
  input.setAttribute("aria-invalid", "false");
  keep(article, value);
  say(value === null ? says.unread : told(says.given, { n: value, of: article.of }));
}

function none(article, value) {
  for (const tick of ticks(article)) tick.checked = false;
  give(article, value);
}

function count() {
  const done = articles.filter(isRead).length, of = new Map();
  for (const article of articles) {
    const row = of.get(article.parentElement) ?? [0, 0];
    of.set(article.parentElement, [row[0] + isRead(article), row[1] + 1]);
  }
  for (const [section, [n, all]] of of) {
    main.querySelector(`[data-of-question="${section.dataset.number}"]`).textContent = told(says.count, { n, all });
  }
  const fresh = [...entries.values()].filter((entry) => entry.time > savedUntil).length;
  const unsaved = fresh ? ` · ${told(says.unsaved, { n: fresh })}` : "";
  find("count").textContent = told(says.count, { n: done, all: articles.length }) + unsaved;
}

// ---- moving -------------------------------------------------------------------------------------------------

let last = -1; // the place of the answer that was looked at last

function go(article) {
  if (!article) return;
  last = articles.indexOf(article);
  article.focus({ preventScroll: true });
  article.scrollIntoView({ block: "start" });
}

function step(by) {
  go(articles[Math.min(Math.max(last + by, 0), articles.length - 1)]);
}

function next() {
  const after = [...articles.slice(last + 1), ...articles.slice(0, last + 1)];
  const found = after.find((article) => !isRead(article));
  return found ? go(found) : say(says.all);
}

function pressed(event) {
  const typing = event.target.matches("textarea, input:not([type=checkbox])");
  const article = event.target.closest("article");
  if (event.key === "Escape" && typing && article) return go(article);
  if (event.key === "Enter" && event.ctrlKey && article) return next();
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !find("keys").checked) return;
  const tick = article && ticks(article)[Number(event.key) - 1];
  const keys = {
    n: next, j: () => step(1), k: () => step(-1), s: save,
    h: () => find("hide").click(),
    0: () => article && none(article, 0),
    p: () => article && field(article, "points").select(),
    c: () => article && field(article, "comment").focus(),
  };
  if (tick) tick.click();
  else if (Object.hasOwn(keys, event.key)) keys[event.key]();
  else return;
  event.preventDefault();
}

// ---- the file -----------------------------------------------------------------------------------------------

const cell = (value) => {
  const text = String(value ?? ""), safe = /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

// A row for each student and question: what was given for the present text, else what was given last.
function rows() {
  const best = new Map();
  for (const entry of entries.values()) {
    const here = byKey.get(`${entry.question}:${entry.answer}`);
    for (const student of new Set([...entry.students, ...(here?.students ?? [])])) {
      const key = `${student}\0${entry.question}`, before = best.get(key)?.entry;
      const worth = (one) => (one.answer === current.get(key) ? "1" : "0") + one.time;
      if (!before || worth(entry) > worth(before)) best.set(key, { student, entry });
    }
  }
  return [...best.values()].sort((a, b) => (a.entry.question + a.student < b.entry.question + b.student ? -1 : 1));
}

function save() {
  const reader = find("reader").value.trim(), all = rows();
  if (!all.length) return say(says.nothing);
  if (!reader) {
    find("reader").focus();
    return say(says.name);
  }
  const head = ["student", "chapter", "question", "of", "points", "comment", "items", "answer", "reader", "time"];
  const lines = all.map(({ student, entry: e }) =>
    [student, e.chapter, e.question, e.of, e.points, e.comment, e.items, e.answer, reader, e.time]);
  const text = [head, ...lines].map((line) => line.map(cell).join(",")).join("\r\n");
  savedUntil = new Date().toISOString();
  const when = savedUntil.slice(0, 19).replace(/\D/g, ""); // no file takes the place of an earlier one
  const link = document.createElement("a"), file = `manual-${reader.replace(/[^\p{L}\p{N}]+/gu, "-")}-${when}.csv`;
  link.href = URL.createObjectURL(new Blob([`\ufeff${text}\r\n`], { type: "text/csv" }));
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  dirty = false;
  put(`${OWN}saved`, savedUntil);
  say(told(says.saved, { n: all.length, file }));
  count();
}

// ---- begin --------------------------------------------------------------------------------------------------

take();
prepare();
count();
for (const part of document.querySelectorAll(".settings, .bar")) part.hidden = false;

const names = () => document.body.classList.toggle("nameless", find("hide").checked);
names();
find("hide").addEventListener("change", () => { names(); put(`${OWN}hide`, find("hide").checked ? "yes" : "no"); });
find("keys").addEventListener("change", () => put(`${OWN}keys`, find("keys").checked ? "yes" : "no"));
find("reader").addEventListener("change", () => put(`${OWN}reader`, find("reader").value.trim()));
find("next").addEventListener("click", next);
find("save").addEventListener("click", save);
main.addEventListener("change", (event) => { if (event.target.type === "checkbox") ticked(event.target.closest("article")); });
main.addEventListener("input", (event) => {
  const article = event.target.closest("article");
  if (event.target.name === "points") typed(article);
  if (event.target.name === "comment") keep(article, given(article).points);
});
main.addEventListener("click", (event) => {
  const article = event.target.closest("article");
  if (event.target.name === "none") none(article, 0);
  if (event.target.name === "clear") none(article, null);
});
main.addEventListener("focusin", (event) => {
  const article = event.target.closest("article");
  if (article) last = articles.indexOf(article);
});
document.addEventListener("keydown", pressed);
addEventListener("storage", (event) => { // another window of the same page
  if (!event.key?.startsWith(KEY) || event.key.startsWith(OWN) || !event.newValue) return;
  const key = event.key.slice(KEY.length);
  read(key, event.newValue);
  if (byKey.has(key)) show(byKey.get(key));
  count();
});
addEventListener("beforeunload", (event) => { if (!stored && dirty) event.preventDefault(); });
