import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { UserRef } from "../../provider/operations";
import { operations } from "../../provider/operations";
import { describeNode } from "../../provider/require-node";
import { describeNode as describeNodeForSimulator } from "../../simulator/require-node";
import { getUser, readUsers } from "../../provider";
import type { Send } from "../../provider/transport";
import { createTransport } from "../../provider/transport/transport";
import { env, refusal, without } from "../config/reading";
import { connectionTo, createSession, quickRetry } from "../helpers/session";
import { addUser, withSimulator } from "../helpers/with-simulator";
import { check, reasons, user, value } from "../lifecycle/check-inputs";
import { unknownUser } from "../operations/unknown-user";
import { FakeMachine } from "../scripts/fake-machine";
import { rejectionOf } from "../scripts/rejection-of";
import { provideEngine, requireNode } from "../scripts/scripts";
import { withoutProxies } from "../transport/without-proxies";

const ROOT = join(__dirname, "../..");

/** The rows of the first table: what happened, and how the message begins. */
function documented(): ReadonlyMap<string, string> {
  const [, section = ""] = readFileSync(join(ROOT, "docs/first-hour.md"), "utf8").split(/^## .*$/m);
  const rows = [...section.matchAll(/^\| (.+?) +\| `(.+?)` +\|/gm)];
  return new Map(rows.map(([, what = "", message = ""]) => [what.trim(), message]));
}

/** Fails unless the real message begins as the page says, in which `...` stands for what differs. */
function expectDocumented(what: string, message: string): void {
  const expected = documented().get(what);
  expect(expected, `a row "${what}"`).to.be.a("string");
  const parts = (expected ?? "").split("...").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  expect(message.replaceAll("`", "")).to.match(new RegExp(`^${parts.join(".+")}`));
}

/** What a call is refused with. */
async function messageOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => "nothing: it succeeds",
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}

withSimulator("docs/first-hour.md", (simulator) => {
  withoutProxies();
  const sendBy = (change: object): Send =>
    createTransport({ ...connectionTo(simulator), ...change }, { retry: { ...quickRetry, retries: 0 } });
  const read = (send: Send) => messageOf(send(operations.readUser, unknownUser(simulator)));
  const set = (send: Send, who: UserRef) =>
    messageOf(send(operations.setPassword, { ...who, value, forceChange: false }));
  const credentials = () => connectionTo(simulator).credentials;

  /** Each row, and what really happens. */
  const rows: Readonly<Record<string, () => string | Promise<string>>> = {
    "no credentials anywhere": () => refusal({}, {}),
    "a part of them is missing": () => refusal({}, without(env, "PINGONE_CLIENT_SECRET")),
    "a region that does not exist": () => refusal({}, { ...env, PINGONE_REGION_CODE: "US" }),
    "the worker's environment is no id": () => refusal({}, { ...env, PINGONE_ENVIRONMENT_ID: "production" }),
    "wrong client id or secret; credentials of another region": () =>
      read(sendBy({ credentials: { ...credentials(), clientId: "another" } })),
    "the worker's environment is another one": () =>
      read(sendBy({ credentials: { ...credentials(), environmentId: user.userId } })),
    "the simulator was started again": () =>
      read(sendBy({ credentials: { ...credentials(), clientSecret: "of the last start" } })),
    "the simulator does not run": () =>
      read(sendBy({ apiUrl: "http://127.0.0.1:1", authUrl: "http://127.0.0.1:1" })),
    "no network, or a proxy is needed": () =>
      read(sendBy({ authUrl: "https://auth.pingone.invalid", apiUrl: "https://api.pingone.invalid" })),
    "the worker lacks the role": () => {
      const worker = simulator.createWorker({ roles: [] });
      return set(sendBy({ credentials: { ...credentials(), ...worker } }), addUser(simulator));
    },
    "the user is in another environment, or gone": () => set(sendBy({}), unknownUser(simulator)),
    "a username where the id belongs": async () =>
      (await reasons({ ...user, userId: "alice", value })).join(),
    "a function of the program fails": () =>
      messageOf(getUser({ environmentId: "production", username: "alice" })),
    "a file of users that is not there": () => messageOf(Promise.resolve().then(() => readUsers("none.csv"))),
    "a misspelt input": async () => (await reasons({ ...user, userID: "alice", value })).join(),
    "the variable of `valueFrom` is not set": async () =>
      (await reasons({ ...user, valueFrom: { env: "ALICE_PASSWORD" } })).join(),
    "a password that the policy refuses": async () => {
      simulator.createPasswordPolicy({ name: "Strict", length: { min: 14 } });
      simulator.createPopulation({ name: "Staff", passwordPolicy: "Strict" });
      const alice = addUser(simulator, { population: "Staff" });
      const { failures } = await check({ ...alice, value: "short" }, {}, createSession(simulator));
      return failures.map(({ reason }) => reason).join();
    },
    "Node is too old: `npm run demo`, `npm test`": () => rejectionOf(requireNode("18.20.8")),
    "Node is too old: a program, `npx pulumi-pingone-password`": () => describeNode("18.20.8"),
    "Node is too old: `npx pingone-simulator`": () => describeNodeForSimulator("18.20.8"),
    "a clone that was never set up": () => runUnbuilt(),
    "the simulator's port is taken": () => {
      const { port } = new URL(simulator.url);
      return run("--import", "tsx", join(ROOT, "simulator/cli.ts"), "--port", port);
    },
    "no engine for `npm run demo` or `npm test`": async () => {
      const machine = new FakeMachine();
      const message = await rejectionOf(provideEngine(machine.context));
      machine.remove();
      return message;
    },
  };

  for (const [what, happens] of Object.entries(rows)) {
    it(`tells what is read when this happens: ${what}`, async () => {
      expectDocumented(what, await happens());
    });
  }

  it("has no row that nobody looks at", () => {
    expect([...documented().keys()].sort()).to.deep.equal(Object.keys(rows).sort());
  });
});

function run(...args: string[]): string {
  return spawnSync(process.execPath, args, { encoding: "utf8", cwd: ROOT }).stderr;
}

/** The command as a clone has it that was never compiled. */
function runUnbuilt(): string {
  const folder = mkdtempSync(join(tmpdir(), "pingone-unbuilt-"));
  cpSync(join(ROOT, "provider/bin"), join(folder, "bin"), { recursive: true });
  const message = run(join(folder, "bin/pulumi-pingone-password.js"), "doctor");
  rmSync(folder, { recursive: true });
  return message;
}
