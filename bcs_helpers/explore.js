// One figure and its controls: the same panel is fed by a kernel or by pictures computed in advance.
// A picture is {frame, moving}: two pieces of SVG. A panel calls `want(values, moved)` and is told `show(picture)`.

const WAIT = 5000; // ms until a kernel that does not answer is said to be silent
const KEPT = 300; // pictures kept at hand
const NEAR = 6; // steps to both sides of the hand that are asked for in advance

const STYLE = `
:host { display: block; max-width: 100%; }
svg { display: block; width: 100%; height: auto; stroke-linejoin: round; stroke-linecap: butt; }
.dark svg { filter: invert(1) hue-rotate(180deg); }
.dark { color-scheme: dark; }
.row { display: flex; flex-wrap: wrap; align-items: center; gap: 0.2em 0.7em; min-height: 2em; }
.row > :first-child { flex: 0 0 9em; text-align: right; }
.row > input[type=range] { flex: 1 1 10em; min-width: 8em; max-width: 24em; accent-color: #0072b2; touch-action: pan-y; }
.row > input[type=number] { width: 6em; }
.row > :last-child { min-width: 2em; }
input, select, button { font: inherit; min-height: 1.8em; }
[role=status] { min-height: 1.4em; font-family: monospace; white-space: pre-wrap; }
@media (max-width: 480px) { .row > :first-child { flex-basis: 100%; text-align: left; } }
@media print { input[type=range], button, [role=status] { display: none !important; } .dark svg { filter: none; } }`;

function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export const short = (value) => (typeof value === "number" ? String(Number(value.toPrecision(4))) : value);

// What the panel says itself, in the reader's language; {fields} are filled in.
export function word(sheet, english, fields = {}) {
  const text = sheet.words?.[english] ?? english;
  return text.replace(/\{(\w+)\}/g, (hole, name) => fields[name] ?? hole);
}

export function nearest(values, value) {
  const place = values.indexOf(value);
  if (place >= 0 || typeof value !== "number") return Math.max(place, 0);
  return values.reduce((best, v, i) => (Math.abs(v - value) < Math.abs(values[best] - value) ? i : best), 0);
}

// The values beside the hand, nearest first, for the control that moved.
export function beside(sheet, values, name) {
  const range = sheet.controls.find((control) => control.name === name).values;
  const here = nearest(range, values[name]);
  const places = Array.from({ length: NEAR }, (_, i) => [here + i + 1, here - i - 1]).flat();
  return places.filter((i) => i >= 0 && i < range.length).map((i) => ({ ...values, [name]: range[i] }));
}

export function panel(host, sheet, want, exact) {
  const values = Object.fromEntries(sheet.controls.map((control) => [control.name, control.value]));
  const svg = `<svg viewBox="0 0 ${sheet.width} ${sheet.height}" role="img"><g></g><g></g><defs>${sheet.glyphs ?? ""}</defs></svg>`;
  host.dataset.explore = "";
  host.dataset.lmSuppressShortcuts = "true"; // else JupyterLab takes a typed 1 for “make this cell a heading”
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const body = make("div", { style: `max-width: ${(sheet.width * 110) / 72}px` });
  const status = make("div", { role: "status" });
  body.innerHTML = svg;
  const picture = body.firstChild, [frame, moving] = picture.children;
  root.replaceChildren(make("style", {}, STYLE), body);

  const refresh = sheet.controls.map(({ name, label, unit, values: range }) => {
    const id = `control-${name}`;
    const set = (value) => ((values[name] = value), update(), want({ ...values }, name));
    if (range.length < 4 || typeof range[0] !== "number") {
      const menu = make("select", { id }, ...range.map((value) => make("option", {}, `${short(value)} ${unit}`)));
      menu.onchange = () => set(range[menu.selectedIndex]);
      body.append(make("div", { class: "row" }, make("label", { for: id }, label), menu));
      return () => (menu.selectedIndex = nearest(range, values[name]));
    }
    const slider = make("input", { id, type: "range", min: 0, max: range.length - 1, step: 1 });
    const number = make("input", { type: "number", step: "any", min: range[0], max: range.at(-1), "aria-label": `${label} ${unit}` });
    slider.oninput = () => set(range[slider.value]);
    slider.onpointerenter = slider.onfocus = () => want({ ...values }, name);
    number.onchange = () => {
      if (number.value === String(short(values[name]))) return; // nothing was typed, or Enter has already been heard
      const typed = Math.min(Math.max(Number(number.value), range[0]), range.at(-1));
      const value = number.value === "" ? values[name] : exact ? typed : range[nearest(range, typed)];
      const moved = !exact && number.value !== "" && short(value) !== short(typed);
      set(value);
      if (moved) {
        const fields = { typed: short(typed), value: `${short(value)} ${unit}`.trim() };
        status.textContent = word(sheet, "{typed} has no picture here, the nearest is at {value}", fields);
      }
    };
    number.onkeydown = ({ key }) => void (key === "Enter" && number.onchange()); // Chromium tells of Enter in forms only
    body.append(make("div", { class: "row" }, make("label", { for: id }, label), slider, number, make("span", {}, unit)));
    return () => {
      slider.value = nearest(range, values[name]);
      number.value = short(values[name]);
      slider.setAttribute("aria-valuetext", `${short(values[name])} ${unit}`);
    };
  });
  const update = () => {
    status.textContent = ""; // what was said of the values before
    refresh.forEach((one) => one());
    const now = sheet.controls.map(({ name, label, unit }) => `${label} ${short(values[name])} ${unit}`.trim()).join(", ");
    const moved = sheet.controls.some(({ name, value }) => values[name] !== value);
    picture.setAttribute("aria-label", moved ? word(sheet, "{alt} That was at the beginning; now: {now}.", { alt: sheet.alt, now }) : sheet.alt);
  };

  const start = { text: word(sheet, "reset"), values: { ...values } };
  const buttons = [...sheet.presets, start].map(({ text, values: chosen }) => {
    const button = make("button", { type: "button" }, text);
    button.onclick = () => (Object.assign(values, chosen), update(), want({ ...values }, sheet.controls[0].name));
    return button;
  });
  body.append(make("div", { class: "row" }, make("span", {}), ...buttons), status);
  update();

  // Pale text around us means a dark page. A host that is not yet in the page has no colour; its first size tells when it is.
  const look = () => {
    const [red, green, blue] = (getComputedStyle(host).color.match(/[\d.]+/g) ?? [0, 0, 0]).map(Number);
    body.classList.toggle("dark", red + green + blue > 384);
  };
  const watch = new MutationObserver(look), sized = new ResizeObserver(look);
  for (const element of [document.documentElement, document.body]) watch.observe(element, { attributes: true });
  sized.observe(host);
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  scheme.addEventListener("change", look);

  let shown = null;
  return {
    show(picture) {
      if (picture.frame !== shown) frame.innerHTML = shown = picture.frame;
      moving.innerHTML = picture.moving;
    },
    say: (text) => (status.textContent = text),
    close: () => (watch.disconnect(), sized.disconnect(), scheme.removeEventListener("change", look)),
  };
}

