// Light up what belongs together: a mark, its number and its card.
"use strict";

(() => {
  const light = (names, on) => {
    for (const name of names) {
      for (const mark of document.querySelectorAll(`[data-for~="${CSS.escape(name)}"]`)) mark.classList.toggle("lit", on);
      const card = document.getElementById(name);
      if (card) card.classList.toggle("lit", on);
    }
  };

  const namesOf = (element) => {
    const place = element.closest && element.closest("[data-for], [data-target]");
    if (!place) return [];
    return (place.dataset.for || place.dataset.target).split(" ").filter(Boolean);
  };

  for (const [event, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
    document.addEventListener(event, (happened) => light(namesOf(happened.target), on));
  }

  // A click on a mark goes where its number goes.
  document.addEventListener("click", (happened) => {
    const mark = happened.target.closest("mark[data-for]");
    if (!mark || !mark.dataset.for || String(window.getSelection())) return;
    location.hash = mark.dataset.for.split(" ")[0];
  });
})();
