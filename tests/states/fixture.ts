import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createSimulator, type Simulator, type Snapshot } from "../../simulator";
import { Stack } from "../helpers/stack";
import { CLIENT_SECRET, PASSWORDS } from "./planted";

/** A state of one program, made by the code of one commit with one SDK. */
export type Fixture = {
  /** The short id of the commit. */
  readonly code: string;
  /** What is in it: the name of a folder with the program. */
  readonly story: string;
  /** The version of @pulumi/pulumi it was made with. */
  readonly sdk: string;
};

/** Stand in the files for the simulator's address and for secrets, which no file is to hold. */
const URL_MARK = "<url>";
const SECRET_MARK = "<client secret>";

/** All that are kept of a story, or of all of them. */
export function listFixtures(wanted?: string): Fixture[] {
  return foldersIn().flatMap((code) =>
    foldersIn(code)
      .filter((story) => wanted === undefined || story === wanted)
      .flatMap((story) =>
        foldersIn(code, story)
          .filter((sdk) => sdk !== "project")
          .map((sdk) => ({ code, story, sdk })),
      ),
  );
}

/** The program of a fixture, with the files that it reads. */
export function projectOf({ code, story }: Omit<Fixture, "sdk">): string {
  return join(__dirname, code, story, "project");
}

/** The state and PingOne's side of it, as they are kept. */
export function filesOf({ code, story, sdk }: Fixture): { state: string; pingone: string } {
  const folder = join(__dirname, code, story, sdk);
  return { state: join(folder, "state.json"), pingone: join(folder, "pingone.json") };
}

/** Keeps the state of a stack and what PingOne then holds. */
export async function keepFixture(fixture: Fixture, stack: Stack, simulator: Simulator): Promise<void> {
  // Mails have their codes in clear.
  simulator.mail.clear();
  const { state, pingone } = filesOf(fixture);
  mkdirSync(join(state, ".."), { recursive: true });
  const exported = withoutPlaces(await succeed(stack, "stack", "export"));
  writeFileSync(state, exported.replaceAll(simulator.url, URL_MARK));
  writeFileSync(pingone, withoutSecrets(simulator.snapshot()));
}

/** Puts PingOne back to where the state was made, and a stack with that state beside it. */
export async function loadFixture(fixture: Fixture): Promise<{ stack: Stack; simulator: Simulator }> {
  const { state, pingone } = filesOf(fixture);
  const snapshot = JSON.parse(
    readFileSync(pingone, "utf8").replaceAll(SECRET_MARK, CLIENT_SECRET),
  ) as Snapshot;
  const simulator = await createSimulator();
  // The day it was made goes on: passwords must not run out while the files lie here.
  simulator.restore({ ...snapshot, clockOffset: Date.parse(snapshot.takenAt) - Date.now() });
  const stack = new Stack({ ...simulator.env, ...PASSWORDS });
  stack.copyProject(projectOf(fixture));
  await stack.init();
  const file = join(stack.folder, "state.json");
  writeFileSync(file, readFileSync(state, "utf8").replaceAll(URL_MARK, simulator.url));
  await succeed(stack, "stack", "import", "--file", file);
  return { stack, simulator };
}

/** Where a resource stands in its program is a path of the machine it was made on. */
function withoutPlaces(exported: string): string {
  const state = JSON.parse(exported, (key, value: unknown) =>
    ["sourcePosition", "stackTrace"].includes(key) ? undefined : value,
  ) as object;
  return toText(state);
}

function withoutSecrets(snapshot: Snapshot): string {
  const marked = JSON.parse(JSON.stringify(snapshot), (key, value: unknown) =>
    key === "clientSecret" ? SECRET_MARK : value,
  ) as object;
  return toText(marked);
}

function toText(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

async function succeed(stack: Stack, ...args: string[]): Promise<string> {
  const { exitCode, output } = await stack.run(...args);
  if (exitCode !== 0) {
    throw new Error(`pulumi ${args.join(" ")} failed:\n${output}`);
  }
  return output;
}

function foldersIn(...path: string[]): string[] {
  return readdirSync(join(__dirname, ...path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}
