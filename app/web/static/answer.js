// The answer box: counts words, keeps time, and saves what is typed. Without this file the box works too.
"use strict";

(() => {
  const form = document.getElementById("answer-form");
  if (!form) return;
  const box = form.elements.answer;
  const words = document.getElementById("words");
  const saved = document.getElementById("saved");
  const timer = document.getElementById("timer");
  const button = form.querySelector(".answer-foot button");
  const limit = Number(form.dataset.limit);

  const PAUSE = 600; // milliseconds without a key before saving: short enough for a sudden reload
  const AGAIN = 4000; // milliseconds before another try when saving failed

  let kept = box.defaultValue;
  let waiting = null;
  let sending = null;
  let began = null;
  let submitted = false;
  let expired = false;

  const counted = (count) => `${count.toLocaleString("en")} ${count === 1 ? "word" : "words"}`;

  // Python counts code points; so does iterating a string.
  const count = () => {
    const found = box.value.match(/\S+/g);
    const length = box.value.length > limit ? [...box.value].length : 0;
    words.textContent = counted(found ? found.length : 0) + (length > limit ? `, ${(length - limit).toLocaleString("en")} characters too many` : "");
  };

  const say = (text, lost) => {
    saved.textContent = text;
    saved.classList.toggle("lost", Boolean(lost));
  };

  const draft = () => {
    const data = new URLSearchParams();
    for (const name of ["csrf", "form", "revises"]) data.set(name, form.elements[name].value);
    data.set("revision", String(Date.now()));
    data.set("answer", box.value);
    return data;
  };

  const save = async () => {
    waiting = null;
    if (submitted || box.value === kept) return;
    if (sending) sending.abort();
    const mine = new AbortController();
    sending = mine;
    const text = box.value;
    try {
      const reply = await fetch(form.dataset.draft, { method: "POST", body: draft(), signal: mine.signal });
      if (reply.status === 204) { // 200: another tab has sent something newer
        kept = text;
        if (box.value === text) say("Saved");
      } else {
        expired = reply.status === 401 || reply.status === 403;
        say(expired ? "This page has expired. Submit to go on: your words come back." : "Not saved yet", true);
        if (!expired) later(AGAIN);
      }
    } catch (error) {
      if (error.name === "AbortError") return;
      say("Not saved yet: no connection", true);
      later(AGAIN);
    } finally {
      if (sending === mine) sending = null;
    }
  };

  const later = (pause) => {
    clearTimeout(waiting);
    waiting = setTimeout(save, pause);
  };

  const showTime = () => {
    const minutes = Math.floor((Date.now() - began) / 60000);
    timer.textContent = `${minutes} of ${form.dataset.minutes} min`;
  };

  // A reload keeps the clock running: the form's token is the same as long as its draft lives.
  const clock = `began ${form.elements.form.value}`;
  const start = () => {
    if (began) return;
    began = Number(sessionStorage.getItem(clock)) || Date.now();
    sessionStorage.setItem(clock, String(began));
    timer.hidden = false;
    showTime();
    setInterval(showTime, 15000);
  };

  box.addEventListener("input", () => {
    start();
    count();
    say("");
    later(PAUSE);
  });

  // Leaving in the middle of a word: send the draft along. Coming straight back, the page may be asked for before
  // the draft has arrived; then it still shows what was kept before, and this tab knows better.
  const leaving = `leaving ${form.elements.form.value}`;
  window.addEventListener("pagehide", () => {
    if (submitted || box.value === kept) return;
    navigator.sendBeacon(form.dataset.draft, draft());
    sessionStorage.setItem(leaving, JSON.stringify({ kept, typed: box.value }));
  });
  const cameBack = () => {
    const left = JSON.parse(sessionStorage.getItem(leaving) || "null");
    sessionStorage.removeItem(leaving);
    if (left && left.kept === box.value) box.value = left.typed;
  };
  window.addEventListener("beforeunload", (event) => {
    if (!submitted && box.value !== kept && saved.classList.contains("lost")) event.preventDefault();
  });

  form.addEventListener("submit", (event) => {
    if (saved.classList.contains("lost") && event.submitter === button && !expired) {
      event.preventDefault(); // the browser would show an error page in place of the words
      if (sending) sending.abort(); // it would take the place of what is said here
      say("Not sent: no connection. Your words are still here.", true);
      later(AGAIN);
      return;
    }
    // Should scoring fail, the draft has every word; where it succeeds, this older revision is refused.
    const scores = !event.submitter || event.submitter === button;
    if (scores && box.value !== kept) navigator.sendBeacon(form.dataset.draft, draft());
    submitted = true;
    clearTimeout(waiting);
    if (sending) sending.abort();
    form.elements.revision.value = String(Date.now() + 1);
    if (began) form.elements.seconds.value = String(Math.round((Date.now() - began) / 1000));
    if (!scores) return;
    button.textContent = "Scoring\u2026";
    setTimeout(() => { button.disabled = true; }, 0);
  });

  // Back from the report out of the browser's memory: the button works again.
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    submitted = false;
    button.disabled = false;
    button.textContent = "Score my answer";
  });

  cameBack();
  count();
  if (sessionStorage.getItem(clock)) start();
  if (box.value !== box.defaultValue) later(PAUSE); // the browser put back newer words
})();
