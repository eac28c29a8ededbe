// Sends a form with data-autosave to that address a few seconds after typing, as a draft. Never while leaving.
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
    if (outcome === "saved") {
      document.dispatchEvent(new Event("draft-saved"));
      say("saved", status?.dataset.saved.replace("{time}", clock()));
    } else say("lost", status?.dataset[outcome]);
    if (isStale) plan();
  };

  const plan = () => {
    clearTimeout(timer);
    if (!isLeaving) timer = setTimeout(send, PAUSE);
  };

  const leave = () => {
    isLeaving = true;
    clearTimeout(timer);
  };

  form.addEventListener("input", plan);
  form.addEventListener("submit", leave);
  for (const way of form.querySelectorAll("[data-leave]")) way.addEventListener("click", leave);
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
    if (!answer.ok) return "refused";
    // The draft has a new revision: this tab has seen it, so its next save is not a stale one.
    const revision = answer.headers.get("X-Draft-Revision");
    const seen = form.querySelector("input[name=revision]");
    if (revision && seen) seen.value = revision;
    return "saved";
  } catch {
    return "lost";
  }
}

function clock() {
  const now = new Date();
  const dot = document.documentElement.lang === "en" ? ":" : ".";
  return `${now.getHours()}${dot}${String(now.getMinutes()).padStart(2, "0")}`;
}
