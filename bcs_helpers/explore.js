// One figure and its controls, after panel.js: the same panel is fed by a kernel or by pictures computed in advance.
// A picture is {frame, moving}: two pieces of SVG. A panel calls `want(values, moved)` and is told `show(picture)`.
// With a kernel a slider has the steps that pictures are kept for; without one it has as many places as the screen.

const WAIT = 5000; // ms until a kernel that does not answer is said to be silent
const KEPT = 300; // pictures kept at hand
const NEAR = 6; // steps to both sides of the hand that are asked for in advance
const PLAYED = 8000; // ms in which Play goes through a range
const NARROW = 480; // px of a place in which columns stand one below the other
const REACH = 24; // px around a handle where it can be taken

const STYLE = `
:host { display: block; max-width: 100%; }
[role=img] { display: block; width: 100%; height: auto; stroke-linejoin: round; stroke-linecap: butt; }
.handles { touch-action: pan-y; }
.near { cursor: grab; }
.held { cursor: grabbing; }
.dark [role=img] { filter: invert(1) hue-rotate(180deg); }
.dark { color-scheme: dark; }
.controls { display: flex; flex-wrap: wrap; align-items: center; gap: 0.2em 1.6em; }
.row { display: flex; align-items: center; gap: 0.2em 0.5em; min-height: 1.9em; }
.slides { flex: 1 1 18em; max-width: 34em; }
.buttons { flex-wrap: wrap; }
label { white-space: nowrap; }
input[type=range] { flex: 1 1 6em; min-width: 5em; margin: 0; accent-color: #0072b2; touch-action: pan-y; }
input[type=number] { width: 4.8em; }
input, select, button { font: inherit; min-height: 1.7em; }
[role=status] { font-family: monospace; white-space: pre-wrap; }
@media (max-width: 480px) { .slides { flex-basis: 100%; } label { white-space: normal; } }
@media print { input[type=range], button, [role=status], .buttons { display: none !important; } .dark [role=img] { filter: none; } }`;

export const short = (value) => (typeof value === "number" ? String(Number(value.toPrecision(4))) : value);
// A value of a control in the reader's language.
const told = ({ values, texts }, value) => texts?.[values.indexOf(value)] ?? short(value);

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

// The value at a place between the steps of a slider, and the place of a value.
const between = (range, place) => {
  const low = Math.min(Math.floor(place), range.length - 2);
  return Number((range[low] + (place - low) * (range[low + 1] - range[low])).toPrecision(4));
};
const placeOf = (range, value) => {
  const high = Math.max(range.findIndex((other) => other >= value), 1);
  return high - 1 + (value - range[high - 1]) / (range[high] - range[high - 1]);
};

