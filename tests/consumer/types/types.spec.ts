import { join } from "node:path";
import { expect } from "chai";
import { itAtLength } from "../../helpers/it-at-length";
import { packBuilt, repository } from "../pack-packages";
import { TypedProject } from "../type-check";
import { accepted } from "./accepted";
import { installCompilers } from "./compilers";
import { type CompileError, OneProgram } from "./one-program";
import { refused } from "./refused";

const own = join(repository, "node_modules", "typescript");
const nodenext = { module: "nodenext", moduleResolution: "nodenext" };
const right = new OneProgram(accepted);
const wrong = new OneProgram(
  Object.fromEntries(Object.entries(refused).map(([title, { program }]) => [title, program])),
);

describe("the types of inputs, as they are packed", function () {
  this.timeout(300_000);
  let project: TypedProject;
  before(async () => {
    project = new TypedProject();
    const tarballs = await packBuilt();
    await project.unpack(tarballs);
    tarballs.remove();
  });
  after(() => project.remove());

  it("take every program that is right", async () => {
    expect(await compile(right, own, { exactOptionalPropertyTypes: true })).to.equal("");
  });

  it("refuse every program that is wrong, each with one error that names what is", async () => {
    expect(misjudged(await compile(wrong, own))).to.deep.equal([]);
  });

  itAtLength("judge the same in TypeScript 5.4 and 6.0, whatever is optional exactly", async () => {
    const compiler = await installCompilers(["5.4", "6.0"]);
    for (const path of [compiler("5.4"), own, compiler("6.0")]) {
      for (const exactOptionalPropertyTypes of [true, false]) {
        expect(await compile(right, path, { exactOptionalPropertyTypes }), path).to.equal("");
        expect(misjudged(await compile(wrong, path, { exactOptionalPropertyTypes })), path).to.deep.equal([]);
      }
    }
  });

  async function compile(program: OneProgram, compiler: string, more: object = {}): Promise<string> {
    project.write("program.ts", program.text);
    return project.check(compiler, { title: "", options: nodenext, file: "program.ts" }, { ...more });
  }
});

/** Wrong programs that compile, or whose error does not say or point at what is wrong; and errors that are of none. */
function misjudged(output: string): string[] {
  const found = wrong.errors(output);
  return ["", ...Object.keys(refused)].flatMap((title) => {
    const errors = found.filter((error) => error.title === title);
    const { says, at } = refused[title] ?? {};
    const isRight = ({ line, column, text }: CompileError) =>
      says?.test(text) === true &&
      (at === undefined || new RegExp(`^(${at})`).test(wrong.textAt({ line, column, text })));
    const wanted = title === "" ? 0 : 1;
    return errors.length === wanted && errors.every(isRight)
      ? []
      : [`${title}: ${errors.map(({ text }) => text).join("\n") || "compiles"}`];
  });
}
