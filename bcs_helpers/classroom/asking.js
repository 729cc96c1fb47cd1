// A question and its answers, after panel.js: the same panel with a kernel, which is told of the answer, and without.

const STYLE = `
:host { display: block; max-width: 62em; }
.dark { color-scheme: dark; }
form { border-left: 4px solid #0072b2; padding-left: 0.9em; margin: 0.3em 0; line-height: 1.4; }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
legend { padding: 0; margin-bottom: 0.2em; }
.options { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1.4em; }
label.option { display: flex; gap: 0.4em; align-items: baseline; padding: 0.1em 0; }
.row { display: flex; flex-wrap: wrap; align-items: center; gap: 0.2em 0.7em; }
.axis { flex: 1 1 8em; max-width: 32em; min-width: 8em; display: flex; align-items: center; gap: 0.5em; }
.line { flex: 1; position: relative; }
.line > input { display: block; width: 100%; margin: 0; height: 1.8em; accent-color: #0072b2; touch-action: pan-y; }
.mark { position: absolute; top: 1.15em; left: 8px; right: 8px; pointer-events: none; }
.mark > span { position: absolute; transform: translateX(-50%); }
sub, sup { line-height: 0; }
input, button { font: inherit; }
input[type=number] { width: 4.8em; min-height: 1.7em; }
button { min-height: 1.7em; padding: 0 0.9em; }
[role=status]:not(:empty) { margin: 0.2em 0; }
@media print { button { display: none; } }`;

