import { ask, order } from "./api.js";
import { byId, timeText } from "./elements.js";
import { say, sayProblem } from "./result.js";

const now = byId("now", HTMLTimeElement);

/** Shows the simulated time. */
export async function refreshClock() {
  show(await ask("clock"));
}

/**
 * Lets the buttons move the clock.
 * @param {() => Promise<void>} refresh looks at everything anew
 */
export function startClock(refresh) {
  for (const button of document.querySelectorAll("button[data-advance]")) {
    button.addEventListener("click", () => void move(button, refresh).catch(sayProblem));
  }
}

/**
 * @param {Element} button
 * @param {() => Promise<void>} refresh
 */
async function move(button, refresh) {
  const step = button.getAttribute("data-advance");
  const answer = await order(
    "clock",
    {},
    step === "back" ? { reset: true } : { advanceSeconds: Number(step) },
  );
  show(answer);
  const how = step === "back" ? "The clock is back" : `The clock was moved by ${button.textContent ?? ""}`;
  say(`${how}: it is ${timeText(answer.now)}.`);
  await refresh();
}

/** @param {{ now: string }} answer */
function show(answer) {
  now.dateTime = answer.now;
  now.textContent = timeText(answer.now);
}
