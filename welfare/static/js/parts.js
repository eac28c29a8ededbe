// Sends each part of a form with data-parts by itself, a few seconds after it was typed in: several may write at once.
// A part that somebody else has saved meanwhile is never overwritten: both texts are shown and the writer chooses.
// What the server could not take is sent again until it is; a part that it refuses waits for its writer.
import { clock } from "./clock.js";
import { isPassing, Retry } from "./connection.js";
import { hold, release } from "./unsaved.js";

const PAUSE = 3000;
const LONGEST_ON_LEAVING = 60000;
const ICONS = { wait: "clock", saved: "check", lost: "alert" };

export function keepParts() {
  const whole = document.querySelector("[data-parts]");
  const form = whole?.closest("form");
  if (!form) return;
  const parts = [...form.querySelectorAll("[data-part]")].map((node) => new Part(node, form, whole.dataset));
  const flush = () => parts.filter((part) => part.isDirty).map((part) => part.send(true));

  for (const part of parts) part.listen();
  // A closed lid, another tab, a link: what waits is sent at once.
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && flush());
  addEventListener("pagehide", flush);
  for (const other of document.querySelectorAll("form")) holdBack(other, form, parts, flush);
}

// A form is sent when nothing is under way: else it would say less than what has just been saved.
function holdBack(other, form, parts, flush) {
  let isReady = false;
  other.addEventListener("submit", async (event) => {
    if (isReady) return;
    const underWay = other === form ? parts.map((part) => part.sending) : flush();
    if (!underWay.some(Boolean)) {
      if (other === form) for (const part of parts) part.rest();
      return;
    }
    event.preventDefault();
    await Promise.allSettled(underWay);
    isReady = true;
    other.requestSubmit(event.submitter);
  });
}

class Part {
  constructor(node, form, words) {
    Object.assign(this, { node, form, words, timer: 0, isDirty: false, isStopped: false, sending: null });
    this.retry = new Retry(() => this.send());
  }

  listen() {
    this.node.addEventListener("input", () => {
      this.isDirty = true;
      this.plan("atOnce" in this.node.dataset ? 0 : PAUSE);
    });
  }

  plan(pause) {
    clearTimeout(this.timer);
    if (!this.isStopped) this.timer = setTimeout(() => this.send(), pause);
  }

  rest() {
    clearTimeout(this.timer);
    this.retry.rest();
    release(this);
    this.isStopped = true;
  }

  // What is sent on leaving outlives the page; browsers allow that to short texts only.
  send(isLeaving = false) {
    clearTimeout(this.timer);
    if (this.isStopped) return null;
    if (this.sending) return this.sending;
    this.isDirty = false;
    this.sending = this.post(isLeaving).then((outcome) => {
      this.sending = null;
      if (outcome !== "saved") hold(this);
      if (outcome === "lost") {
        this.isDirty = true;
        this.retry.later();
      } else if (this.isDirty) this.plan(PAUSE);
      else if (outcome === "saved") {
        this.retry.rest();
        release(this);
      }
    });
    return this.sending;
  }

  async post(isLeaving) {
    const body = this.values();
    const slow = setTimeout(() => say("wait", "saving"), 1000);
    try {
      const answer = await fetch(this.node.dataset.part, {
        method: "POST",
        body,
        headers: { "X-Requested-With": "autosave" },
        redirect: "error",
        keepalive: isLeaving && body.toString().length < LONGEST_ON_LEAVING,
      });
      return await this.hear(answer);
    } catch {
      say("lost", "lost");
      return "lost";
    } finally {
      clearTimeout(slow);
    }
  }

  values() {
    const values = new URLSearchParams();
    values.set("csrf_token", this.form.elements.csrf_token.value);
    for (const control of this.node.querySelectorAll("input[name], select[name], textarea[name]")) {
      values.append(control.name, control.value);
    }
    return values;
  }

  async hear(answer) {
    if (answer.status === 409) {
      await this.showBoth(await answer.text());
      return "refused";
    }
    if (!answer.ok) {
      const outcome = isPassing(answer) ? "lost" : "refused";
      say("lost", outcome);
      return outcome;
    }
    const seen = this.node.querySelector("[data-seen]");
    if (seen) seen.value = answer.headers.get("X-Seen") || seen.value;
    const chosen = this.node.querySelector("[data-choice-seen]");
    if (chosen) chosen.value = this.node.querySelector("select").value;
    document.dispatchEvent(new Event("draft-saved"));
    say("saved", "saved");
    return "saved";
  }

  // The answer is the page with both texts of this part, and the two put together in its control.
  async showBoth(text) {
    const page = new DOMParser().parseFromString(text, "text/html");
    const fresh = page.getElementById(this.node.id);
    const both = fresh?.querySelector("[data-both]");
    this.isStopped = true;
    if (!both) {
      say("lost", "", this.words.closed);
      return;
    }
    this.node.querySelector("[data-both]")?.remove();
    this.node.prepend(document.adoptNode(both));
    both.append(this.mergeButton(fresh));
    say("lost", "refused");
  }

  mergeButton(fresh) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-second btn-s mb-3";
    button.textContent = this.words.merge;
    button.addEventListener("click", () => {
      for (const control of fresh.querySelectorAll("input[name], textarea[name]")) {
        const own = this.form.elements[control.name];
        if (own) own.value = control.value;
      }
      this.node.querySelector("[data-both]").remove();
      this.isStopped = false;
      this.isDirty = true;
      this.plan(0);
      this.node.querySelector("textarea, input:not([type=hidden])")?.focus();
    });
    return button;
  }
}

function say(state, word, text) {
  const status = document.querySelector("[data-autosave-status]");
  if (!status) return;
  status.classList.toggle("autosave--wait", state === "wait");
  status.classList.toggle("autosave--lost", state === "lost");
  const drawing = status.querySelector("use");
  drawing.setAttribute("href", drawing.getAttribute("href").replace(/#.*/, `#${ICONS[state]}`));
  status.querySelector("[data-words]").textContent = text || status.dataset[word].replace("{time}", clock());
}
