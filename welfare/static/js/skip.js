// The link that skips the menu moves the focus and leaves the address as it is: a form would carry the hash along, and
// after a refusal the reader would start at the hash and not at the list of what to mend.
export function skipInPlace() {
  document.querySelector(".skip")?.addEventListener("click", (event) => {
    const main = document.getElementById("main");
    if (!main) return;
    event.preventDefault();
    main.focus();
  });
}
