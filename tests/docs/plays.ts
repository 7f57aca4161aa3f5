import { listDocuments, readDocument } from "./documents";
import { type Fence, noteOf, readFences } from "./fences";

/** What happens on a page, in its order. */
export type Step =
  | { readonly kind: "file"; readonly fence: Fence; readonly path: string }
  | { readonly kind: "run"; readonly fence: Fence; readonly exitCode: number }
  | { readonly kind: "prints"; readonly fence: Fence };

/** The blocks of one page that one shell runs, one after the other. */
export type Play = {
  readonly document: string;
  readonly scenario: string;
  readonly atLength: boolean;
  readonly steps: readonly Step[];
};

/** How a block of commands is run. */
export type Runner =
  | {
      readonly kind: "scenario";
      readonly scenario: string;
      readonly atLength: boolean;
      readonly exitCode: number;
    }
  | { readonly kind: "spec"; readonly spec: string }
  | undefined;

/** What the comment before a block says about its run. */
export function runnerOf(fence: Fence): Runner {
  const spec = noteOf(fence, "run by");
  if (spec !== undefined) return { kind: "spec", spec };
  const [atLength, now] = [noteOf(fence, "run at length"), noteOf(fence, "run")];
  const [, scenario, exitCode = "0"] = /^([\w-]+)(?:, exit (\d+))?$/.exec(atLength ?? now ?? "") ?? [];
  return scenario === undefined
    ? undefined
    : { kind: "scenario", scenario, atLength: atLength !== undefined, exitCode: Number(exitCode) };
}

/** All blocks of all documents. */
export function allFences(): Fence[] {
  return listDocuments().flatMap((document) => readFences(document, readDocument(document)));
}

/** What is run of a page. A scenario that a page names again after another one goes on where it was. */
export function readPlays(document: string, fences: readonly Fence[]): Play[] {
  const plays = new Map<string, Play & { steps: Step[] }>();
  let files: Step[] = [];
  let last: { steps: Step[] } | undefined;
  for (const fence of fences) {
    const path = noteOf(fence, "file");
    const runner = fence.language === "sh" ? runnerOf(fence) : undefined;
    if (path !== undefined) {
      files.push({ kind: "file", fence, path });
    } else if (fence.notes.includes("prints")) {
      if (last === undefined) throw new Error(`${fence.place}: no block before it is run.`);
      last.steps.push({ kind: "prints", fence });
    } else if (runner?.kind === "scenario") {
      const { scenario, atLength, exitCode } = runner;
      const key = `${scenario} ${String(atLength)}`;
      const play = plays.get(key) ?? { document, scenario, atLength, steps: [] };
      play.steps.push(...files, { kind: "run", fence, exitCode });
      files = [];
      plays.set(key, play);
      last = play;
    }
  }
  return [...plays.values()];
}
