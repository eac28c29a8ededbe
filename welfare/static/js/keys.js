// Single keys only for those who chose them in settings (WCAG 2.1.4); Ctrl+S and Ctrl+Enter are for everyone.
const PLACES = { t: "inbox", k: "calendar", a: "folder" };

export function listenToKeys() {
  document.addEventListener("keydown", saveDraft);
  document.addEventListener("keydown", goOn);
  if (!document.body.hasAttribute("data-shortcuts")) return;
  let isGoing = false;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (isGoing) {
      isGoing = false;
      go(PLACES[event.key]);
    } else if (event.key === "g") isGoing = true;
    else act(event);
  });
}

function act(event) {
  if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (event.key === "/") {
    event.preventDefault();
    focusSearch();
  } else if (event.key === "?") document.querySelector("[data-key-list]")?.click();
}

function step(by) {
  const rows = [...document.querySelectorAll("[data-row]")];
  const here = rows.indexOf(document.activeElement);
  const next = rows[here < 0 ? (by > 0 ? 0 : rows.length - 1) : here + by];
  if (next) next.focus();
}

function focusSearch() {
  const search = document.getElementById("find");
  if (!search) return;
  const menu = search.closest("[popover]");
  if (menu && !search.checkVisibility()) menu.showPopover();
  search.focus();
}

function go(icon) {
  const use = icon && document.querySelector(`.sidenav use[href$="#${icon}"]`);
  use?.closest("a").click();
}

function saveDraft(event) {
  if (!(event.ctrlKey || event.metaKey) || event.key !== "s") return;
  const form = event.target.closest?.("form") || document.querySelector("form[data-autosave]");
  const button = form && form.querySelector("[data-draft]");
  if (!button) return;
  event.preventDefault();
  form.requestSubmit(button);
}

// Ctrl+Enter goes on to the next item of a meeting; what is typed is kept on the way.
function goOn(event) {
  if (!(event.ctrlKey || event.metaKey) || event.key !== "Enter") return;
  const next = document.querySelector("[data-next]");
  if (!next) return;
  event.preventDefault();
  next.click();
}

function isTyping(target) {
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}
