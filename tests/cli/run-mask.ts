import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { join } from "node:path";

const CLI = join(__dirname, "../../provider/cli/cli.ts");

/** The command line of the package, as a job runs it. */
export type Started = {
  readonly child: ChildProcessWithoutNullStreams;
  /** Everything printed so far. */
  output(): string;
  /** Waits until a text has been printed. */
  printed(text: string): Promise<void>;
  /** The exit code and all that was printed, once it has ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>;
};

/** Starts `pulumi-pingone-password` with arguments. */
export function startCli(...args: string[]): Started {
  const child = spawn(process.execPath, ["--require", "tsx/cjs", CLI, ...args], {
    env: { ...process.env, GITHUB_ACTIONS: "true" },
  });
  let stdout = "";
  let stderr = "";
  const waiting = new Set<() => void>();
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
    waiting.forEach((look) => look());
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  return {
    child,
    output: () => stdout,
    printed: (text) =>
      new Promise((resolve) => {
        const look = () => {
          if (stdout.includes(text)) {
            waiting.delete(look);
            resolve();
          }
        };
        waiting.add(look);
        look();
      }),
    ended: new Promise((resolve) => {
      child.once("close", (code) => resolve({ code, stdout, stderr }));
    }),
  };
}

/** Runs `mask -- node -e <script>` to its end. */
export function runMask(script: string): Started["ended"] {
  return startCli("mask", "--", process.execPath, "-e", script).ended;
}
