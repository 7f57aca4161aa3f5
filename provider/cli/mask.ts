import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Socket } from "node:net";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { MASK_SOCKET } from "../delivery/mask-secret";

/**
 * Runs a command, and masks in the job's log what the provider inside it generates for `deliverTo.githubEnv`.
 * @param print writes to the job's own output
 * @returns the command's exit code
 */
export async function mask(
  command: string,
  args: readonly string[],
  print: (text: string) => void = (text) => void process.stdout.write(text),
): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), "pulumi-pingone-password-mask-"));
  const address =
    process.platform === "win32" ? `\\\\.\\pipe\\${folder.replace(/\W/g, "-")}` : join(folder, "mask");
  const server = createServer((socket) => {
    maskEach(socket, print);
  });
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject).listen(address, resolve);
    });
    return await run(command, args, { ...process.env, [MASK_SOCKET]: address });
  } finally {
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function maskEach(socket: Socket, print: (text: string) => void): void {
  socket.on("error", () => socket.destroy());
  createInterface({ input: socket }).on("line", (line) => {
    const value = parseValue(line);
    if (value === undefined) {
      // Whoever sends something else is told by the end of the connection, and the command goes on.
      socket.destroy();
      return;
    }
    print(`\n::add-mask::${escape(value)}\n`);
    socket.write("masked\n");
  });
}

function parseValue(line: string): string | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "string" && value !== "" ? value : undefined;
  } catch {
    return undefined;
  }
}

/** As GitHub's own toolkit writes the data of a command. */
function escape(value: string): string {
  return value.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

async function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(command, args, { stdio: "inherit", env });
  // The terminal sends an interrupt to the command as well, which ends in its own time.
  const stay = () => undefined;
  process.on("SIGINT", stay);
  // A runner that cancels a job ends this process alone: the command must not be left behind.
  const end = () => void child.kill("SIGTERM");
  process.on("SIGTERM", end);
  try {
    return await new Promise<number>((resolve, reject) => {
      child.once("error", reject);
      child.once("exit", (code, signal) => {
        resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
      });
    });
  } finally {
    process.off("SIGINT", stay);
    process.off("SIGTERM", end);
  }
}
