// What stands on the page alone. As long as there is something, the browser asks before the page is left.
const unsaved = new Set();

const ask = (event) => event.preventDefault();

export function hold(thing) {
  if (!unsaved.size) addEventListener("beforeunload", ask);
  unsaved.add(thing);
}

export function release(thing) {
  unsaved.delete(thing);
  if (!unsaved.size) removeEventListener("beforeunload", ask);
}

// Sent by the page itself: the service keeps it (idle.js).
export function releaseAll() {
  for (const thing of [...unsaved]) release(thing);
}
