// What the package's panels in a page share. It stands before the script of each: explore.js, classroom/asking.js.

function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

// What a panel says itself, in the reader's language; {fields} are filled in.
function word(sheet, english, fields = {}) {
  const text = sheet.words?.[english] ?? english;
  return text.replace(/\{(\w+)\}/g, (hole, name) => fields[name] ?? hole);
}

// A root of its own, which keeps the page's styles away from the panel.
function rooted(host, style, ...children) {
  host.dataset.lmSuppressShortcuts = "true"; // else JupyterLab takes a typed 1 for “make this cell a heading”
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  root.replaceChildren(make("style", {}, style), ...children);
  return root;
}

// Pale text around a panel means a dark page. A host that is not yet in the page has no colour; its first size tells
// when it is. `more` is done each time; what is returned ends the watch.
function followLook(host, body, more = () => {}) {
  const look = () => {
    const [red, green, blue] = (getComputedStyle(host).color.match(/[\d.]+/g) ?? [0, 0, 0]).map(Number);
    body.classList.toggle("dark", red + green + blue > 384);
    more();
  };
  const watch = new MutationObserver(look), sized = new ResizeObserver(look);
  for (const element of [document.documentElement, document.body]) watch.observe(element, { attributes: true });
  sized.observe(host);
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  scheme.addEventListener("change", look);
  return () => (watch.disconnect(), sized.disconnect(), scheme.removeEventListener("change", look));
}

// Without a kernel a panel's data stand in the page; each place of that name is begun once.
const bytesOf = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
function places(name) {
  const hosts = [...document.querySelectorAll(`.${name}:not([data-begun])`)];
  for (const host of hosts) host.dataset.begun = "";
  return hosts;
}
