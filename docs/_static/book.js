// On a narrow page a long formula in the text becomes a line of its own that scrolls; and what scrolls sideways by itself
// (formulas, code, tables, pictures) can be reached with the keyboard.
const scrolls = document.querySelector("[data-scrolls]")?.dataset.scrolls ?? "";
const boxes = ["pre", ".table-wrapper", "div.math", "span.wide", "mjx-container[display=true]", ":has(> img.wide)"];
const fit = () => {
  for (const formula of document.querySelectorAll("article span.math")) {
    formula.classList.remove("wide");
    formula.classList.toggle("wide", formula.offsetWidth > formula.closest("p, li, td, dd, h1, h2, h3, article").clientWidth);
  }
  for (const box of document.querySelectorAll(boxes.map((box) => `article ${box}`)))
    if (box.scrollWidth > box.clientWidth && box.tabIndex < 0) {
      box.tabIndex = 0;
      box.setAttribute("role", "group");
      box.setAttribute("aria-label", scrolls);
    }
};
// A sign after a formula does not begin the next line.
const bind = () => {
  for (const formula of document.querySelectorAll("article span.math")) {
    const after = formula.nextSibling;
    const signs = after?.nodeType === Node.TEXT_NODE && after.data.match(/^[^\s\p{L}\p{N}\p{Ps}\p{Pi}]+/u);
    if (!signs || formula.offsetWidth > 200) continue;
    after.splitText(signs[0].length);
    const together = document.createElement("span");
    together.className = "together";
    formula.before(together);
    together.append(formula, after);
  }
};
addEventListener("load", async () => {
  await window.MathJax?.startup?.promise;
  bind();
  fit();
  addEventListener("resize", fit);
  addEventListener("toggle", fit, true); // an answer unfolds
});
