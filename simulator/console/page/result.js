import { Refusal } from "./api.js";
import { byId, showText } from "./elements.js";

const result = byId("result", HTMLElement);
const problem = byId("problem", HTMLElement);

let isConnected = true;

/**
 * Says what an action came to, on the page and to a screen reader.
 * @param {string} text
 */
export function say(text) {
  showText(problem, "");
  // The same words twice are two events: a change of the text is what is read out.
  result.textContent = "";
  requestAnimationFrame(() => {
    result.textContent = text;
  });
}

/**
 * Says what went wrong.
 * @param {unknown} error
 */
export function sayProblem(error) {
  isConnected = error instanceof Refusal;
  showText(result, "");
  showText(
    problem,
    error instanceof Refusal ? error.message : "The simulator does not answer. Is it running?",
  );
}

/** Takes back that the simulator does not answer. */
export function sayConnected() {
  if (!isConnected) showText(problem, "");
  isConnected = true;
}
