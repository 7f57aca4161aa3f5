import { element } from "./elements.js";

/** @typedef {import("./elements.js").Content} Content */

// On a narrow screen rows are shown as blocks, which takes a table's meaning away from it: the roles keep it.

/**
 * Gives a table of index.html its headings, and a body to fill.
 * @param {HTMLTableElement} table
 * @param {readonly string[]} headings
 */
export function startTable(table, headings) {
  const cells = headings.map((heading) => element("th", { role: "columnheader", scope: "col" }, heading));
  const body = element("tbody", { role: "rowgroup" });
  table.replaceChildren(
    element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, ...cells)),
    body,
  );
  return body;
}

/**
 * A row whose cells say what they are where the headings are not shown.
 * @param {readonly string[]} headings
 * @param {readonly (readonly Content[])[]} cells
 */
export function tableRow(headings, cells) {
  const made = headings.map((heading, position) =>
    element("td", { role: "cell", "data-label": heading }, ...(cells[position] ?? [])),
  );
  return element("tr", { role: "row" }, ...made);
}

/**
 * Puts rows on top, the last given first, and lets the oldest go.
 * @param {HTMLTableSectionElement} body
 * @param {readonly HTMLTableRowElement[]} rows
 * @param {number} most
 */
export function putOnTop(body, rows, most) {
  body.prepend(...rows.toReversed().slice(0, most));
  while (body.rows.length > most) body.deleteRow(-1);
}
