import { refreshActivities } from "./activities.js";
import { refreshClock, startClock } from "./clock.js";
import { byId } from "./elements.js";
import { refreshEnvironments, startEnvironments } from "./environments.js";
import { refreshLedger } from "./ledger.js";
import { refreshMail } from "./mail.js";
import { sayConnected, sayProblem } from "./result.js";
import { refreshUsers, showFirstUsers, startUsers } from "./users.js";

/** Milliseconds between two looks. */
const PAUSE = 1000;

const follow = byId("follow", HTMLInputElement);
let looking = Promise.resolve();

/** Looks at everything, after the look that is under way. */
function refresh() {
  looking = looking.then(look);
  return looking;
}

async function look() {
  try {
    await refreshEnvironments();
    await Promise.all([refreshClock(), refreshUsers(), refreshMail(), refreshLedger(), refreshActivities()]);
    sayConnected();
  } catch (error) {
    sayProblem(error);
  }
}

/** Looks again and again, but not while nobody can see it. */
async function followChanges() {
  if (follow.checked && !document.hidden) await refresh();
  setTimeout(() => void followChanges(), PAUSE);
}

startClock(refresh);
startUsers(refresh);
startEnvironments(showFirstUsers);
document.addEventListener("visibilitychange", () => void (document.hidden || refresh()));
void refresh().then(followChanges);
