/** @typedef {Node | string | undefined} Content */

/**
 * The element of index.html with this id.
 * @template {HTMLElement} Kind
 * @param {string} id
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
export function byId(id, kind) {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`The page has no ${kind.name} ${id}.`);
}

/**
 * Makes an element; texts stay texts, whatever is in them.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Readonly<Record<string, string>>} attributes
 * @param {...Content} content
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes, ...content) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...content.filter((part) => part !== undefined));
  return made;
}

/**
 * Shows a text where it is not shown already: what is unchanged is not read out again.
 * @param {Element} place
 * @param {string} text
 */
export function showText(place, text) {
  if (place.textContent !== text) place.textContent = text;
}

/**
 * A time of the simulator.
 * @param {string | undefined} iso
 * @returns {Content}
 */
export function time(iso) {
  return iso === undefined ? undefined : element("time", { datetime: iso }, timeText(iso));
}

/**
 * A time to the second, in UTC.
 * @param {string} iso
 */
export function timeText(iso) {
  return iso.slice(0, 19).replace("T", " ");
}
