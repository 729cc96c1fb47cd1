// What scrolls sideways by itself (code, tables, formulas) can be reached with the keyboard.
const reachable = () => {
  for (const box of document.querySelectorAll("article pre, .table-wrapper, div.math, mjx-container[display=true]"))
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
};
addEventListener("load", reachable);
addEventListener("resize", reachable);
