import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Stack } from "../helpers/stack";

/** Passwords that the states were made with, and that a person can hardly type. */
const VARIABLES = {
  CARRIAGE_RETURN_PASSWORD: "Planted-Return!60\r",
  BLANK_PASSWORD: "Planted-Blank!61 ",
  QUOTED_PASSWORD: '"Planted-Quoted!62"',
  PREFIXED_PASSWORD: "{SSHA-256}Planted-Prefixed!63",
  CONTROL_PASSWORD: "Planted-Con\u0007trol!64",
  UNSEEN_PASSWORD: "Planted-Unseen!65",
} as const;

const FILES = {
  "latin-1.txt": Buffer.from("Planted-L\u00e4tin!66\n", "latin1"),
  "utf-16.txt": Buffer.from("\ufeffPlanted-Wide!67", "utf16le"),
  "two-line-ends.txt": Buffer.from("Planted-Ends!68\n\n"),
} as const;

export type OddVariable = keyof typeof VARIABLES;

/** The texts themselves, as far as one is in a file or variable. */
export const ODD_PASSWORDS = [
  ...Object.values(VARIABLES),
  ...Object.values(FILES).map((bytes) => bytes.toString("utf8").trim()),
];

/** Gives a program what the states were made with. */
export function giveOddValues(stack: Stack): void {
  stack.setEnv(VARIABLES);
  for (const [name, bytes] of Object.entries(FILES)) {
    writeFileSync(join(stack.project, name), bytes);
  }
}

/** Gives it what a person can type in the place of each, and says which is whose, by username. */
export function givePlainValues(stack: Stack): Readonly<Record<string, string>> {
  const plain = (name: string) => `Changed-${name.replace(/\W|_/g, "")}!71`;
  stack.setEnv(Object.fromEntries(Object.keys(VARIABLES).map((name) => [name, plain(name)])));
  for (const name of Object.keys(FILES)) {
    writeFileSync(join(stack.project, name), `${plain(name)}\n`);
  }
  return {
    "seed-11": plain("CARRIAGE_RETURN_PASSWORD"),
    "seed-12": plain("BLANK_PASSWORD"),
    "seed-13": plain("QUOTED_PASSWORD"),
    "seed-14": plain("PREFIXED_PASSWORD"),
    "seed-15": plain("latin-1.txt"),
    "seed-16": plain("utf-16.txt"),
    "seed-17": plain("two-line-ends.txt"),
    "seed-18": plain("CONTROL_PASSWORD"),
    "unseen\u200b": plain("UNSEEN_PASSWORD"),
    "row-carriage-return": plain("CARRIAGE_RETURN_PASSWORD"),
    "row-blank": plain("BLANK_PASSWORD"),
    "row-latin-1": plain("latin-1.txt"),
  };
}