export function panel(host, sheet, want, exact) {
  const values = Object.fromEntries(sheet.controls.map((control) => [control.name, control.value]));
  host.dataset.explore = "";
  const body = make("div", { style: `max-width: var(--explore-width, ${(sheet.width * 110) / 72}px)` });
  const status = make("div", { role: "status" });
  body.innerHTML = `<svg role="img"><svg><g id="drawing"><g class="frame"></g><g class="moving"></g></g><defs>${sheet.glyphs ?? ""}</defs></svg></svg>`;
  const picture = body.firstChild, [frame, moving] = picture.firstChild.firstChild.children;
  const root = rooted(host, STYLE, body), controls = make("div", { class: "controls" });
  body.append(controls);

  const refresh = sheet.controls.map((control) => {
    const { name, label, unit, values: range, menu, whole } = control;
    const id = `control-${name}`;
    const set = (value) => ((values[name] = value), update(), want({ ...values }, name));
    if (menu) {
      const select = make("select", { id }, ...range.map((value) => make("option", {}, `${told(control, value)} ${unit}`)));
      select.onchange = () => set(range[select.selectedIndex]);
      controls.append(make("div", { class: "row" }, make("label", { for: id }, label), select));
      return () => (select.selectedIndex = nearest(range, values[name]));
    }
    const steps = exact || whole;
    const slider = make("input", { id, type: "range", min: 0, max: range.length - 1, step: steps ? 1 : "any" });
    const number = make("input", { type: "number", step: "any", min: range[0], max: range.at(-1), "aria-label": `${label} ${unit}` });
    slider.oninput = () => set(steps ? range[slider.value] : between(range, Number(slider.value)));
    slider.onpointerenter = slider.onfocus = () => exact && want({ ...values }, name);
    slider.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
      if (!step || steps) return;
      event.preventDefault(); // keys go from step to step
      const place = placeOf(range, values[name]);
      set(range[Math.min(Math.max(step > 0 ? Math.floor(place + 1e-6) + 1 : Math.ceil(place - 1e-6) - 1, 0), range.length - 1)]);
    });
    number.onchange = () => {
      if (number.value === String(short(values[name]))) return; // nothing was typed, or Enter has already been heard
      const typed = Math.min(Math.max(Number(number.value), range[0]), range.at(-1));
      set(number.value === "" ? values[name] : whole && !exact ? range[nearest(range, typed)] : typed);
    };
    number.onkeydown = ({ key }) => void (key === "Enter" && number.onchange()); // Chromium tells of Enter in forms only
    controls.append(make("div", { class: "row slides" }, make("label", { for: id }, label), slider, number, ...(unit ? [make("span", {}, unit)] : [])));
    return () => {
      slider.value = steps ? nearest(range, values[name]) : placeOf(range, values[name]);
      number.value = short(values[name]);
      slider.setAttribute("aria-valuetext", `${short(values[name])} ${unit}`);
    };
  });
  const update = () => {
    status.textContent = ""; // what was said of the values before
    refresh.forEach((one) => one());
    if (!player.on) tell();
  };
  const tell = () => {
    const now = sheet.controls.map((control) => `${control.label} ${told(control, values[control.name])} ${control.unit}`.trim()).join(", ");
    const moved = sheet.controls.some(({ name, value }) => values[name] !== value);
    picture.setAttribute("aria-label", moved ? word(sheet, "{alt} That was at the beginning; now: {now}.", { alt: sheet.alt, now }) : sheet.alt);
  };

  // Play goes on when the last picture has come, and stops at a press, at Escape, and when the page is hidden.
  const player = { on: false, waits: false };
  const buttons = [];
  if (sheet.play) {
    const { name, values: range, whole } = sheet.controls.find((control) => control.name === sheet.play);
    const calm = matchMedia("(prefers-reduced-motion: reduce)");
    const button = make("button", { type: "button", "aria-pressed": "false" }, word(sheet, "Play"));
    const go = (share) => {
      const next = values[name] + share * (range.at(-1) - range[0]);
      const value = next > range.at(-1) ? (values[name] < range.at(-1) ? range.at(-1) : range[0]) : next;
      values[name] = whole ? range[Math.min(nearest(range, values[name]) + 1, range.length) % range.length] : value;
      player.waits = true;
      update();
      want({ ...values }, name);
    };
    let before = null;
    const frames = (time) => {
      if (!player.on || !host.isConnected) return;
      if (!player.waits && time - before > 1000 / 61) {
        const share = Math.min(time - (before ?? time), 100) / PLAYED;
        if (before === null || !whole || share > 0.8 / range.length) go(share), (before = time);
      }
      requestAnimationFrame(frames);
    };
    player.set = (on) => {
      if (player.on === on) return;
      Object.assign(player, { on, waits: false });
      before = null;
      button.setAttribute("aria-pressed", String(on));
      button.textContent = on ? word(sheet, "Pause") : word(sheet, "Play");
      on ? requestAnimationFrame(frames) : tell();
    };
    button.onclick = () => (calm.matches ? go(1 / 24) : player.set(!player.on));
    root.addEventListener("keydown", ({ key }) => key === "Escape" && player.set(false));
    document.addEventListener("visibilitychange", () => document.hidden && player.set(false));
    buttons.push(button);
  }
  const stop = () => player.set?.(false);

  const start = { text: word(sheet, "reset"), values: { ...values } };
  for (const { text, values: chosen } of [...sheet.presets, start]) {
    const button = make("button", { type: "button" }, text);
    button.onclick = () => (stop(), Object.assign(values, chosen), update(), want({ ...values }, sheet.controls[0].name));
    buttons.push(button);
  }
  controls.append(make("div", { class: "row buttons" }, ...buttons));
  body.append(status);

  // Where the figure is narrow its columns stand one below the other, each a window on the same drawing.
  const columns = sheet.columns ?? [0, sheet.width];
  let stacked = null;
  const arrange = () => {
    const narrow = columns.length > 2 && host.clientWidth > 0 && host.clientWidth < NARROW;
    if (narrow === stacked) return;
    stacked = narrow;
    const wide = narrow ? Math.max(...columns.slice(1).map((edge, i) => edge - columns[i])) : sheet.width;
    const windows = narrow ? columns.slice(0, -1) : [0];
    picture.setAttribute("viewBox", `0 0 ${wide} ${windows.length * sheet.height}`);
    while (picture.children.length > 1) picture.lastChild.remove();
    windows.forEach((left, i) => {
      const room = narrow ? columns[i + 1] - left : sheet.width;
      if (i) picture.insertAdjacentHTML("beforeend", '<svg><use href="#drawing"/></svg>');
      const place = { x: 0, y: i * sheet.height, width: room, height: sheet.height, viewBox: `${left} 0 ${room} ${sheet.height}` };
      for (const [name, value] of Object.entries(place)) picture.children[i].setAttribute(name, value);
    });
  };

  // A handle is a marker with the name of a parameter; it is dragged along its axis.
  const handles = Object.entries(sheet.handles ?? {});
  const point = ({ clientX, clientY }) => {
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(picture.getScreenCTM().inverse());
    const column = stacked ? Math.min(Math.max(Math.floor(y / sheet.height), 0), columns.length - 2) : 0;
    return stacked ? { x: x + columns[column], y: y - column * sheet.height } : { x, y };
  };
  const taken = (event) => {
    const { x, y } = point(event), far = REACH / picture.getScreenCTM().a;
    const found = handles.map(([name, handle]) => {
      const box = moving.querySelector(`[id="${name}"]`)?.getBBox();
      return { name, handle, away: box ? Math.hypot(x - box.x - box.width / 2, y - box.y - box.height / 2) : Infinity };
    });
    return found.filter(({ away }) => away < far).sort((one, other) => one.away - other.away)[0];
  };
  let held = null;
  const follow = (event) => {
    const { along, from, to, log } = held.handle;
    const share = (point(event)[along] - from[0]) / (to[0] - from[0]);
    const at = log ? from[1] * (to[1] / from[1]) ** share : from[1] + share * (to[1] - from[1]);
    const { values: range, whole } = sheet.controls.find(({ name }) => name === held.name);
    const value = Number(Math.min(Math.max(at, range[0]), range.at(-1)).toPrecision(4));
    values[held.name] = whole ? range[nearest(range, value)] : value;
    update();
    want({ ...values }, held.name);
  };
  if (handles.length) {
    picture.classList.add("handles");
    picture.onpointerdown = (event) => {
      if (!(held = taken(event) ?? null)) return;
      event.preventDefault();
      stop();
      picture.setPointerCapture(event.pointerId);
      picture.classList.add("held");
    };
    picture.onpointermove = (event) => (held ? follow(event) : picture.classList.toggle("near", Boolean(taken(event))));
    picture.onpointerup = picture.onpointercancel = () => ((held = null), picture.classList.remove("held"));
    picture.addEventListener("touchstart", (event) => taken(event.touches[0]) && event.preventDefault(), { passive: false });
  }
  arrange();
  update();

  const forget = followLook(host, body, arrange);

  let shown = null;
  return {
    show(picture) {
      if (picture.frame !== shown) frame.innerHTML = shown = picture.frame;
      moving.innerHTML = picture.moving;
      player.waits = false;
    },
    say: (text) => ((status.textContent = text), text && stop()),
    close: () => (stop(), forget()),
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

// Without one: pictures computed in advance stand in the page as numbers (see _vertices.py), and replace the still one.
export function unpack(bytes) {
  const end = bytes.indexOf(10), sheet = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)));
  const half = (bytes.length - end - 1) / 2;
  const raw = new Int16Array(half).map((_, i) => (bytes[end + 1 + i] << 8) | bytes[end + 1 + half + i]);
  let begin = 0;
  sheet.kinds = sheet.kinds.map(([text, family, layout, said, count, points, stride]) => {
    const at = raw.subarray(begin, (begin += count * points));
    for (let row = 0; row < count; row++)
      for (let k = stride; k < points; k++) at[row * points + k] += at[row * points + k - stride];
    for (let i = points; i < at.length; i++) at[i] += at[i - points];
    const holes = text.match(/[~@]|[\w-]+¤/g) ?? []; // a place, the number of the part, a digit of a font
    return { texts: text.split(/[~@]|[\w-]+¤/), holes, family, layout, said, points, at };
  });
  const seen = sheet.kinds.map(() => 0);
  sheet.keys = sheet.scenes.map((scene) => {
    const times = {};
    return scene.map((kind) => `${sheet.kinds[kind].family} ${(times[sheet.kinds[kind].family] = (times[sheet.kinds[kind].family] ?? 0) + 1)}`);
  });
  sheet.places = sheet.keys.map((keys) => new Map(keys.map((key, i) => [key, i])));
  sheet.rows = sheet.shown.map((scene) => sheet.scenes[scene].map((kind) => seen[kind]++));
  return sheet;
}

