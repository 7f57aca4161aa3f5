import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runCommand } from "../setup/run-command.mjs";
import { readJson } from "../setup/workspace.mjs";

/** Spec files that run at the same time: 2 shares them between two processes. */
const JOBS = 2;

/**
 * Runs specs in mocha, shown in this terminal, and counts what mocha itself counted.
 * @param {string} root
 * @param {readonly string[]} specs files or patterns
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ exitCode: number, passed: number, failed: number }>} not 0 as well when nothing ran
 */
export async function runMocha(root, specs, env) {
  const folder = mkdtempSync(join(tmpdir(), "mocha-totals-"));
  const totals = join(folder, "totals.json");
  const args = [
    join(root, "node_modules", "mocha", "bin", "mocha.js"),
    "--reporter",
    fileURLToPath(new URL("spec-with-totals.mjs", import.meta.url)),
    "--reporter-option",
    `totals=${totals}`,
    "--forbid-only",
    "--forbid-pending",
    ...(JOBS > 1 ? ["--parallel", "--jobs", String(JOBS)] : []),
    ...specs,
  ];
  try {
    const { exitCode } = await runCommand(process.execPath, args, { cwd: root, env, foreground: true });
    // A run that broke off before its end, at an import for one, leaves no totals.
    const { passed, failed } = existsSync(totals) ? readJson(totals) : { passed: 0, failed: 0 };
    const counted = { passed: Number(passed), failed: Number(failed) };
    const complete = counted.passed > 0 && counted.failed === 0;
    return { ...counted, exitCode: complete ? exitCode : exitCode || 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
