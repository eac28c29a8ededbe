// Two minutes before idleness ends the session the page says so and offers to stay (WCAG 2.2.1). When it has ended, the
// page leaves the screen, unless something typed is still on it.
const WARNING_SECONDS = 120;
const GRACE_SECONDS = 5; // so that a page loaded anew finds the session ended, and does not prolong it

export function warnOfIdleness() {
  const box = document.querySelector("[data-idle-seconds]");
  if (!box) return;
  const [warning, ended] = [box.querySelector("[data-warning]"), box.querySelector("[data-ended]")];
  const idle = Number(box.dataset.idleSeconds);
  let timers = [];
  let hasTyped = false;

  const show = (part) => {
    warning.hidden = part !== warning;
    ended.hidden = part !== ended;
    box.hidden = !part;
  };
  const end = () => (hasTyped ? show(ended) : location.assign(location.href));
  const start = () => {
    timers.forEach(clearTimeout);
    show(null);
    timers = [
      setTimeout(() => show(warning), Math.max(0, idle - WARNING_SECONDS) * 1000),
      setTimeout(end, (idle + GRACE_SECONDS) * 1000),
    ];
  };

  document.addEventListener("input", (event) => {
    hasTyped ||= event.target.form?.method === "post";
  });
  document.addEventListener("draft-saved", start); // what reached the server also kept the session alive
  box.querySelector("[data-stay]").addEventListener("click", async (event) => {
    event.preventDefault();
    try {
      const answer = await fetch(box.dataset.stayUrl, { redirect: "error" });
      if (!answer.ok) throw new Error(String(answer.status));
      start();
    } catch {
      show(ended);
    }
  });
  start();
}
