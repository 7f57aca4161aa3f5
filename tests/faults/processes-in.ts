import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/** The processes that run in a folder, and whose command line holds a text. Where there is no /proc there are none. */
export function processesIn(folder: string, text = ""): number[] {
  return pids().filter((pid) => {
    try {
      return (
        readlinkSync(`/proc/${pid}/cwd`).startsWith(folder) &&
        readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(text)
      );
    } catch {
      return false;
    }
  });
}

function pids(): number[] {
  try {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}
