// Two minutes before idleness ends the session the page says so and offers to stay (WCAG 2.2.1).
const WARNING_SECONDS = 120;

export function warnOfIdleness() {
  const box = document.querySelector("[data-idle-seconds]");
  if (!box) return;
  const wait = Math.max(0, Number(box.dataset.idleSeconds) - WARNING_SECONDS) * 1000;
  let timer = 0;

  const start = () => {
    clearTimeout(timer);
    box.hidden = true;
    timer = setTimeout(() => { box.hidden = false; }, wait);
  };

  box.querySelector("[data-stay]").addEventListener("click", async (event) => {
    event.preventDefault();
    try {
      const answer = await fetch(box.dataset.stayUrl, { redirect: "error" });
      if (answer.ok) start();
      else location.assign(box.dataset.stayUrl);
    } catch {
      location.assign(box.dataset.stayUrl);
    }
  });
  // A draft that was saved also kept the session alive.
  document.addEventListener("draft-saved", start);
  start();
}
