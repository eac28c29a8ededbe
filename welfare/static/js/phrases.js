// Puts a phrase of the provider's into the text above it, where the writer is. Without scripts it is copied by hand.
export function offerPhrases() {
  for (const list of document.querySelectorAll("[data-phrases]")) {
    const text = document.getElementById(list.dataset.phrases);
    if (!text) continue;
    for (const button of list.querySelectorAll("button")) {
      const phrase = button.parentElement.querySelector("[data-phrase]").textContent;
      button.hidden = false;
      button.addEventListener("click", () => put(text, phrase));
    }
  }
}

function put(text, phrase) {
  const before = text.value.slice(0, text.selectionStart);
  const gap = before && !/\s$/.test(before) ? " " : "";
  text.setRangeText(gap + phrase, text.selectionStart, text.selectionEnd, "end");
  text.dispatchEvent(new Event("input", { bubbles: true }));
  text.focus();
}
