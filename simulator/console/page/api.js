/** @typedef {Readonly<Record<string, string | number | undefined>>} Query */

/**
 * Asks the simulator.
 * @param {string} path below /simulator/
 * @param {Query} [query] what is undefined is left out
 * @returns {Promise<any>} the answer, which the caller knows
 */
export function ask(path, query = {}) {
  return send("GET", path, query);
}

/**
 * Has the simulator do something.
 * @param {string} path below /simulator/
 * @param {Query} [query]
 * @param {object} [body]
 * @returns {Promise<any>} the answer, which the caller knows
 */
export function order(path, query = {}, body = undefined) {
  return send("POST", path, query, body);
}

/**
 * @param {string} method
 * @param {string} path
 * @param {Query} query
 * @param {object} [body]
 */
async function send(method, path, query, body) {
  const url = new URL(`/simulator/${path}`, location.origin);
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  const response = await fetch(
    url,
    body === undefined
      ? { method }
      : { method, headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) },
  );
  const answer = await response.json();
  if (response.ok) return answer;
  throw new Refusal(answer);
}

/** What the simulator refused, in its own words. */
export class Refusal extends Error {
  /** @param {{ message?: string, details?: readonly { message: string, target?: string }[] }} answer */
  constructor({ message = "The simulator refused it.", details = [] }) {
    super([message, ...details.map((detail) => `${detail.message}.`)].join(" "));
    this.name = "Refusal";
  }
}
