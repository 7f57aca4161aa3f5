import { ask } from "./api.js";
import { byId, element, showText, time } from "./elements.js";
import { putOnTop, startTable, tableRow } from "./table.js";

/** How many requests are shown. */
const MOST = 200;

/** Of a body, beyond which it is cut. */
const LONGEST = 300;

const HEADINGS = ["Time", "Method", "Operation", "Path and body", "Status", "ms"];
const body = startTable(byId("ledger", HTMLTableElement), HEADINGS);
let seen = 0;

/** @typedef {Omit<import("../../ledger").LedgerEntry, "at"> & { at: string }} Entry */

/** Adds the requests since the last time, of all environments, as the simulator gives them: without secrets. */
export async function refreshLedger() {
  /** @type {{ total: number, entries: readonly Entry[] }} */
  const { total, entries } = await ask("ledger", { since: seen, limit: MOST });
  if (total < seen) body.replaceChildren();
  seen = total;
  putOnTop(body, entries.map(toRow), MOST);
  showText(
    byId("ledger-count", HTMLElement),
    total === 0
      ? "No request yet. Point a client at this simulator, and its requests appear here."
      : `${total} so far, the newest first; secrets are not shown.`,
  );
}

/** @param {Entry} entry */
function toRow({ at, method, operation, path, body: sent, status, fault, ms }) {
  const text = sent === undefined || sent === null ? "" : JSON.stringify(sent);
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}...` : text;
  const tone = status !== undefined && status < 400 ? "good" : "bad";
  return tableRow(HEADINGS, [
    [time(at)],
    [method],
    [operation],
    [
      element("code", { class: "path" }, path),
      cut === "" ? undefined : element("div", { class: "quiet" }, element("code", { class: "path" }, cut)),
    ],
    [
      element("span", { class: tone }, status === undefined ? "no answer" : String(status)),
      fault === undefined ? undefined : ` (fault: ${fault})`,
    ],
    [element("span", { class: "number" }, ms === undefined ? "" : ms.toFixed(1))],
  ]);
}
