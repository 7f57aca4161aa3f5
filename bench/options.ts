import { parseArgs } from "node:util";
import { type MeasureName, measures } from "./measures";

/** What to measure, and at which sizes. */
export type Options = {
  /** Small sizes and one round: shows that everything runs, says nothing about speed. */
  readonly quick: boolean;
  readonly only: readonly MeasureName[];
};

const USAGE = `Usage: npm run bench [-- --quick] [--only <name>]...   names: ${Object.keys(measures).join(", ")}`;

/** Reads the command line. @throws Error with the usage */
export function readOptions(args: readonly string[]): Options {
  const { quick, only } = parse(args);
  const unknown = only.filter((name) => !isMeasureName(name));
  if (unknown.length > 0) {
    throw new Error(`There is nothing named ${unknown.join(", ")} to measure.\n${USAGE}`);
  }
  return { quick, only: only.filter(isMeasureName) };
}

function parse(args: readonly string[]): { quick: boolean; only: string[] } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { quick: { type: "boolean", default: false }, only: { type: "string", multiple: true } },
    });
    return { quick: values.quick, only: values.only ?? [] };
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

function isMeasureName(name: string): name is MeasureName {
  return Object.hasOwn(measures, name);
}
