import { join } from "node:path";
import { expect } from "chai";
import ts from "typescript";
import { root } from "./documents";
import { type Fence, noteOf } from "./fences";
import { allFences } from "./plays";

/** What a reader's program has around a fragment of a page. */
const SURROUNDINGS = `
declare const environmentId: string, userId: string, applicationId: string;
declare const build: string, run: string, ticket: string, quarter: string;
declare const password: string, clientId: string, clientSecret: string;
declare const simulator: import("pingone-simulator").Simulator;
`;

/** Imports that a fragment leaves to the reader, by a name that it uses. */
const IMPORTS: Readonly<Record<string, string>> = {
  "pingone\\.": 'import * as pingone from "pulumi-pingone-password";',
  "pulumi\\.": 'import * as pulumi from "@pulumi/pulumi";',
  "createSimulator\\(": 'import { createSimulator } from "pingone-simulator";',
  "createClient\\(": 'import { createClient } from "pulumi-pingone-password/client";',
  "readUsers\\(": 'import { readUsers } from "pulumi-pingone-password";',
};

describe("the TypeScript of the documentation", function () {
  this.timeout(60_000);

  it("has no error, as a program that uses the built packages", () => {
    const fences = allFences().filter(({ language }) => language === "ts");
    expect(fences).not.to.have.length(0);
    expect(findErrors(fences)).to.deep.equal([]);
  });
});

/** One program of all blocks, each a module of its own. */
function findErrors(fences: readonly Fence[]): string[] {
  const folder = join(root, "docs-of-tests");
  const surroundings = join(folder, "surroundings.d.ts");
  const texts = new Map([[surroundings, SURROUNDINGS]]);
  const places = new Map<string, Fence>();
  for (const [index, fence] of fences.entries()) {
    const file = join(folder, fileOf(fence, index));
    texts.set(file, wholeProgram(fence.text));
    places.set(file, fence);
  }
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    types: ["node"],
    skipLibCheck: true,
    noEmit: true,
  };
  const host = ts.createCompilerHost(options);
  const onDisk = { ...host };
  host.getSourceFile = (file, ...rest) => {
    const text = texts.get(file);
    return text === undefined
      ? onDisk.getSourceFile(file, ...rest)
      : ts.createSourceFile(file, text, ts.ScriptTarget.ES2022);
  };
  // Nothing is looked for in a folder that is not there.
  host.directoryExists = (path) => path.startsWith(folder) || (onDisk.directoryExists?.(path) ?? true);
  host.fileExists = (file) => texts.has(file) || onDisk.fileExists(file);
  host.readFile = (file) => texts.get(file) ?? onDisk.readFile(file);
  const program = ts.createProgram([...texts.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const fence = places.get(file?.fileName ?? "");
    const line = file?.getLineAndCharacterOfPosition(start).line ?? 0;
    const message = ts.flattenDiagnosticMessageText(messageText, "\n");
    return fence === undefined
      ? `${file?.fileName ?? ""}: ${message}`
      : `${fence.document}:${fence.line + line + 1}: ${message}`;
  });
}

/** A block with a file of its own is found by the others of its page; any other is an ES module, which may wait at its top. */
function fileOf(fence: Fence, index: number): string {
  const own = noteOf(fence, "file");
  return own === undefined ? `block-${index}.mts` : join(fence.document.replace(/\W/g, "-"), own);
}

/** A fragment with the imports that it leaves out, on its first line, so that lines stay what they are. */
function wholeProgram(text: string): string {
  const imports = Object.entries(IMPORTS)
    .filter(([use, line]) => new RegExp(`(?<![\\w."])${use}`).test(text) && !text.includes(line))
    .map(([, line]) => line);
  return [...imports, "export {};", text].join(" ");
}
