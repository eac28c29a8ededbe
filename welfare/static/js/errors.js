// After a refused form the reader starts at the list of what to mend, and a link there leads into the field itself.
export function focusErrors() {
  const summary = document.querySelector(".error-summary[data-focus]");
  if (!summary) return;
  summary.focus();
  summary.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const field = link && document.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    unfold(field);
    field.focus({ preventScroll: true });
    (field.closest(".field") || field).scrollIntoView({ block: "start" });
  });
}

// A link into what is folded together opens it first.
export function openContents() {
  for (const contents of document.querySelectorAll("nav.contents")) {
    contents.addEventListener("click", (event) => {
      const link = event.target.closest("a[href^='#']");
      const part = link && document.getElementById(link.hash.slice(1));
      if (part) unfold(part);
    });
  }
}

function unfold(node) {
  for (let fold = node.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
}
