"use strict";
// Translations stay in this browser, an entry for each English sentence, and come out as a form for `bcs words fill`.
const find = (id) => document.getElementById(id), main = find("messages"), { language, name } = main.dataset;
const says = find("says").dataset, KEY = `bcs-words:${language}:`, SAVED = `bcs-words-saved:${language}`;
const told = (text, fields) => text.replace(/\{(\w+)\}/g, (_, field) => fields[field]);
const say = (text) => { find("said").textContent = text; };

// ---- what does not fit ------------------------------------------------------------------------------------------

const rules = JSON.parse(find("rules").textContent), every = (source) => new RegExp(source, "gu");
const parts = rules.parts.map(([part, source]) => [part, every(source)]);
const [formula, code, named, field, jinja, unset, lost] = [rules.formula, rules.code, rules.named, rules.field,
  rules.jinja, rules.unset, rules.lost].map(every);
const setting = rules.setting.map(every), blank = (match) => " ".repeat(match.length);

const among = (text, pattern) => new Set([...text.matchAll(pattern)].map(([part]) => part.replace(named, "\\text{}")));
const bare = (text) => text.replace(formula, " ").replace(code, " ");

function fields(text, filled) {
  const held = [...(filled ? text : text.replace(formula, "")).matchAll(field)]
    .map(([part]) => part.replace(/^(\{\w+)[!:].*(?=\})/u, "$1"))
    .filter((part) => part !== "{{" && part !== "}}" && (filled || rules.facts.includes(part.replace(/[{}]/g, ""))));
  return new Set([...text.matchAll(jinja)].map(([part]) => part).concat(held));
}

function bold(text, filled) {
  return (filled ? text.replace(field, "x") : text).split("**").length - 1;
}

// A sentence for each fault, as catalogues.faults finds them; what needs a parser or numerals is left to it.
function faults(english, translation, { filled = false, drawn = false } = {}) {
  const found = [], less = (there, here, text) => {
    for (const part of there) if (!here.has(part)) found.push(told(text, { part }));
  };
  for (const [part, pattern] of parts) {
    const [there, here] = [english, translation].map((text) => among(rules.whole.includes(part) ? text : bare(text), pattern));
    less(there, here, says.lost);
    if (rules.meant.includes(part)) less(here, there, says.added);
  }
  const [there, here] = [english, translation].map((text) => fields(text, filled));
  less(there, here, says.lost);
  less(here, there, says.added);
  const marks = [english, translation].map((text) => bold(text, filled));
  if (marks[0] !== marks[1]) found.push(told(says.bold, { there: marks[0] >> 1, here: marks[1] >> 1 }));
  if (english.split("\n").length !== translation.split("\n").length) found.push(says.lines);
  let plain = translation.replace(unset, blank);
  if (filled) plain = plain.replace(field, blank);
  for (const pattern of [formula, code]) plain = plain.replace(pattern, (match) => "0".repeat(match.length));
  setting.forEach((pattern, n) => {
    for (const { index: at } of plain.matchAll(pattern)) {
      found.push(told(says[`set${n}`], { part: `…${translation.slice(Math.max(at - 4, 0), at + 8)}…` }));
    }
  });
  const outside = translation.replace(formula, "");
  if (drawn && translation.includes("$") && every(rules.han).test(outside)) {
    for (const part of new Set(outside.match(lost))) found.push(told(says.letter, { part }));
  }
  return found;
}

// ---- what is kept -----------------------------------------------------------------------------------------------

const articles = [...main.querySelectorAll("article")], byKey = new Map();
const entries = new Map(); // article → {text, was, time}: `was` stood in the catalogue when the text was written
let stored = true, dirty = false, savedUntil = "";

function put(key, value) {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    stored = false;
    find("closed").hidden = false;
  }
}

function take(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    stored = false;
    find("closed").hidden = false;
    return null;
  }
}

// The entry that the browser has for a sentence. One that the catalogue has meanwhile is done with.
function read(article) {
  entries.delete(article);
  try {
    const entry = JSON.parse(take(article.key));
    if (typeof entry?.text !== "string") return;
    if (entry.text === article.was) put(article.key, null);
    else entries.set(article, entry);
  } catch { /* not ours, or cut off */ }
}

function prepare() {
  savedUntil = take(SAVED) ?? "";
  for (const article of articles) {
    const box = article.querySelector("textarea"), { room, state, context } = article.dataset;
    const english = article.querySelector(".english").textContent;
    Object.assign(article, { box, room, context, english, shown: box.defaultValue, // in the box, before anything is written
      was: state === "changed" ? "" : box.defaultValue, key: `${KEY}${context ?? ""}\u0004${english}` });
    byKey.set(article.key, article);
    read(article);
    show(article, true);
  }
}

// The file has a translation without the spaces at its ends; `fill` puts back those of the English.
function fitted(article) {
  const { english } = article, inner = english.trim(), [before, after] = inner ? english.split(inner) : ["", ""];
  return `${before}${article.box.value.trim()}${after}`;
}