// The place of a value among the pictures of a slider that is tied to a kink (Tied in _vertices.py): 0 at its low end, 1 at
// the kink, 2 at its high end. The kink is read from its table at a value x of another slider.
export function tiedPlace([, at, kinks], range, value, x) {
  const i = Math.min(Math.max(at.findLastIndex((one) => one <= x), 0), Math.max(at.length - 2, 0));
  const kink = at.length < 2 ? kinks[0] : kinks[i] + ((x - at[i]) / (at[i + 1] - at[i])) * (kinks[i + 1] - kinks[i]);
  const end = value < kink ? range[0] : range.at(-1);
  return end === kink ? 1 : 1 + Math.sign(value - kink) * Math.sqrt((value - kink) / (end - kink));
}

// The pictures around the values, and how much each counts.
function around(sheet, values) {
  let block = 0, corners = [{ place: 0, weight: 1 }], slider = 0;
  for (const { name, values: range, choice } of sheet.controls) if (choice) block = block * range.length + nearest(range, values[name]);
  for (const { name, values: range, choice, whole } of sheet.controls) {
    if (choice) continue;
    const nodes = sheet.blocks[block][slider++], kink = sheet.kinks?.[block][name];
    const value = kink ? tiedPlace(kink, range, values[name], values[kink[0]]) : values[name];
    const low = whole || nodes.length < 2 ? nearest(nodes, value) : Math.min(Math.max(nodes.findLastIndex((node) => node <= value), 0), nodes.length - 2);
    const share = whole || nodes.length < 2 ? 0 : (value - nodes[low]) / (nodes[low + 1] - nodes[low]);
    const both = [[low, 1 - share], [low + 1, share]].filter(([, weight]) => weight > 1e-9);
    corners = corners.flatMap(({ place, weight }) => both.map(([i, more]) => ({ place: place * nodes.length + i, weight: weight * more })));
  }
  const before = sheet.blocks.slice(0, block).reduce((sum, nodes) => sum + nodes.reduce((n, one) => n * one.length, 1), 0);
  return corners.map(({ place, weight }) => ({ place: before + place, weight })).sort((one, other) => other.weight - one.weight);
}