// Text as it is set: code between backquotes, E_B and N0 with what is lowered, e^(−E/T) and e^γ with what is raised.
const SIGNS = /`([^`]+)`|(?<=[A-Za-zΑ-ω])_([A-Za-z0-9])(?![a-z]{2})|(?<=[Nεμ])(0)(?![.\d])|\^(?:\(([^()]+)\)|([A-Za-zΑ-ω]))/g;
export function set(text) {
  const parts = [];
  let end = 0;
  for (const { 0: whole, 1: code, 2: low, 3: zero, 4: bracket, 5: letter, index } of text.matchAll(SIGNS)) {
    const raised = bracket ?? letter;
    parts.push(text.slice(end, index));
    parts.push(code ? make("code", {}, code) : raised ? make("sup", {}, ...set(raised)) : make("sub", {}, low ?? zero));
    end = index + whole.length;
  }
  return [...parts, text.slice(end)];
}

// {right, says} of an answer: the number of an option, or a guess.
export function judge(sheet, answer) {
  if (sheet.options) return sheet.options[answer];
  const [, , right, says] = sheet.rules.find(([low, high]) => low <= answer && answer <= high);
  return { right, says };
}

// The answer is kept in the browser; where that is forbidden, the question works and forgets.
const place = (sheet) => `bcs-ask/${sheet.name}`;
function kept(sheet) {
  try {
    const answer = JSON.parse(localStorage.getItem(place(sheet)));
    if (typeof answer !== "number" || !Number.isFinite(answer)) return null;
    return sheet.options && !sheet.options[answer] ? null : answer; // the question has changed since
  } catch {
    return null;
  }
}
function keep(sheet, answer) {
  try {
    if (answer === null) localStorage.removeItem(place(sheet));
    else localStorage.setItem(place(sheet), JSON.stringify(answer));
  } catch {}
}

export function panel(host, sheet, tell) {
  host.dataset.ask = sheet.name;
  const legend = make("legend", {}, make("strong", {}, sheet.head), " ", ...set(sheet.asks));
  const fieldset = make("fieldset", {}, legend);
  const predicts = sheet.kind === "predict";
  const check = make("button", { type: "submit" }, predicts ? word(sheet, "Commit") : word(sheet, "Answer"));
  const again = make("button", { type: "button" }, word(sheet, "Start again"));
  const status = make("div", { role: "status" });
  const field = (sheet.options ? choices : sheet.axis ? onAnAxis : written)(sheet, fieldset, check);
  const form = make("form", { novalidate: "" }, fieldset, status, again);
  rooted(host, STYLE, form);

  // A prediction is made once; any other question may be tried until it is right.
  const show = (answer) => {
    const { right, says } = judge(sheet, answer);
    status.replaceChildren(make("strong", {}, right ? `✓ ${word(sheet, "Right.")}` : `✗ ${word(sheet, "Not so.")}`), " ", ...set(says));
    const over = predicts || right;
    fieldset.disabled = check.hidden = over;
    again.hidden = !over;
    if (over) field.reveal();
  };
  const begin = () => {
    fieldset.disabled = check.hidden = false;
    again.hidden = true;
    status.replaceChildren();
    field.clear();
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    const answer = field.read();
    if (answer === null) return void (status.textContent = field.missing);
    keep(sheet, answer);
    show(answer);
    if (check.hidden) again.focus(); // the button that had the focus is gone
    tell(answer);
  };
  again.onclick = () => (keep(sheet, null), begin(), field.focus());
  begin();
  const before = kept(sheet);
  if (before !== null) (field.write(before), show(before));

  return followLook(host, form);
}

function choices(sheet, fieldset, check) {
  const inputs = sheet.options.map((_, i) => make("input", { type: "radio", name: "answer", value: i }));
  const labels = sheet.options.map(({ text }, i) => make("label", { class: "option" }, inputs[i], make("span", {}, ...set(text))));
  fieldset.append(make("div", { class: "options" }, ...labels, check));
  return {
    missing: word(sheet, "Choose an answer first."),
    read: () => (inputs.some((input) => input.checked) ? inputs.findIndex((input) => input.checked) : null),
    write: (answer) => (inputs[answer].checked = true),
    clear: () => inputs.forEach((input) => (input.checked = false)),
    focus: () => inputs[0].focus(),
    reveal: () => {},
  };
}

function numberField(sheet, name) {
  const unit = sheet.power ? "" : sheet.unit;
  const input = make("input", { type: "number", step: sheet.power ? 1 : "any", "aria-label": `${name} ${unit}`.trim() });
  const row = make("div", { class: "row" }, ...(sheet.power ? ["10 ^"] : []), input, make("span", {}, sheet.unit));
  return [input, row];
}

function written(sheet, fieldset, check) {
  const [input, row] = numberField(sheet, sheet.power ? word(sheet, "power of ten") : word(sheet, "your answer"));
  row.append(check);
  fieldset.append(row);
  return {
    missing: word(sheet, "Write a number first."),
    read: () => (input.value === "" ? null : Number(input.value)),
    write: (answer) => (input.value = answer),
    clear: () => (input.value = ""),
    focus: () => input.focus(),
    reveal: () => {},
  };
}

// The slider and the number beside it are the same guess; the true value is marked below, and told in the sentence.
function onAnAxis(sheet, fieldset, check) {
  const [min, max, step] = sheet.axis;
  const slider = make("input", { type: "range", min, max, step, "aria-label": word(sheet, "point on the axis") });
  const [input, row] = numberField(sheet, word(sheet, "your answer"));
  const mark = make("div", { class: "mark", "aria-hidden": "true" });
  const [from, to] = [min, max].map((end) => make("span", { "aria-hidden": "true" }, String(end)));
  row.prepend(make("div", { class: "axis" }, from, make("div", { class: "line" }, slider, mark), to));
  row.append(check);
  fieldset.append(row);
  slider.oninput = () => (input.value = slider.value);
  input.oninput = () => (slider.value = input.value);
  const write = (answer) => (slider.value = input.value = answer);
  return {
    missing: word(sheet, "Set the point first."),
    read: () => (input.value === "" ? null : Math.min(Math.max(Number(input.value), min), max)),
    write,
    clear: () => (mark.replaceChildren(), (slider.value = (min + max) / 2), (input.value = "")),
    focus: () => slider.focus(),
    reveal: () => mark.replaceChildren(make("span", { style: `left: ${(100 * (sheet.mark - min)) / (max - min)}%` }, "▲")),
  };
}

// With a kernel: the entry that anywidget calls.
function render({ model, el }) {
  return panel(el.appendChild(make("div", {})), model.get("sheet"), (answer) => model.send({ answer }));
}

// Without one: the question stands in the page, encoded.
function ready(name) {
  for (const host of places(name)) panel(host, JSON.parse(new TextDecoder().decode(bytesOf(host.dataset.question))), () => {});
}

export default { render };
