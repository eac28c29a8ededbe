// The time of the day as the house tells it, whatever clock the browser keeps.
export function clock() {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/Helsinki", hour: "numeric", minute: "2-digit", hourCycle: "h23",
  }).formatToParts(new Date());
  const [hour, minute] = ["hour", "minute"].map((type) => parts.find((part) => part.type === type).value);
  const dot = document.documentElement.lang === "en" ? ":" : ".";
  return `${Number(hour)}${dot}${minute}`;
}
