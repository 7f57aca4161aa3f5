import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import * as resources from "../provider";
import { lifecycles } from "../provider/lifecycle";
import { operations } from "../provider/operations";
import * as engineEntry from "../provider/provider";
import { version } from "../provider/version";
import { operations as simulated } from "../simulator/operations";

const ROOT = join(__dirname, "..");

function kebab(name: string): string {
  return name.replace(/(?<!^)[A-Z]/g, "-$&").toLowerCase();
}

/** The files of those named that do not exist. */
function missing(files: readonly string[]): string[] {
  return files.filter((file) => !existsSync(join(ROOT, file)));
}

/** The names in backticks that begin the rows of the table under a heading, or of all tables. */
function rowsOf(file: string, heading: RegExp): string[] {
  const text = existsSync(join(ROOT, file)) ? readFileSync(join(ROOT, file), "utf8") : "";
  const [, section = ""] = text.split(heading);
  const [table = ""] = section.split(/^## /m);
  return [...table.matchAll(/^\|\s*`(\w+)`/gm)].map(([, name = ""]) => name);
}

const operationNames = Object.keys(operations).sort();
const simulatedNames = Object.keys(simulated).sort();
const resourceNames = Object.keys(lifecycles).sort();

describe("names of the provider's operations", () => {
  it("are the operations' own names", () => {
    expect(Object.entries(operations).filter(([key, { name }]) => key !== name)).to.deep.equal([]);
  });

  it("are names of the simulator's", () => {
    expect(simulatedNames).to.include.members(operationNames);
  });

  it("are names of files: the operation, its handler and its spec", () => {
    const files = operationNames
      .map(kebab)
      .flatMap((name) => [
        `provider/operations/${name}.ts`,
        `simulator/operations/${name}.ts`,
        `tests/operations/${name}.spec.ts`,
      ]);
    expect(missing(files)).to.deep.equal([]);
  });

  it("are the rows of the table in the provider's README", () => {
    expect(rowsOf("provider/README.md", /^## .*operations.*$/im).sort()).to.deep.equal(operationNames);
  });
});

describe("names of the simulator's operations", () => {
  it("are names of files: the handler and its spec", () => {
    const files = simulatedNames
      .map(kebab)
      .flatMap((name) => [`simulator/operations/${name}.ts`, `tests/simulator/operations/${name}.spec.ts`]);
    expect(missing(files)).to.deep.equal([]);
  });

  it("are the rows of the parity card", () => {
    expect(rowsOf("simulator/README.md", /^## Parity card$/m).sort()).to.deep.equal(simulatedNames);
  });
});

describe("names of resources", () => {
  it("are exported to programs", () => {
    expect(resources).to.include.keys(resourceNames);
  });

  it("are exported to the engine, and nothing else is", () => {
    expect(Object.keys(engineEntry).sort()).to.deep.equal(resourceNames);
  });

  it("are names of files: what a program declares and what it does", () => {
    const files = resourceNames
      .map(kebab)
      .flatMap((name) => [`provider/resources/${name}.ts`, `provider/lifecycle/${name}.ts`]);
    expect(missing(files)).to.deep.equal([]);
  });

  it("are the rows of the table in the README", () => {
    expect(rowsOf("README.md", /^## .*resources.*$/im)).to.include.members(resourceNames);
  });
});

describe("version", () => {
  it("is that of the package", () => {
    const manifest: unknown = JSON.parse(readFileSync(join(ROOT, "provider/package.json"), "utf8"));
    expect(manifest).to.include({ version });
  });
});
