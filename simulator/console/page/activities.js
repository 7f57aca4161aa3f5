import { ask } from "./api.js";
import { byId, element, showText, time } from "./elements.js";
import { chosenEnvironment } from "./environments.js";
import { putOnTop, startTable, tableRow } from "./table.js";

/** How many activities are shown. */
const MOST = 100;

const HEADINGS = ["Time", "Type", "User", "Done by"];
const body = startTable(byId("activities", HTMLTableElement), HEADINGS);
let seen = 0;
/** Whose activities are shown. @type {string | undefined} */
let environmentShown;

/** Adds the activities of the environment since the last time. */
export async function refreshActivities() {
  const environmentId = chosenEnvironment();
  if (environmentId !== environmentShown) startOver();
  environmentShown = environmentId;
  let answer = await askFor(environmentId);
  if (answer.last < seen) {
    startOver();
    answer = await askFor(environmentId);
  }
  seen = answer.last;
  putOnTop(body, answer.activities.map(toRow), MOST);
  showText(
    byId("activities-count", HTMLElement),
    seen === 0 ? "Nothing has happened to a user yet." : `${seen} so far, the newest first.`,
  );
}

function startOver() {
  body.replaceChildren();
  seen = 0;
}

/**
 * @param {string | undefined} environmentId
 * @returns {Promise<{ last: number, activities: readonly import("../activity-row").ActivityRow[] }>}
 */
function askFor(environmentId) {
  return ask("activities", { environmentId, since: seen, limit: MOST });
}

/** @param {import("../activity-row").ActivityRow} activity */
function toRow({ at, type, username, actor }) {
  return tableRow(HEADINGS, [[time(at)], [element("code", {}, type)], [username], [actor]]);
}