function show(article, anew = false) {
  const entry = entries.get(article), { box, dataset } = article;
  if (anew) box.value = entry?.text ?? article.shown;
  const looked = entry || dataset.state === "done", options = { filled: "filled" in dataset, drawn: "drawn" in dataset };
  article.faults = looked && box.value.trim() ? faults(article.english, fitted(article), options) : [];
  const notes = entry && entry.was !== article.was && article.was ? [told(says.otherwise, { text: article.was })] : [];
  article.querySelector(".faults").replaceChildren(...[...article.faults, ...notes].map((text) => {
    const line = document.createElement("li");
    line.textContent = text;
    return line;
  }));
  box.setAttribute("aria-invalid", String(article.faults.length > 0));
  article.classList.toggle("mine", Boolean(entry));
  article.querySelector("[name=back]").hidden = !entry;
  const button = article.querySelector("[name=take]");
  if (button) button.hidden = Boolean(entry);
}

function write(article, text) {
  if (text === article.was || (!text.trim() && !article.was)) entries.delete(article);
  else entries.set(article, { text, was: article.was, time: new Date().toISOString() });
  const entry = entries.get(article);
  put(article.key, entry ? JSON.stringify(entry) : null);
  dirty ||= Boolean(entry);
  say("");
  show(article);
  count();
}

// ---- what is shown ----------------------------------------------------------------------------------------------

const is = { all: () => true, missing: (a) => a.dataset.state === "missing" && !entries.has(a),
  changed: (a) => a.dataset.state === "changed" && !entries.has(a), mine: (a) => entries.has(a), wrong: (a) => a.faults.length > 0 };

function count() {
  for (const place of main.parentElement.querySelectorAll(".bar [data-count]")) {
    place.textContent = articles.filter(is[place.dataset.count]).length;
  }
  const left = [...entries.values()].filter((entry) => entry.time > savedUntil).length;
  const shown = articles.filter((article) => !article.hidden).length;
  find("count").textContent = [told(says.shown, { n: shown }), ...(left ? [told(says.unsaved, { n: left })] : [])].join(" · ");
}

function filter() {
  const wanted = is[document.querySelector("[name=show]:checked").value], words = find("search").value.toLowerCase().trim();
  for (const article of articles) {
    const held = () => `${article.textContent}\n${article.box.value}`.toLowerCase();
    article.hidden = !wanted(article) || (words !== "" && !held().includes(words));
  }
  for (const section of main.querySelectorAll("section")) section.hidden = !section.querySelector("article:not([hidden])");
  count();
}

function next(article) {
  const left = articles.slice(articles.indexOf(article) + 1).find((other) => !other.hidden);
  left?.box.focus();
  left?.scrollIntoView({ block: "center" });
}

// ---- what leaves the browser --------------------------------------------------------------------------------------

function save() {
  const rows = articles.filter((article) => entries.has(article) && article.box.value.trim());
  if (!rows.length) return say(says.nothing);
  const messages = rows.map((article) => ({ room: article.room, ...(article.context && { context: article.context }),
    english: article.english, translation: entries.get(article).text, instead_of: entries.get(article).was }));
  savedUntil = new Date().toISOString();
  const link = document.createElement("a"), file = `words-${name}-${savedUntil.slice(0, 19).replace(/\D/g, "")}.json`;
  link.href = URL.createObjectURL(new Blob([`${JSON.stringify({ language, messages }, null, 1)}\n`], { type: "application/json" }));
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  dirty = false;
  put(SAVED, savedUntil);
  count();
  const unfit = rows.filter((article) => article.faults.length).length;
  say([told(says.saved, { n: rows.length, file }), ...(unfit ? [told(says.unfit, { n: unfit })] : [])].join(" "));
}

// ---- begin --------------------------------------------------------------------------------------------------------

prepare();
count();
for (const part of document.querySelectorAll(".bar")) part.hidden = false;

main.addEventListener("input", (event) => write(event.target.closest("article"), event.target.value));
main.addEventListener("click", (event) => {
  const article = event.target.closest("article");
  if (event.target.name === "take") write(article, article.box.value);
  if (event.target.name === "back") {
    article.box.value = article.shown;
    write(article, article.was);
    article.box.focus();
  }
});
for (const choice of document.querySelectorAll("[name=show]")) choice.addEventListener("change", filter);
find("search").addEventListener("input", filter);
find("save").addEventListener("click", save);
document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
  if (event.key === "s") {
    event.preventDefault();
    save();
  } else if (event.key === "Enter" && event.target.closest("article")) {
    event.preventDefault();
    next(event.target.closest("article"));
  }
});
addEventListener("storage", (event) => { // another window of the same page
  const article = byKey.get(event.key);
  if (!article) return;
  read(article);
  show(article, true);
  count();
});
addEventListener("beforeunload", (event) => { if (!stored && dirty) event.preventDefault(); });
