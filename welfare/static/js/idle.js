// Two minutes before idleness ends the session the page says so and offers to stay (WCAG 2.2.1). When it has ended, the
// page leaves the screen. If something typed is on it, it is only covered: going on sends the form, and the service
// keeps the text sealed and gives it back after the next sign-in.
import { releaseAll } from "./unsaved.js";

const WARNING_SECONDS = 120;
const GRACE_SECONDS = 5; // so that a page loaded anew finds the session ended, and does not prolong it

export function warnOfIdleness() {
  const box = document.querySelector("[data-idle-seconds]");
  if (!box) return;
  const [warning, ended, lost] = ["warning", "ended", "lost"].map((part) => box.querySelector(`[data-${part}]`));
  const goOn = box.querySelector("[data-go-on]");
  const idle = Number(box.dataset.idleSeconds);
  let timers = [];
  let typedIn = document.querySelector("form .error")?.closest("form"); // refused, and drawn again with its text

  const show = (part) => {
    warning.hidden = part !== warning;
    ended.hidden = part !== ended;
    lost.hidden = true;
    box.hidden = !part;
    cover(part === ended);
  };
  const cover = (isCovered) => {
    for (const beside of document.body.children) if (beside !== box) beside.hidden = isCovered;
    box.removeAttribute("role");
    if (!isCovered) return;
    box.setAttribute("role", "main");
    goOn.focus();
  };
  // Without its hash, for that alone would load nothing anew.
  const end = () => (typedIn ? show(ended) : location.assign(location.pathname + location.search));
  const start = () => {
    timers.forEach(clearTimeout);
    show(null);
    timers = [
      setTimeout(() => show(warning), Math.max(0, idle - WARNING_SECONDS) * 1000),
      setTimeout(end, (idle + GRACE_SECONDS) * 1000),
    ];
  };
  const stay = async (whenOver) => {
    lost.hidden = true;
    try {
      const answer = await fetch(box.dataset.stayUrl, { headers: { "X-Requested-With": "autosave" } });
      if (answer.ok) start();
      else whenOver();
    } catch {
      lost.hidden = false; // nothing is known and nothing is given up: the text stays where it is
    }
  };
  const answer = (link, whenOver) =>
    link.addEventListener("click", (event) => {
      event.preventDefault();
      stay(whenOver);
    });

  document.addEventListener("input", (event) => {
    if (event.target.form?.method === "post") typedIn = event.target.form;
  });
  document.addEventListener("draft-saved", start); // what reached the server also kept the session alive
  answer(box.querySelector("[data-stay]"), end);
  answer(goOn, () => {
    releaseAll();
    typedIn.submit();
  });
  start();
}
