// A question that only one answer raises is shown with that answer. Without scripts it is always there.
export function revealAnswers() {
  for (const part of document.querySelectorAll("[data-reveal-by]")) {
    const form = part.closest("form");
    const answers = [...form.elements].filter((control) => control.name === part.dataset.revealBy);
    const show = () => {
      const isRaised = answers.some((control) => control.checked && control.value === part.dataset.revealWhen);
      part.hidden = !isRaised && !part.querySelector(".error");
    };
    for (const control of answers) control.addEventListener("change", show);
    show();
  }
}
