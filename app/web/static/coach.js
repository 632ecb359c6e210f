// The live coach: opt-in, asks while the learner pauses, and never touches the answer box.
"use strict";

(() => {
  const form = document.getElementById("answer-form");
  const coach = document.getElementById("coach");
  if (!form || !coach) return;
  const box = form.elements.answer;
  const toggle = document.getElementById("coach-on");
  const board = document.getElementById("coach-board");
  const state = document.getElementById("coach-state");
  const says = document.getElementById("coach-says");

  const PAUSE = 450; // milliseconds without a key: a pause for thought, not one between two letters
  const AGAIN = 2000; // milliseconds before another try when the coach was asked too often
  const REMEMBERED = "whyboard live coach";

  let waiting = null;
  let asking = null;
  let shown = "";
  let over = false; // the page has expired or was submitted: asking again is of no use

  // Storage may be refused (private windows); then the choice lasts as long as the page.
  const remember = (on) => { try { localStorage.setItem(REMEMBERED, on ? "on" : "off"); } catch { /* see above */ } };
  const remembered = () => { try { return localStorage.getItem(REMEMBERED) === "on"; } catch { return false; } };

  const rest = () => {
    clearTimeout(waiting);
    if (asking) asking.abort();
    asking = null;
  };

  const show = (html) => {
    if (html === shown) return;
    shown = html;
    board.innerHTML = html; // from this site's templates, which escape everything
    const told = board.querySelector("[data-summary]");
    const errors = [...board.querySelectorAll(".coach-slip")].map((slip) => slip.innerText.replace(/\s+/g, " "));
    const summary = told ? [told.dataset.summary, ...errors].join(" ") : "";
    if (says.textContent !== summary) says.textContent = summary;
  };

  const PROBLEMS = {
    401: "You are signed out by now, so the coach rests. Submit to go on: your words come back.",
    403: "This page has expired, so the coach rests. Submit to go on: your words come back.",
    413: "This is longer than an answer may be; the coach reads on once it is shorter.",
  };

  const ask = async () => {
    rest();
    if (over || !toggle.checked) return;
    const mine = new AbortController();
    asking = mine;
    const body = new URLSearchParams({ csrf: form.elements.csrf.value, answer: box.value });
    try {
      const reply = await fetch(coach.dataset.address, { method: "POST", body, signal: mine.signal });
      const text = await reply.text();
      if (asking !== mine) return; // something newer is under way
      if (reply.ok) show(text);
      if (reply.status === 429) later(AGAIN);
      over = reply.status === 401 || reply.status === 403;
      state.textContent = reply.ok || reply.status === 429 ? "" : PROBLEMS[reply.status] || "The coach cannot read this now. It tries again when you go on.";
    } catch (error) {
      if (error.name !== "AbortError") state.textContent = "The coach cannot be reached. It tries again when you go on.";
    } finally {
      if (asking === mine) asking = null;
    }
  };

  const later = (pause) => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, pause);
  };

  const turn = () => {
    coach.classList.toggle("on", toggle.checked);
    if (toggle.checked) { ask(); return; }
    rest();
    show("");
    state.textContent = "";
  };

  box.addEventListener("input", () => {
    if (!toggle.checked || over) return;
    if (asking) asking.abort(); // what it would say is about older words
    later(PAUSE);
  });
  toggle.addEventListener("change", () => { remember(toggle.checked); turn(); });
  form.addEventListener("submit", () => { over = true; rest(); });
  window.addEventListener("pageshow", (event) => { if (event.persisted) { over = false; turn(); } });

  coach.hidden = false;
  toggle.checked = remembered();
  turn();
})();