// One question at a time. `ask` sends one; `answered` takes what came back; what waits is only the newest.
export function latest(sheet, ask, show, say, later = setTimeout, forget = clearTimeout) {
  const kept = new Map();
  let wanted = null, asked = null, alarm = null, ahead = [];
  const key = (values) => JSON.stringify(Object.values(values));
  const next = () => {
    if (asked !== null) return;
    while (ahead.length && kept.has(key(ahead[0]))) ahead.shift();
    const values = wanted && !kept.has(key(wanted)) ? wanted : ahead.shift();
    if (!values) return;
    asked = key(values);
    alarm = later(() => {
      asked = null; // the next movement asks again
      ahead = [];
      say(word(sheet, "No answer from the kernel: the picture stands still. If it is busy, wait; if it was closed or restarted: Run ▸ Run All Cells."));
    }, WAIT);
    ask({ key: asked, values });
  };
  return {
    want(values, moved) {
      wanted = values;
      ahead = beside(sheet, values, moved);
      if (kept.has(key(values))) show(kept.get(key(values)));
      next();
    },
    answered({ key: name, error, moving, frame }) {
      const picture = { moving, error, frame: frame ?? sheet.first.frame };
      forget(alarm);
      asked = null;
      kept.set(name, picture);
      if (kept.size > KEPT) kept.delete(kept.keys().next().value);
      if (wanted && key(wanted) === name) show(picture);
      next();
    },
    close: () => forget(alarm),
  };
}

// With a kernel: the entry that anywidget calls.
function render({ model, el }) {
  const sheet = model.get("sheet");
  const show = (picture) => (picture.error ? 0 : face.show(picture), face.say(picture.error ?? ""));
  const feed = latest(sheet, (question) => model.send(question), show, (text) => face.say(text));
  const face = panel(el.appendChild(make("div", {})), sheet, feed.want, true);
  model.on("msg:custom", feed.answered);
  face.show(sheet.first);
  return () => (model.off("msg:custom", feed.answered), feed.close(), face.close());
}

// Without one: pictures computed in advance stand in the page, and replace the still one.
async function ready(name) {
  for (const host of document.querySelectorAll(`.${name}:not([data-begun])`)) {
    host.dataset.begun = "";
    const bytes = Uint8Array.from(atob(host.dataset.pictures), (letter) => letter.charCodeAt(0));
    const text = new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).text();
    const sheet = JSON.parse(await text);
    const picture = (values) => {
      const place = sheet.controls.reduce((sum, c) => sum * c.values.length + nearest(c.values, values[c.name]), 0);
      const [frame, moving] = sheet.pictures[place];
      return { frame: sheet.frames[frame], moving };
    };
    const face = panel(host, sheet, (values) => face.show(picture(values)), false);
    face.show(sheet.first);
  }
}

export default { render };
