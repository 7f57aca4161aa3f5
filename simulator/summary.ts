import type { Simulator } from "./simulator";

/** What the command line was told, as far as the summary says it. */
export type SummaryOptions = {
  /** The seed file. */
  readonly seed?: string | undefined;
  /** The state file. */
  readonly state?: string | undefined;
  /** Whole sentences on what is not used. */
  readonly notes: readonly string[];
};

/**
 * What a user has to know once it listens: credentials as a shell reads them, everything else as comments, so that the whole can be
 * pasted, sourced or evaluated.
 */
export function summarize(simulator: Simulator, options: SummaryOptions): string {
  const { url, env, application } = simulator;
  const lines = Object.entries(env).map(([name, value]) => `export ${name}=${quote(value)}`);
  return [
    comment(`A local PingOne listens at ${url}. Point a client at it with:`),
    "",
    ...lines,
    "",
    comment(describeContent(simulator, options)),
    comment(describeState(options)),
    ...options.notes.map(comment),
    comment(`Console: ${url}/`),
    comment(`Users sign on to the web application ${application.clientId}.`),
    comment("Ctrl-C stops it."),
  ].join("\n");
}

function describeContent(simulator: Simulator, { seed, state }: SummaryOptions): string {
  const { users, populations, passwordPolicies, applications } = simulator.counts();
  const content = [
    count(users, "user"),
    count(populations, "population"),
    count(passwordPolicies, "password policy", "password policies"),
    count(applications, "application"),
  ].join(", ");
  if (simulator.resumed && state !== undefined) return `Continued from ${state}: ${content}.`;
  return seed === undefined ? `Without a seed: ${content}.` : `Seeded from ${seed}: ${content}.`;
}

function describeState({ state }: SummaryOptions): string {
  return state === undefined
    ? "State: in memory only; --state FILE keeps it across restarts."
    : `State: kept in ${state}.`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** A line break in a file's name or in an id would end the comment, and a shell would run what follows. */
function comment(text: string): string {
  return `# ${text.replace(/[\p{Cc}\u2028\u2029]/gu, "?")}`;
}

function quote(value: string): string {
  return /^[\w:/.-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`;
}
