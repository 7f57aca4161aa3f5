import { join } from "node:path";
import { createContext } from "./setup/context.mjs";
import { runCommand } from "./setup/run-command.mjs";
import { runScript } from "./setup/run-script.mjs";
import { setUpPackages } from "./setup.mjs";

// The local PingOne alone, with the arguments given, from a fresh clone as well.
void runScript(import.meta.url, async () => {
  const context = createContext({});
  await setUpPackages(context);
  const cli = join(context.root, "simulator", "bin", "pingone-simulator.js");
  const { exitCode } = await runCommand(process.execPath, [cli, ...process.argv.slice(2)], {
    foreground: true,
  });
  return exitCode;
});
