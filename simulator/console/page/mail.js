import { ask } from "./api.js";
import { byId, element, showText, time } from "./elements.js";
import { chosenEnvironment } from "./environments.js";
import { startTable, tableRow } from "./table.js";

/** How many mails are shown. */
const MOST = 50;

const HEADINGS = ["Sent", "User", "To", "Code", "Valid until"];
const body = startTable(byId("mail", HTMLTableElement), HEADINGS);
let shown = "";

/** Shows the newest mails of the environment with their codes, the newest first. */
export async function refreshMail() {
  /** @type {{ mails: readonly { id: string, at: string, username: string, to: string, code: string, expiresAt: string }[] }} */
  const { mails } = await ask("mail", { environmentId: chosenEnvironment(), limit: MOST });
  const text = JSON.stringify(mails);
  if (text === shown) return;
  shown = text;
  const rows = mails.map(({ at, username, to, code, expiresAt }) =>
    tableRow(HEADINGS, [[time(at)], [username], [to], [element("code", {}, code)], [time(expiresAt)]]),
  );
  body.replaceChildren(...rows.toReversed());
  showText(
    byId("mail-count", HTMLElement),
    mails.length === 0
      ? "No mail yet. A recovery code that is asked for arrives here."
      : `${mails.length === 1 ? "1 mail" : `The newest ${mails.length} mails`}, with the recovery code.`,
  );
}
