import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { median } from "../median";
import type { Measure } from "../measure";

const root = resolve(__dirname, "../..");

/** Enough for a median that stands still; each takes a fraction of a second. */
const PROCESSES = 9;

/** Milliseconds until the modules are loaded, each time in a fresh process of Node. */
export const moduleLoad: Measure = (run) => {
  run.say("Time to load the modules");
  const processes = run.quick ? 3 : PROCESSES;
  return Promise.resolve({
    sizes: [
      {
        what: "@pulumi/pulumi: ms to load, which every program and provider process does first",
        ours: loadTime(processes, [], "@pulumi/pulumi"),
      },
      {
        what: "pulumi-pingone-password: ms to load in a program, after that",
        ours: loadTime(processes, ["@pulumi/pulumi"], "pulumi-pingone-password"),
      },
      {
        what: "pulumi-pingone-password/provider: ms to load in the provider process, after that",
        ours: loadTime(processes, ["@pulumi/pulumi"], "pulumi-pingone-password/provider"),
      },
    ],
  });
};

function loadTime(processes: number, before: readonly string[], module: string): number | undefined {
  const script = `
    ${before.map((name) => `require("${name}");`).join("\n")}
    const started = performance.now();
    require("${module}");
    process.stdout.write(String(performance.now() - started));
    process.exit();
  `;
  const times = Array.from({ length: processes }, () =>
    Number(execFileSync(process.execPath, ["-e", script], { cwd: root, encoding: "utf8" })),
  );
  return median(times);
}
