/** What every case finds around it. */
const SURROUNDINGS = [
  'import * as pulumi from "@pulumi/pulumi";',
  'import * as pingone from "pulumi-pingone-password";',
  'import { createClient } from "pulumi-pingone-password/client";',
  "declare const environmentId: string, userId: string, text: string, maybe: string | undefined, flag: boolean;",
  "export { pulumi, createClient };",
];

/** One error of the compiler: its place, and all its lines. */
export type CompileError = { readonly line: number; readonly column: number; readonly text: string };

/** A program of many cases, each in a block of its own, so that one run of the compiler judges all. */
export class OneProgram {
  readonly #lines = [...SURROUNDINGS];
  readonly #cases: { title: string; from: number; to: number }[] = [];

  constructor(cases: Readonly<Record<string, string>>) {
    for (const [title, program] of Object.entries(cases)) {
      const from = this.#lines.length + 1;
      this.#lines.push("{", ...program.trim().split("\n"), "}");
      this.#cases.push({ title, from, to: this.#lines.length });
    }
  }

  get text(): string {
    return `${this.#lines.join("\n")}\n`;
  }

  /** Errors with the title of the case they are in; one that is in none has the title "". */
  errors(output: string): readonly (CompileError & { readonly title: string })[] {
    return readErrors(output).map((error) => ({
      ...error,
      title: this.#cases.find(({ from, to }) => error.line >= from && error.line <= to)?.title ?? "",
    }));
  }

  /** What stands at the place of an error. */
  textAt({ line, column }: CompileError): string {
    return this.#lines[line - 1]?.slice(column - 1) ?? "";
  }
}

/** An error begins at the margin with its place; what belongs to it is indented. */
function readErrors(output: string): CompileError[] {
  return output
    .split(/\n(?=\S)/)
    .filter((text) => text.trim() !== "")
    .map((text) => {
      const [, line = "0", column = "0"] = /^program\.ts\((\d+),(\d+)\): error /.exec(text) ?? [];
      return { line: Number(line), column: Number(column), text: text.trimEnd() };
    });
}
