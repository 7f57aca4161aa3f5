import { join } from "node:path";
import { runCommand } from "./run-command.mjs";
import { SetupError } from "./setup-error.mjs";

/**
 * Compiles what has changed since the last build; TypeScript's own check finds that out in about a second.
 * @param {import("./context.mjs").SetupContext} context
 */
export async function build({ root, env, progress }) {
  const result = await progress.during("Building the packages with TypeScript.", (note) =>
    runCommand(process.execPath, [join(root, "node_modules", "typescript", "bin", "tsc"), "--build"], {
      cwd: root,
      env,
      onLine: note,
    }),
  );
  if (result.ok) return;
  throw new SetupError(
    ["The packages do not compile:", ...result.lines, "Correct this, then run `npx tsc --build`."].join("\n"),
  );
}
