// The page for paper: one button that does what the browser's menu does.
"use strict";

(() => {
  const button = document.getElementById("print");
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", () => window.print());
})();
