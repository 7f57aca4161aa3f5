import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { processesIn } from "./processes-in";
import type { Tenant } from "./tenant";
import { mendTornFile, TORN } from "./torn-file";

/** What is killed. */
export const victims = ["engine", "provider", "both"] as const;

/** One of {@link victims}. */
export type Victim = (typeof victims)[number];

/** What became of one crash. */
export type CrashResult = {
  /** Runs of the command that it took afterwards, the green one included. */
  readonly runs: number;
  /** Calls that an orphan made after its engine was gone, beyond the one that was under way. */
  readonly late: number;
  /** 1 where the engine left its own file unreadable. */
  readonly torn: number;
};

const MOST_RUNS = 4;

/**
 * Kills what runs a command once PingOne has had so many more calls, and then does what the README says: `pulumi cancel`, and the
 * command again; an up with a refresh.
 * @throws Error when the command was through before, or does not get through afterwards
 */
export async function runCrash(
  { simulator, stack }: Tenant,
  command: readonly string[],
  victim: Victim,
  moment: number,
): Promise<CrashResult> {
  const start = simulator.ledger.total;
  await stack.endedBy(
    (engine) => {
      kill(victim, engine, stack.project);
    },
    () => simulator.ledger.total - start >= moment,
    ...command,
  );
  // What was under way may still come in; an orphan has to notice by itself that its engine is gone.
  await sleep(200);
  const seen = simulator.ledger.total;
  await sleep(300);
  const late = simulator.ledger.total - seen;
  const cancelled = await stack.run("cancel", "--yes");
  const torn = cancelled.output.includes(TORN) ? 1 : 0;
  if (torn > 0) {
    mendTornFile(stack);
    await stack.run("cancel", "--yes");
  }
  let runs = 0;
  for (let exitCode = 1; exitCode !== 0;) {
    const run = await stack.run(...command, ...(command[0] === "up" ? ["--refresh"] : []));
    ({ exitCode } = run);
    runs += 1;
    if (exitCode !== 0 && runs === MOST_RUNS) {
      throw new Error(`pulumi ${command.join(" ")} does not get through after a crash:\n${run.output}`);
    }
  }
  return { runs, late, torn };
}

function kill(victim: Victim, engine: ChildProcess, project: string): void {
  const providers = victim === "engine" ? [] : processesIn(project, "dynamic-provider");
  if (victim !== "provider") {
    engine.kill("SIGKILL");
  }
  providers.forEach((pid) => {
    process.kill(pid, "SIGKILL");
  });
}
