import { randomUUID } from "node:crypto";
import { appendFile, readFile, stat } from "node:fs/promises";
import { PingOneError } from "../errors";
import { maskSecret, MASK_SOCKET } from "./mask-secret";

/** True for a name that a variable of a job can have. */
export function isVariableName(name: unknown): name is string {
  return (
    typeof name === "string" &&
    /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) &&
    !/^(GITHUB_|RUNNER_|NODE_OPTIONS$)/i.test(name)
  );
}

/** Why nothing can be handed to the later steps of the job. */
export function checkGithubEnv(env: NodeJS.ProcessEnv): string[] {
  if ((env["GITHUB_ENV"] ?? "") === "") {
    return [
      "deliverTo.githubEnv works in a job of GitHub Actions only, where GITHUB_ENV is set. Elsewhere use deliverTo.file.",
    ];
  }
  return (env[MASK_SOCKET] ?? "") === ""
    ? [
        "deliverTo.githubEnv: the job would print the password with the variables of its next step, because only the job's own output can mask it. Run `npx pulumi-pingone-password mask -- pulumi up` instead of `pulumi up`.",
      ]
    : [];
}

/** Masks a value in the job's log and hands it to the later steps as a variable, in this order. */
export async function appendGithubEnv(name: string, value: string, env: NodeJS.ProcessEnv): Promise<void> {
  const [obstacle] = checkGithubEnv(env);
  if (obstacle !== undefined) {
    throw new PingOneError(`${obstacle} No password was set.`);
  }
  await maskSecret(value, env);
  const end = `end-${randomUUID()}`;
  const file = env["GITHUB_ENV"] ?? "";
  // A line that somebody left open would swallow ours.
  const start = (await endsOpen(file)) ? "\n" : "";
  await appendFile(file, `${start}${name}<<${end}\n${value}\n${end}\n`, { mode: 0o600 });
}

async function endsOpen(file: string): Promise<boolean> {
  const stats = await stat(file).catch(() => undefined);
  const text = stats?.isFile() === true ? await readFile(file, "utf8") : "";
  return text !== "" && !text.endsWith("\n");
}
