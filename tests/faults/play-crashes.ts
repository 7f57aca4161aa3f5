import { type CrashResult, runCrash, type Victim } from "./run-crash";
import { countDamage, type DamageCount, Tenant } from "./tenant";
import type { Size } from "./tenant-program";

/** In the middle of what. */
export const phases = ["up", "update", "destroy"] as const;

/** One of {@link phases}. */
export type Phase = (typeof phases)[number];

/** One crash, and what was wrong after the way back. */
export type Crash = CrashResult & DamageCount & { readonly phase: Phase; readonly victim: Victim };

/** Milliseconds of each answer: a moment has to have a length. */
const LATENCY = 5;

const UP = ["up", "--yes", "--skip-preview"];

/** Kills once in the middle of a phase, at a part (0 to 1) of the calls that it takes, and looks at what came of it. */
export async function playCrash(size: Size, phase: Phase, victim: Victim, part: number): Promise<Crash> {
  const tenant = await Tenant.create(size, { latency: LATENCY });
  try {
    tenant.declare(1);
    if (phase !== "up") {
      await tenant.stack.up();
    }
    const version = phase === "up" ? 1 : 2;
    if (phase === "update") {
      tenant.declare(version);
    }
    const command = phase === "destroy" ? ["destroy", "--yes", "--skip-preview"] : UP;
    const moment = 1 + Math.floor(part * callsOf(size, phase));
    const result = await runCrash(tenant, command, victim, moment);
    const damage = phase === "destroy" ? await tenant.findRemains() : await tenant.findDamage(version);
    return { phase, victim, ...result, ...countDamage(damage) };
  } finally {
    await tenant.close();
  }
}

/** Calls, fewer than a phase makes, among which a moment is chosen. */
function callsOf({ passwords, testUsers, actions }: Size, phase: Phase): number {
  if (phase === "destroy") {
    return testUsers - 1;
  }
  return passwords + testUsers + (phase === "up" ? passwords + 2 * actions : 0);
}