// The picture at any values: {frame, moving}. Each part as it is between the pictures around, else as in the nearest.
export function picture(sheet, values) {
  const corners = around(sheet, values), sliders = sheet.controls.filter(({ choice }) => !choice);
  const parts = sheet.keys[sheet.shown[corners[0].place]].map((key, number) => {
    const found = corners.flatMap(({ place, weight }) => {
      const i = sheet.places[sheet.shown[place]].get(key);
      return i === undefined ? [] : [{ kind: sheet.kinds[sheet.scenes[sheet.shown[place]][i]], row: sheet.rows[place][i], weight }];
    });
    const all = found.length === corners.length;
    const numbers = found[0].kind.layout.map(([, after], k) => {
      const link = sheet.links[found[0].kind.family][k];
      if (link !== null) return Number(values[sliders[link].name]).toFixed(after);
      if (!all) return found[0].kind.said[found[0].row][k].toFixed(after);
      return found.reduce((sum, { kind, row, weight }) => sum + weight * kind.said[row][k], 0).toFixed(after);
    });
    const fits = ({ kind }) => kind.layout.every(([digits, , minus], k) =>
      numbers[k].replace(/\D/g, "").length === digits && numbers[k].startsWith("-") === minus);
    const { kind, row } = found.find(fits) ?? found[0];
    const same = all && found.every((one) => one.kind === kind);
    const digits = numbers.map((text, k) => text.replace(/\D/g, "").padStart(kind.layout[k][0], "0").slice(-kind.layout[k][0])).join("");
    let hole = 0, digit = 0, svg = kind.texts[0];
    for (let i = 0; i < kind.holes.length; i++) {
      if (kind.holes[i] === "~") {
        let x = same ? 0 : kind.at[row * kind.points + hole];
        if (same) for (const one of found) x += one.weight * kind.at[one.row * kind.points + hole];
        hole++;
        svg += Math.round(5 * x) / 100;
      } else if (kind.holes[i] === "@") svg += `-${number}`;
      else svg += sheet.digits[kind.holes[i].slice(0, -1)][digits[digit++]];
      svg += kind.texts[i + 1];
    }
    return svg;
  });
  return { frame: parts[0], moving: parts.slice(1).join("\n") };
}

async function ready(name) {
  for (const host of places(name)) {
    const stream = new Blob([bytesOf(host.dataset.vertices)]).stream().pipeThrough(new DecompressionStream("deflate"));
    const sheet = unpack(new Uint8Array(await new Response(stream).arrayBuffer()));
    const face = panel(host, sheet, (values) => face.show(picture(sheet, values)), false);
    face.show(picture(sheet, Object.fromEntries(sheet.controls.map(({ name, value }) => [name, value]))));
  }
}

export default { render };
