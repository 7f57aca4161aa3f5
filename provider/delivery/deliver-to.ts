import { PingOneError } from "../errors";
import { checkFile, replaceSecretFile } from "./secret-file";
import { appendGithubEnv, checkGithubEnv, isVariableName } from "./github-env";
import { isRecord } from "../transport";

/** Where a generated password goes, so that somebody has it. */
export type DeliverTo = { readonly file: string } | { readonly githubEnv: string };

/** What is wrong with a declaration, whatever the machine. */
export function problemsOf(deliverTo: unknown): string[] {
  const [entry, ...more] = isRecord(deliverTo) ? Object.entries(deliverTo) : [];
  const [kind, target] = entry ?? [];
  if (entry === undefined || more.length > 0 || (kind !== "file" && kind !== "githubEnv")) {
    return ['deliverTo has to name one place: { file: "alice.txt" } or { githubEnv: "ALICE_PASSWORD" }.'];
  }
  if (kind === "file") {
    return typeof target === "string" && target !== "" && !target.includes("\0")
      ? []
      : ["deliverTo.file has to be the path of the file to write."];
  }
  return isVariableName(target)
    ? []
    : [
        "deliverTo.githubEnv has to be the name of a variable (letters, digits and _) that a job may set: not GITHUB_..., RUNNER_... or NODE_OPTIONS.",
      ];
}

/** Why this machine cannot deliver there now. */
export function obstaclesTo(deliverTo: DeliverTo, env: NodeJS.ProcessEnv = process.env): string[] {
  return "file" in deliverTo ? checkFile(deliverTo.file) : checkGithubEnv(env);
}

/** In words, for messages. */
export function describePlace(deliverTo: DeliverTo): string {
  return "file" in deliverTo ? `the file "${deliverTo.file}"` : `the job's variable ${deliverTo.githubEnv}`;
}

/** A password that has been delivered. */
export type Delivered = {
  /** As {@link describePlace} has it. */
  readonly place: string;
  /** Puts back what was there before, for a password that is not set after all; false where that cannot be. */
  readonly undo: () => Promise<boolean>;
};

/**
 * Writes a password where it is to go.
 * @throws {PingOneError} when it did not get there
 */
export async function deliver(
  deliverTo: DeliverTo,
  value: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Delivered> {
  try {
    if ("file" in deliverTo) {
      const undo = await replaceSecretFile(deliverTo.file, value);
      return { place: describePlace(deliverTo), undo };
    }
    await appendGithubEnv(deliverTo.githubEnv, value, env);
    return { place: describePlace(deliverTo), undo: () => Promise.resolve(false) };
  } catch (error) {
    if (error instanceof PingOneError) {
      throw error;
    }
    const code = (error as NodeJS.ErrnoException).code ?? "failed";
    throw new PingOneError(
      `deliverTo: the generated password could not be written (${code}), so none was set. Mend that and run again.`,
    );
  }
}
