import { join } from "node:path";
import { expect } from "chai";
import { readDocument } from "../../docs/documents";
import { readFences } from "../../docs/fences";
import { itAtLength } from "../../helpers/it-at-length";
import { packBuilt, repository } from "../pack-packages";
import { TypedProject } from "../type-check";
import { installCompilers } from "./compilers";

/** The options of Pulumi's own TypeScript template; what it leaves out (`skipLibCheck`, `esModuleInterop`) is part of it. */
const TEMPLATE = {
  target: "es2020",
  module: "commonjs",
  moduleResolution: "node",
  experimentalDecorators: true,
  noFallthroughCasesInSwitch: true,
  noImplicitReturns: true,
  forceConsistentCasingInFileNames: true,
  skipLibCheck: false,
};

const MODULES = { target: "es2022", module: "nodenext", moduleResolution: "nodenext", skipLibCheck: false };

/** Everything that is published, in one program. */
const ENTRY_POINTS = `
export * as pingone from "pulumi-pingone-password";
export * as client from "pulumi-pingone-password/client";
export * as handlers from "pulumi-pingone-password/provider";
export * as simulator from "pingone-simulator";
`;

describe("a project as Pulumi's TypeScript template makes it", function () {
  this.timeout(300_000);
  const own = join(repository, "node_modules", "typescript");
  let project: TypedProject;
  before(async () => {
    project = new TypedProject();
    const tarballs = await packBuilt();
    await project.unpack(tarballs);
    tarballs.remove();
  });
  after(() => project.remove());

  it("compiles the program of the README, and the declarations of both packages", async () => {
    expect(await compile(readmeProgram() + ENTRY_POINTS, own, TEMPLATE)).to.equal("");
  });

  itAtLength("does so in TypeScript 5.4, 5.9 and 6.0, as CommonJS and as ES modules", async () => {
    const compiler = await installCompilers(["5.4", "6.0"]);
    const modules = { ...MODULES, esModuleInterop: false };
    // What 6 takes back next time it still finds with this.
    const six = { ignoreDeprecations: "6.0" };
    for (const [path, more] of [
      [compiler("5.4"), {}],
      [own, {}],
      [compiler("6.0"), six],
    ] as const) {
      for (const options of [TEMPLATE, modules]) {
        const said = await compile(readmeProgram() + ENTRY_POINTS, path, { ...options, ...more });
        expect(said, `${path} ${options.module}`).to.equal("");
      }
    }
  });

  async function compile(program: string, compiler: string, options: object): Promise<string> {
    project.write("program.ts", program);
    return project.check(compiler, { title: "", options: { ...options }, file: "program.ts" });
  }
});

/** The first program of the README, with what its text says that `environmentId` is, and a user of the same kind. */
function readmeProgram(): string {
  const text = readDocument("README.md");
  const program = readFences("README.md", text).find(({ language }) => language === "ts")?.text ?? "";
  const [, environmentId = "undefined"] = /`environmentId` is `([^`]+)`/.exec(text) ?? [];
  const [head = "", ...rest] = program.split("\n");
  return [
    head,
    `const environmentId = ${environmentId};`,
    'const userId = process.env["ALICE_ID"] ?? "", build = 1;',
    ...rest,
  ].join("\n");
}
