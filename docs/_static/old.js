/* Runs first, in the oldest browser too: takes away what is said to those without scripts, or says what is missing. */
(function () {
  var lacks = typeof DecompressionStream === "undefined" || typeof ResizeObserver === "undefined" || !Array.prototype.findLastIndex;
  document.documentElement.className += lacks ? " scripted old" : " scripted";
})();
