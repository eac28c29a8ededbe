// Trying again while there is no connection: sooner at first, at once when the browser says that it is back.
const SOONEST = 3000;
const LATEST = 60000;

export class Retry {
  constructor(act) {
    Object.assign(this, { act, timer: 0, tries: 0 });
    addEventListener("online", () => this.timer && this.now());
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), Math.min(SOONEST * 2 ** this.tries, LATEST));
    this.tries += 1;
  }

  now() {
    clearTimeout(this.timer);
    this.timer = 0;
    this.act();
  }

  rest() {
    clearTimeout(this.timer);
    Object.assign(this, { timer: 0, tries: 0 });
  }
}

// Whether an answer is worth another try: the server could not, or would not for now; else it refuses the text as it is.
export const isPassing = (answer) => answer.status >= 500 || answer.status === 429;

// A form that is sent without a connection would be replaced by the browser's own page, and its text with it.
export function holdFormsWhileOffline() {
  const notice = document.querySelector("[data-offline]");
  if (!notice) return;
  document.addEventListener(
    "submit",
    (event) => {
      if (navigator.onLine) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      notice.hidden = false;
      document.dispatchEvent(new Event("not-sent"));
    },
    true,
  );
  addEventListener("online", () => {
    notice.hidden = true;
  });
}
