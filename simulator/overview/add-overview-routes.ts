import type { FastifyInstance } from "fastify";
import type { ServerContext } from "../answer-request";
import { sendResponse } from "../send-response";
import { overviewView } from "./overview-view";

/** What each of the simulator's own paths is for. */
const PURPOSES: Readonly<Record<string, string>> = {
  "GET /simulator": "this list",
  "GET /simulator/state": "environments with their users, populations and policies; no password, no secret",
  "GET /simulator/environments": "the environments, by name",
  "GET /simulator/users": "users with status and locks; ?search=, ?offset= and ?limit= pick some out",
  "POST /simulator/users/:userId/:action":
    "lockPassword, unlockPassword, lockAccount, unlockAccount, expirePassword or forceChange",
  "GET /simulator/activities":
    "what was done to users, the oldest first; ?since= gives those after a sequence",
  "POST /simulator/snapshot": "everything as JSON, secrets included, to be restored later",
  "POST /simulator/restore": "goes to what a snapshot holds",
  "POST /simulator/reset": "goes back to the seed and the options",
  "GET /simulator/clock": "the simulated time",
  "POST /simulator/clock": "moves it forwards by advanceSeconds, or back with reset",
  "GET /simulator/ledger": "every request, secrets redacted",
  "DELETE /simulator/ledger": "begins it afresh",
  "GET /simulator/mail": "the mails, codes included; ?username=, ?userId= and ?to= pick some out",
  "DELETE /simulator/mail": "empties the mailbox",
  "GET /simulator/faults": "the rules of what goes wrong",
  "POST /simulator/faults": "adds a rule",
  "DELETE /simulator/faults": "ends all rules",
};

/** One of the simulator's own paths, as it is listed. */
type ListedPath = { readonly method: string; readonly path: string; readonly purpose: string };

/** Adds the paths that show what there is: the state, and the paths themselves. Call it before the others are added: it lists those to come. */
export function addOverviewRoutes(app: FastifyInstance, { state, clock }: ServerContext): void {
  const paths: ListedPath[] = [];
  app.addHook("onRoute", ({ method, url }) => {
    const name = String(method);
    // What the page is made of is nobody else's concern.
    if (url === "/" || url.startsWith("/simulator/console/")) return;
    paths.push({ method: name, path: url, purpose: PURPOSES[`${name} ${url}`] ?? "" });
  });
  app.get("/simulator", (_request, reply) => sendResponse(reply, { status: 200, body: { paths } }));
  app.get("/simulator/state", (_request, reply) =>
    sendResponse(reply, { status: 200, body: overviewView(state, clock.now()) }),
  );
}
