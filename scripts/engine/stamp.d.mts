/** The engine that the set-up found or made. */
export interface Engine {
  /** Absolute path of the CLI. */
  pulumi: string;
  version: string;
  /** Where it came from, for people. */
  how: string;
  /** To add to an environment: PATH with the engine's folder first, and the settings of an unattended run. */
  env: Record<string, string>;
}

/** Keeps for `readEngine` what the set-up found. */
export function writeEngine(root: string, engine: Engine): void;

/** The engine of the last set-up, without a search; undefined when there was none or its CLI is gone. */
export function readEngine(root: string, env?: NodeJS.ProcessEnv): Engine | undefined;
