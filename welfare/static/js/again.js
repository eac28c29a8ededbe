// A search that is still under way asks again by the same form, and puts what came into its place; the button does the same.
const PAUSE = 300;

export function askAgain() {
  const part = document.getElementById("found");
  const waiting = part?.querySelector("[data-ask-again]");
  const form = waiting && document.getElementById(waiting.dataset.askAgain);
  if (form) setTimeout(() => ask(part, form, new URLSearchParams(new FormData(form))), PAUSE);
}

async function ask(part, form, words) {
  try {
    const answer = await fetch(form.action, { method: "POST", body: words, redirect: "error" });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("found");
    if (!fresh) return;
    const hadFocus = part.contains(document.activeElement);
    part.replaceChildren(...document.adoptNode(fresh).childNodes);
    if (hadFocus) part.querySelector("a, button")?.focus();
    if (part.querySelector("[data-ask-again]")) setTimeout(() => ask(part, form, words), PAUSE);
  } catch {
    // Without a connection the button stays, and so do the words.
  }
}
