import { readProgramError } from "../messages";
import type { Message, Step } from "./document";
import { isResourceName, type Subject } from "./urn";

/** Something that a preview says of a resource. */
export type Finding = Subject & {
  /** `error` stops the run, `warning` does not, `perhaps` is as far as PingOne documents it. */
  readonly level: "error" | "warning" | "perhaps";
  /** Never a value: the provider puts none into its messages. */
  readonly text: string;
};

/** Something that keeps a program from running on. */
export type ProgramFinding = {
  /** What the program called, such as `readUsers` or `getUser "alice"`. */
  readonly call: string;
  /** With file, line and column where it is about a row. Never a value. */
  readonly text: string;
};

/** What a preview says, sorted out. */
export type Findings = {
  /** Rules that passwords do not meet. */
  readonly unmetRules: readonly Finding[];
  /** Other things that stop the run. */
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
  /** Lockouts that something clears on its way. */
  readonly clearedLockouts: readonly Finding[];
  /** Errors with which this package ended the program, each problem for itself. */
  readonly programErrors: readonly ProgramFinding[];
  /** Errors of the program itself, the engine and other resources. What they say may be anything, and is not repeated. */
  readonly foreignErrors: number;
};

const PERHAPS = "As far as PingOne documents it:";

/** Sorts out what was said. Only what this package says is kept. */
export function findIn(messages: readonly Message[], steps: readonly Step[]): Findings {
  const all = messages.flatMap((message) => {
    const found = ofSubject(message, steps);
    return found === undefined ? [] : linesOf(found.text).map((line) => ({ ...found, ...line }));
  });
  const isUnmet = ({ isRule, severity }: Said & Line) => isRule && severity !== "info";
  const rest = all.filter((one) => !isUnmet(one));
  const others = messages.filter(
    (message) => message.severity === "error" && ofSubject(message, steps) === undefined,
  );
  const ended = others.flatMap(({ text }) => readProgramError(text) ?? []);
  return {
    unmetRules: all.filter(isUnmet).map(toFinding),
    errors: rest.filter(({ severity }) => severity === "error").map(toFinding),
    warnings: rest.filter(({ severity }) => severity === "warning").map(toFinding),
    clearedLockouts: rest
      .filter(({ severity, text }) => severity === "info" && isClearing(text))
      .map(toFinding),
    programErrors: ended.flatMap(({ call, problems }) => problems.map((text) => ({ call, text }))),
    foreignErrors: others.length - ended.length,
  };
}

type Said = Subject & { readonly severity: string; readonly text: string };
type Line = { readonly text: string; readonly isRule: boolean; readonly isPerhaps: boolean };

/** A refresh does not know the resource's URN: its messages begin with the type and the user. */
function ofSubject({ subject, severity, text }: Message, steps: readonly Step[]): Said | undefined {
  if (subject !== undefined) {
    return { ...subject, severity, text: withoutIntroduction(text) };
  }
  const [, type = "", key = "", rest = ""] = /^(\w+) (\S+): (.*)$/s.exec(text) ?? [];
  const step = steps.find((one) => one.type === type && one.old?.id?.startsWith(key) === true);
  return isResourceName(type) && step !== undefined
    ? { type, resource: step.resource, severity, text: rest }
    : undefined;
}

/** What the engine puts before a failed check. */
function withoutIntroduction(text: string): string {
  return text.replace(/^pulumi-nodejs:dynamic\/pingone:\w+ resource '.*?' has a problem: /s, "");
}

/** A list of rows has a heading, and each row is a finding; of an exception the stack below it is left out. */
function linesOf(text: string): Line[] {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("at "));
  const isPerhaps = lines[0] === PERHAPS || text.includes(" may not satisfy ");
  const isRule = /does not satisfy|may not satisfy|no password of this recipe satisfies/.test(text);
  const items = lines.filter((line) => line !== "users:" && line !== PERHAPS);
  return items.map((line) => ({ text: line, isPerhaps, isRule }));
}

function isClearing(text: string): boolean {
  return text.includes("also clears a lockout") || text.includes("this unlocks it");
}

function toFinding({ type, resource, severity, text, isPerhaps }: Said & Line): Finding {
  return { type, resource, level: severity === "error" ? "error" : isPerhaps ? "perhaps" : "warning", text };
}
