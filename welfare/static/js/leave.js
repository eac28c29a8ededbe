// Leaving at once: the session is ended, and a page elsewhere stands in place of this one, so that going back from it
// shows nothing of ours. The link itself works without scripts.
export function leaveAtOnce() {
  const link = document.querySelector("[data-leave-at-once]");
  if (!link) return;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    document.documentElement.hidden = true;
    if (link.dataset.signOut) {
      const body = new URLSearchParams({ csrf_token: link.dataset.token });
      fetch(link.dataset.signOut, { method: "POST", body, keepalive: true, redirect: "manual" }).catch(() => {});
    }
    location.replace(link.href);
  });
}
