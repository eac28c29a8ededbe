// Follows long work: fetches the part's address and puts the part with the same id in place, until it no longer asks.
const EVERY = 2000;

export function followWork() {
  for (const part of document.querySelectorAll("[data-poll][id]")) plan(part);
}

function plan(part) {
  setTimeout(() => follow(part), EVERY);
}

async function follow(part) {
  try {
    const answer = await fetch(part.dataset.poll, { headers: { "X-Requested-With": "poll" } });
    if (!answer.ok) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById(part.id);
    if (!fresh) return;
    const hadFocus = part.contains(document.activeElement);
    part.replaceWith(document.adoptNode(fresh));
    if (hadFocus) fresh.querySelector("a, button")?.focus();
    if (fresh.dataset.poll) plan(fresh);
  } catch {
    plan(part); // the link in the part works all the while
  }
}
