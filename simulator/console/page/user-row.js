import { element, time, timeText } from "./elements.js";
import { tableRow } from "./table.js";

/** @typedef {import("../user-row").UserRow} User */
/** @typedef {import("./elements.js").Content} Content */

export const USER_HEADINGS = ["User", "Password", "Account", "Lockout ends", "Forced change", "Last change"];

/** What can be done to a user, as the simulator names it, and as the button does. */
const ACTIONS = {
  lockPassword: "Lock out password",
  unlockPassword: "Unlock password",
  lockAccount: "Lock account",
  unlockAccount: "Unlock account",
  expirePassword: "Expire password",
  forceChange: "Force change",
};

/** @type {Readonly<Record<User["password"]["status"], string>>} */
const TONES = {
  OK: "good",
  NO_PASSWORD: "quiet",
  EXTERNAL: "quiet",
  MUST_CHANGE_PASSWORD: "wait",
  PASSWORD_EXPIRED: "wait",
  PASSWORD_LOCKED_OUT: "bad",
};

/**
 * A user's row and, below it, what belongs to the user who is opened. Both stay the same elements while their content changes, so
 * that the focus stays too.
 */
export class UserEntry {
  /**
   * @param {string} id
   * @param {() => void} onToggle the name was pressed
   * @param {(action: string) => void} onAction
   */
  constructor(id, onToggle, onAction) {
    this.button = element("button", { type: "button", class: "name", "aria-controls": `user-${id}` });
    this.button.addEventListener("click", onToggle);
    this.row = tableRow(USER_HEADINGS, [[this.button]]);
    this.facts = element("p", {});
    this.group = element("div", { class: "buttons", role: "group" }, ...actionButtons(onAction));
    const cell = element(
      "td",
      { role: "cell", colspan: String(USER_HEADINGS.length) },
      this.facts,
      this.group,
    );
    this.detail = element("tr", { role: "row", class: "detail", id: `user-${id}` }, cell);
  }

  /**
   * @param {User} user
   * @param {boolean} isOpen
   */
  show(user, isOpen) {
    this.button.textContent = user.username;
    this.button.setAttribute("aria-expanded", String(isOpen));
    this.detail.hidden = !isOpen;
    this.group.setAttribute("aria-label", `Actions for ${user.username}`);
    const [, ...cells] = this.row.cells;
    contents(user).forEach((content, position) => {
      cells[position]?.replaceChildren(...content.filter((part) => part !== undefined));
    });
    this.facts.textContent = facts(user);
  }
}

/** @param {(action: string) => void} onAction */
function actionButtons(onAction) {
  return Object.entries(ACTIONS).map(([action, title]) => {
    const button = element("button", { type: "button", "data-action": action }, title);
    button.addEventListener("click", () => {
      onAction(action);
    });
    return button;
  });
}

/**
 * The cells after the name.
 * @param {User} user
 * @returns {readonly (readonly Content[])[]}
 */
function contents({ enabled, account, password }) {
  const { status, forcedChange, lastChangedAt, lockedUntil } = password;
  const isLockedOut = account.lockedBy.includes("password");
  const end = isLockedOut ? (time(lockedUntil) ?? "when unlocked") : undefined;
  return [
    [element("span", { class: TONES[status] }, status)],
    [
      element("span", { class: account.status === "OK" ? "good" : "bad" }, account.status),
      ...why(enabled, account),
    ],
    [end],
    [forcedChange ? "yes" : undefined],
    [time(lastChangedAt)],
  ];
}

/**
 * @param {boolean} enabled
 * @param {User["account"]} account
 */
function why(enabled, { lockedBy }) {
  return [
    lockedBy.length === 0 ? undefined : ` (by ${lockedBy.join(", ")})`,
    enabled ? undefined : element("span", { class: "bad" }, " DISABLED"),
  ];
}

/** @param {User} user */
function facts({ id, email, population, password }) {
  const { policy, failureCount, expiresAt } = password;
  return [
    `Id ${id}`,
    ...(email === undefined ? [] : [email]),
    `population ${population}`,
    `policy ${policy}`,
    failureCount === 1 ? "1 failed check" : `${failureCount} failed checks`,
    ...(expiresAt === undefined ? [] : [`the password expires after ${timeText(expiresAt)}`]),
  ].join(", ");
}
