import type { ConnectionSettings } from "../config";
import { PingOneConfigError } from "../errors";
import { endRunOnRejection } from "../errors/end-run";
import { isUuid } from "../ids";
import type { Callee, ProgramCall } from "../messages";
import { quoted } from "../quoted";
import type { Send } from "../transport";
import { askFor } from "./ask";
import { refuseMisspelt, requireUuid } from "./require-args";

/** What the arguments of every function have. */
type Args = {
  readonly environmentId: string;
  readonly userId?: string | undefined;
  readonly username?: string | undefined;
  readonly passwordPolicyId?: string | undefined;
  readonly connection?: ConnectionSettings | undefined;
};

/** A function of the program by its name: how it checks its arguments, and what it asks PingOne then. */
export type ProgramFunction<A extends Args, R> = {
  readonly name: Callee;
  /** Arguments that not every function takes. */
  readonly own: readonly string[];
  /** Refuses arguments before anything is asked. */
  readonly check: (args: A) => void;
  readonly ask: (send: Send, args: A) => Promise<R>;
};

/** Answers a program, or ends its run with one sentence that names the function and what was asked for. */
export function answer<A extends Args, R>(
  { name, own, check, ask }: ProgramFunction<A, R>,
  args: A,
): Promise<R> {
  return endRunOnRejection(describeCall(name, args), async () => {
    requireArgs(name, args);
    refuseMisspelt(args, own);
    if (!args.environmentId) {
      // Mostly the variable that it comes from is missing together with those of the connection, which say more.
      await askFor(args.connection);
    }
    requireUuid("environmentId", args.environmentId);
    check(args);
    return ask(await askFor(args.connection), args);
  });
}

/** A program in JavaScript gives anything. */
function requireArgs(name: string, args: unknown): void {
  if (typeof args !== "object" || args === null) {
    throw new PingOneConfigError(`its arguments are missing: call ${name}({ environmentId, ... }).`);
  }
}

/** The name or id that was asked for, and nothing else of the arguments: they hold the connection's secrets. */
function describeCall(name: Callee, args: Partial<Args> | null | undefined): ProgramCall {
  const { username } = args ?? {};
  if (typeof username === "string" && username !== "") {
    return `${name} ${quoted(username)}`;
  }
  const argument = IDS.find((candidate) => isId(args?.[candidate]));
  return argument === undefined ? name : `${name} (${argument} ${String(args?.[argument])})`;
}

/** The one that says most about a call first. */
const IDS = ["userId", "passwordPolicyId", "environmentId"] as const;

function isId(value: unknown): boolean {
  return typeof value === "string" && isUuid(value);
}
