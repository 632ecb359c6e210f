// The author's editor: what is wrong beside its line as one types, line numbers, and a draft that saves itself.
// It never touches the text or the caret, and leaves the Tab key alone. Without this file the editor works by its buttons.
"use strict";

(() => {
  const form = document.getElementById("editor");
  if (!form) return;
  const saved = document.getElementById("saved");
  const boxes = [...form.querySelectorAll("textarea.yaml")];

  const PAUSE = Number(form.dataset.pause); // milliseconds without a key before looking
  const KEEP = 1500; // milliseconds without a key before the draft is saved
  const AGAIN = 4000; // milliseconds before another try when saving or looking failed
  const LARGEST = 1048576; // bytes of one file
  const BEACON = 60000; // bytes that a browser sends along when a page is left

  const REPLY = 3000; // milliseconds that sending the form waits for what the draft on its way is told

  const timers = { look: null, keep: null };
  const sending = { look: null, keep: null };
  let keeping = null; // the draft on its way
  let leaving = false; // submitted, or the person was asked
  let over = false; // sending again is of no use until the person does something

  const typed = () => boxes.map((box) => box.value).join("\u0000");
  let kept = boxes.map((box) => box.defaultValue).join("\u0000");
  let keptSays = saved.textContent;

  const say = (text, lost) => {
    saved.textContent = text;
    saved.classList.toggle("lost", Boolean(lost));
  };

  const fields = (...names) => {
    const data = new URLSearchParams();
    for (const name of ["csrf", ...names]) data.set(name, form.elements[name].value);
    for (const box of boxes) data.set(box.name, box.value);
    return data;
  };

  const later = (name, pause, act) => {
    clearTimeout(timers[name]);
    timers[name] = setTimeout(act, pause);
  };

  // Only the newest request counts; what an older one says is about older words.
  const send = async (name, address, body) => {
    if (sending[name]) sending[name].abort();
    const mine = new AbortController();
    sending[name] = mine;
    try {
      return await fetch(address, { method: "POST", body, signal: mine.signal });
    } finally {
      if (sending[name] === mine) sending[name] = null;
    }
  };

  const REFUSED = {
    401: "Not saved: you are signed out. Press Save draft; your text stays.",
    403: "Not saved: this page has expired. Press Save draft; your text stays.",
    409: "Not saved: another draft was kept meanwhile. Press Save draft to see both.",
    413: "Not saved: this is more than a file may have.",
  };

  const keepNow = async () => {
    const text = typed();
    if (leaving || over) return;
    if (text === kept) { say(keptSays); return; } // typed and taken back
    try {
      const reply = await send("keep", form.dataset.keep, fields("base", "seen"));
      if (!reply.ok) {
        over = reply.status in REFUSED;
        say(REFUSED[reply.status] || "Not saved yet", true);
        if (!over) later("keep", AGAIN, keep);
        return;
      }
      const told = await reply.json();
      form.elements.seen.value = told.seen;
      kept = text;
      keptSays = told.says;
      if (typed() === text) say(told.says);
    } catch (error) {
      if (error.name === "AbortError") return;
      say("Not saved yet: no connection", true);
      later("keep", AGAIN, keep);
    }
  };

  const keep = () => {
    const mine = keepNow().finally(() => { if (keeping === mine) keeping = null; });
    keeping = mine;
  };

  // Line numbers, and the first problem of a line behind its end.
  const places = new Map(boxes.map((box) => {
    const board = box.closest(".code-scroll");
    const lens = document.createElement("div");
    lens.className = "line-notes";
    lens.setAttribute("aria-hidden", "true");
    box.after(lens);
    return [box, { board, lens, gutter: board.querySelector(".gutter") }];
  }));

  const fit = (box) => {
    const lines = box.value.split("\n");
    const { gutter } = places.get(box);
    for (let line = gutter.childElementCount; line < lines.length; line += 1) {
      const number = document.createElement("span");
      number.id = `${box.name}-${line + 1}`;
      number.textContent = String(line + 1);
      gutter.append(number, "\n");
    }
    while (gutter.childElementCount > lines.length) {
      while (gutter.lastChild.nodeType === Node.TEXT_NODE) gutter.lastChild.remove();
      gutter.lastChild.remove();
    }
    if (box.rows !== lines.length + 1) box.rows = lines.length + 1; // one to spare: a new line never scrolls the text
    const longest = lines.reduce((most, line) => Math.max(most, line.length), 38) + 2;
    box.cols = Math.min(longest, 400);
    box.scrollTop = 0;
  };

  const mark = (box) => {
    const { gutter, lens } = places.get(box);
    const lines = box.value.split("\n");
    for (const number of gutter.querySelectorAll(".bad, .doubt")) number.className = "";
    lens.replaceChildren();
    lens.classList.remove("stale");
    for (const told of document.querySelectorAll(`#${box.name}-told li[data-line]`)) {
      const line = Number(told.dataset.line);
      const number = gutter.children[line - 1];
      if (!number || number.className) continue;
      number.className = told.classList.contains("doubt") ? "doubt" : "bad";
      const says = document.createElement("span");
      says.className = number.className;
      says.textContent = told.querySelector(".what").textContent;
      says.style.setProperty("--at", line - 1);
      says.style.setProperty("--behind", lines[line - 1].replaceAll("\t", "        ").length);
      lens.append(says);
    }
  };

  const shown = new Map();
  const show = (html) => {
    const page = new DOMParser().parseFromString(html, "text/html"); // this site's templates escape everything
    for (const place of document.querySelectorAll("[data-live]")) {
      const fresh = page.getElementById(place.id);
      if (!fresh) continue;
      const unread = fresh.querySelector(".unread") && !place.querySelector(".unread");
      place.classList.toggle("stale", Boolean(unread)); // what could be read last stays, paler, until it can be read again
      if (unread || shown.get(place) === fresh.innerHTML) continue;
      shown.set(place, fresh.innerHTML);
      const open = new Set([...place.querySelectorAll("details[open]")].map((more) => more.id || more.className));
      place.replaceChildren(...fresh.childNodes);
      for (const more of place.querySelectorAll("details")) if (open.has(more.id || more.className)) more.open = true;
    }
    boxes.forEach(mark);
  };

  const look = async () => {
    try {
      const reply = await send("look", form.dataset.look, fields());
      if (reply.ok) show(await reply.text());
      else if (reply.status === 429 || reply.status >= 500) later("look", AGAIN, look);
    } catch (error) {
      if (error.name !== "AbortError") later("look", AGAIN, look);
    }
  };

  const jump = (part, line, column) => {
    const box = form.elements[part];
    const lines = box.value.split("\n");
    const before = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
    const within = [...(lines[line - 1] || "")].slice(0, column - 1).join("").length; // columns count code points
    const { board } = places.get(box);
    box.focus({ preventScroll: true });
    box.setSelectionRange(before + within, before + within);
    const height = board.querySelector(".gutter span").getBoundingClientRect().height;
    board.scrollTop = (line - 1) * height - board.clientHeight / 3;
    board.scrollIntoView({ block: "nearest" });
  };

  form.addEventListener("click", (event) => {
    const told = event.target.closest("a.where") && event.target.closest("li[data-part]");
    if (!told) return;
    event.preventDefault();
    jump(told.dataset.part, Number(told.dataset.line), Number(told.dataset.column));
  });

  for (const box of boxes) {
    box.addEventListener("input", () => {
      fit(box);
      places.get(box).lens.classList.add("stale");
      if (sending.look) sending.look.abort();
      later("look", PAUSE, look);
      if (!over) { say(""); later("keep", KEEP, keep); }
    });
  }
  form.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") { event.preventDefault(); keep(); }
  });
  form.addEventListener("submit", (event) => {
    if (boxes.some((box) => new Blob([box.value]).size > LARGEST)) { // it would be refused before it is read
      event.preventDefault();
      say("Not sent: a file may have at most 1 MiB. Your text is still here.", true);
      return;
    }
    clearTimeout(timers.keep);
    if (keeping && !leaving) { // its reply tells which draft this page knows: one's own would seem another's
      event.preventDefault();
      const told = keeping;
      leaving = true;
      Promise.race([told, new Promise((done) => { setTimeout(done, REPLY); })]).then(() => form.requestSubmit(event.submitter));
      return;
    }
    leaving = true;
    if (sending.keep) sending.keep.abort();
  });

  window.addEventListener("beforeunload", (event) => {
    const unsent = !leaving && typed() !== kept;
    if (unsent && (over || new Blob(boxes.map((box) => box.value)).size > BEACON / 3)) event.preventDefault();
  });
  window.addEventListener("pagehide", () => {
    if (!leaving && !over && typed() !== kept) navigator.sendBeacon(form.dataset.keep, fields("base", "seen"));
  });
  window.addEventListener("pageshow", (event) => { if (event.persisted) { leaving = false; look(); } });

  boxes.forEach(fit);
  boxes.forEach(mark);
  if (boxes.some((box) => box.value !== box.defaultValue)) { later("look", PAUSE, look); later("keep", KEEP, keep); } // the browser put back newer words
  const [, part, line] = /^#(question|rubric)-(\d+)$/.exec(location.hash) || [];
  if (part && form.elements[part]) jump(part, Number(line), 1);
})();
