import { disownProgramError, type ProgramCall, programError } from "../messages";
import { removeEndlessFrames } from "./endless-frames";
import { PingOneError } from "./pingone-error";

const named = new WeakSet<Error>();

/**
 * Runs what a program calls. A refusal leaves it as Pulumi's own `RunError` does, which ends the run with its message alone: the
 * message then names the call, since the program's line is not shown.
 * @param call what was called and asked for, e.g. `getUser "alice"`
 */
export function endRunOnError<T>(call: ProgramCall, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw toRunError(error, call);
  }
}

/** {@link endRunOnError} for what answers later. */
export async function endRunOnRejection<T>(call: ProgramCall, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toRunError(error, call);
  }
}

/**
 * The same error, so that a program that catches it finds its class, code and details. A bug keeps its stack, which is needed to mend it.
 * An error that several calls share, such as a refused token, is named by the first of them.
 */
export function toRunError(error: unknown, call: ProgramCall): unknown {
  if (!(error instanceof Error)) {
    return error;
  }
  removeEndlessFrames(error);
  if (isRefusal(error) && !named.has(error)) {
    named.add(error);
    try {
      error.message = programError(call, error.message);
      endWithMessage(error);
    } catch {
      // A program may have frozen it: as it is it says what went wrong, which another error in its place would hide.
    }
  }
  return error;
}

function isRefusal(error: Error): boolean {
  return error instanceof PingOneError || ("__pulumiRunError" in error && error.__pulumiRunError === true);
}

/**
 * Makes an error one that ends a program's run with its message alone, as Pulumi's `RunError` does. Pulumi inspects its stack all the
 * same, and prints that of one which comes after the program's end: it holds the message and nothing else.
 */
function endWithMessage(error: Error): void {
  keepMessage(error);
  Object.assign(error, { __pulumiRunError: true, stack: error.message });
}

/** What newer versions of Pulumi's library put in front of the message of an input's error, where the sentence would no longer begin. */
const PREFIX = "error serializing property ";

/** Lets anybody change the message but Pulumi's library. */
function keepMessage(error: Error): void {
  let { message } = error;
  Object.defineProperty(error, "message", {
    configurable: true,
    get: () => message,
    set: (changed: string) => {
      message = changed.startsWith(PREFIX) ? message : disownProgramError(changed);
    },
  });
}
