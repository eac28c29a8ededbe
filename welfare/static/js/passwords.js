// A password may be looked at while it is typed, which helps with long ones. Without scripts it stays masked.
export function offerToShowPasswords() {
  for (const field of document.querySelectorAll("input[data-show]")) offer(field);
}

function offer(field) {
  const button = document.createElement("button");
  const words = document.createElement("span");
  const which = document.createElement("span");
  button.type = "button";
  button.className = "btn btn-text btn-s show-password";
  which.className = "visually-hidden";
  which.textContent = `: ${field.labels[0]?.textContent.trim()}`;
  button.append(words, which);

  const draw = () => {
    words.textContent = field.type === "password" ? field.dataset.show : field.dataset.hide;
  };

  button.addEventListener("click", () => {
    field.type = field.type === "password" ? "text" : "password";
    draw();
  });
  field.form?.addEventListener("submit", () => { field.type = "password"; });
  draw();
  field.after(button);
}
