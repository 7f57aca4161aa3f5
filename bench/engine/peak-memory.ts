import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";

/** Milliseconds between two looks. The figure read is a high-water mark, so only the very last moments can be missed. */
const LOOK = 100;

/** Highest memory in MiB of the provider process that runs in this folder while `work` does; undefined where there is no /proc. */
export async function withPeakMemory<T>(
  folder: string,
  work: () => Promise<T>,
): Promise<{ result: T; peak: number | undefined }> {
  let pid: string | undefined;
  let peak: number | undefined;
  const timer = setInterval(() => {
    pid ??= findProvider(folder);
    const found = pid === undefined ? undefined : highWaterMark(pid);
    peak = found === undefined ? peak : Math.max(peak ?? 0, found);
  }, LOOK);
  try {
    return { result: await work(), peak };
  } finally {
    clearInterval(timer);
  }
}

function findProvider(folder: string): string | undefined {
  return processes().find((pid) => {
    try {
      const [program, ...args] = readFileSync(join("/proc", pid, "cmdline"), "utf8").split("\0");
      return (
        program?.endsWith("node") === true &&
        args.some((arg) => arg.includes("dynamic-provider")) &&
        readlinkSync(join("/proc", pid, "cwd")) === folder
      );
    } catch {
      // It ended meanwhile, or belongs to somebody else.
      return false;
    }
  });
}

function processes(): string[] {
  return process.platform === "linux" ? readdirSync("/proc").filter((name) => /^\d+$/.test(name)) : [];
}

function highWaterMark(pid: string): number | undefined {
  try {
    const [, kilobytes] =
      /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(join("/proc", pid, "status"), "utf8")) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}
