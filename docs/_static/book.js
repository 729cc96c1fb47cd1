// On a narrow page a long formula in the text becomes a line of its own that scrolls; and what scrolls sideways by itself
// (formulas, code, tables) can be reached with the keyboard.
const fit = () => {
  for (const formula of document.querySelectorAll("article span.math")) {
    formula.classList.remove("wide");
    formula.classList.toggle("wide", formula.offsetWidth > formula.closest("p, li, td, dd, h1, h2, h3, article").clientWidth);
  }
  for (const box of document.querySelectorAll("article pre, .table-wrapper, div.math, span.wide, mjx-container[display=true]"))
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
};
addEventListener("load", async () => {
  await window.MathJax?.startup?.promise;
  fit();
  addEventListener("resize", fit);
  addEventListener("toggle", fit, true); // an answer unfolds
});
