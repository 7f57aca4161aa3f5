import { ask, order } from "./api.js";
import { byId, showText } from "./elements.js";
import { chosenEnvironment } from "./environments.js";
import { say, sayProblem } from "./result.js";
import { startTable } from "./table.js";
import { USER_HEADINGS, UserEntry } from "./user-row.js";

/** @typedef {import("../user-row").UserRow} User */

/** Users on one page. */
const PAGE = 50;

/** Milliseconds after the last key before the search begins. */
const TYPING = 200;

const search = byId("search", HTMLInputElement);
const previous = byId("previous", HTMLButtonElement);
const next = byId("next", HTMLButtonElement);
const body = startTable(byId("users", HTMLTableElement), USER_HEADINGS);

/** The rows that are shown, by user id, in their order. @type {Map<string, UserEntry>} */
const entries = new Map();
/** @type {readonly User[]} */
let users = [];
let offset = 0;
let total = 0;
/** @type {string | undefined} */
let opened;
let shown = "";
/** @type {() => Promise<void>} */
let refreshAll = () => Promise.resolve();

/** Shows the page of users that is looked at. */
export async function refreshUsers() {
  const environmentId = chosenEnvironment();
  const answer = await ask("users", { environmentId, search: search.value, offset, limit: PAGE });
  ({ users, total } = answer);
  if (users.length === 0 && offset > 0) {
    offset = 0;
    await refreshUsers();
    return;
  }
  const text = JSON.stringify(answer);
  if (text !== shown) show();
  shown = text;
}

/** Goes back to the first page, of another environment or another search. */
export function showFirstUsers() {
  offset = 0;
  void refreshAll();
}

/** @param {() => Promise<void>} refresh looks at everything anew */
export function startUsers(refresh) {
  refreshAll = refresh;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let typing;
  search.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(showFirstUsers, TYPING);
  });
  byId("search-form", HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(typing);
    showFirstUsers();
  });
  previous.addEventListener("click", () => {
    turn(-PAGE);
  });
  next.addEventListener("click", () => {
    turn(PAGE);
  });
}

/** @param {number} by */
function turn(by) {
  const to = offset + by;
  if (to < 0 || to >= total) return;
  offset = to;
  void refreshAll();
}

function show() {
  const ids = users.map(({ id }) => id);
  if (ids.join() !== [...entries.keys()].join()) layOut(ids);
  for (const user of users) entries.get(user.id)?.show(user, user.id === opened);
  const last = offset + users.length;
  const range = total > PAGE ? `, ${offset + 1} to ${last} shown` : "";
  const found = total === 1 ? "1 user" : `${total} users`;
  showText(byId("users-count", HTMLElement), found + (search.value === "" ? "" : " found") + range);
  // A button that cannot be used keeps the focus it has.
  previous.setAttribute("aria-disabled", String(offset === 0));
  next.setAttribute("aria-disabled", String(last >= total));
}

/** @param {readonly string[]} ids */
function layOut(ids) {
  const focused = document.activeElement;
  const kept = ids.map((id) => /** @type {const} */ ([id, entries.get(id) ?? addEntry(id)]));
  entries.clear();
  for (const [id, entry] of kept) entries.set(id, entry);
  body.replaceChildren(...kept.flatMap(([, { row, detail }]) => [row, detail]));
  if (focused instanceof HTMLElement && focused.isConnected) focused.focus();
}

/** @param {string} id */
function addEntry(id) {
  return new UserEntry(
    id,
    () => {
      opened = opened === id ? undefined : id;
      show();
    },
    (action) => void act(id, action).catch(sayProblem),
  );
}

/**
 * @param {string} id
 * @param {string} action
 */
async function act(id, action) {
  const path = `users/${encodeURIComponent(id)}/${action}`;
  const { message } = await order(path, { environmentId: chosenEnvironment() });
  say(message);
  await refreshAll();
}
