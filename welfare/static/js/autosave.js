// Sends a form with data-autosave to that address a few seconds after typing, as a draft. Never while leaving. What the
// server could not take is sent again until it is, and until then the page is not left without a question.
import { clock } from "./clock.js";
import { isPassing, Retry } from "./connection.js";
import { hold, release } from "./unsaved.js";

const PAUSE = 3000;
const ICONS = { wait: "clock", saved: "check", lost: "alert" };

export function keepDrafts() {
  for (const form of document.querySelectorAll("form[data-autosave]")) keepDraft(form);
}

function keepDraft(form) {
  const status = document.querySelector("[data-autosave-status]");
  const words = status && status.querySelector("[data-words]");
  let timer = 0;
  let isLeaving = false;
  let isSending = false;
  let isStale = false;

  const say = (state, text) => {
    if (!status || words.textContent === text) return;
    status.classList.toggle("autosave--wait", state === "wait");
    status.classList.toggle("autosave--lost", state === "lost");
    const drawing = status.querySelector("use");
    drawing.setAttribute("href", drawing.getAttribute("href").replace(/#.*/, `#${ICONS[state]}`));
    words.textContent = text;
  };

  const send = async () => {
    if (isLeaving) return;
    isStale = isSending;
    if (isSending) return;
    isSending = true;
    // Most saves are quick; only a slow one is worth a word.
    const slow = setTimeout(() => say("wait", status?.dataset.saving), 1000);
    const outcome = await post(form);
    clearTimeout(slow);
    isSending = false;
    if (outcome === "saved") saved();
    else say("lost", status?.dataset[outcome]);
    if (isStale) plan();
    else if (outcome === "lost") retry.later();
  };
  const retry = new Retry(send);

  const saved = () => {
    retry.rest();
    if (!isStale && !timer) release(form);
    document.dispatchEvent(new Event("draft-saved"));
    say("saved", status?.dataset.saved.replace("{time}", clock()));
  };

  const plan = () => {
    clearTimeout(timer);
    if (isLeaving) return;
    hold(form);
    timer = setTimeout(() => {
      timer = 0;
      send();
    }, PAUSE);
  };

  const leave = () => {
    isLeaving = true;
    clearTimeout(timer);
    retry.rest();
    release(form);
  };

  const stay = () => {
    isLeaving = false;
    plan();
  };

  form.addEventListener("input", stay);
  document.addEventListener("not-sent", stay);
  form.addEventListener("submit", leave);
  for (const way of form.querySelectorAll("[data-leave]")) way.addEventListener("click", leave);
  if ("unsaved" in form.dataset) {
    hold(form);
    send();
  }
}

async function post(form) {
  const values = [...new FormData(form)].filter(([, value]) => typeof value === "string");
  try {
    const answer = await fetch(form.dataset.autosave, {
      method: "POST",
      body: new URLSearchParams(values),
      headers: { "X-Requested-With": "autosave" },
      redirect: "error",
    });
    if (!answer.ok) return isPassing(answer) ? "lost" : "refused";
    // The draft has a new revision: this tab has seen it, so its next save is not a stale one.
    const revision = answer.headers.get("X-Draft-Revision");
    const seen = form.querySelector("input[name=revision]");
    if (revision && seen) seen.value = revision;
    return "saved";
  } catch {
    return "lost";
  }
}
