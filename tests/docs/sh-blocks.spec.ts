import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { root } from "./documents";
import { noteOf } from "./fences";
import { allFences, runnerOf } from "./plays";
import { scenarios } from "./scenarios";

/** Names under which commands would stand that no test sees. */
const OTHER_SHELLS = /^(bash|shell|console|zsh|terminal)$/;

describe("the commands of the documentation", () => {
  const fences = allFences();
  const blocks = fences.filter(({ language }) => language === "sh");

  it("are all run: each block names a scenario or a spec", () => {
    expect(blocks).not.to.have.length(0);
    expect(blocks.filter((fence) => runnerOf(fence) === undefined).map(({ place }) => place)).to.deep.equal(
      [],
    );
  });

  it("stand in blocks called sh", () => {
    expect(
      fences.filter(({ language }) => OTHER_SHELLS.test(language)).map(({ place }) => place),
    ).to.deep.equal([]);
  });

  it("are run by scenarios that exist", () => {
    const unknown = blocks.filter((fence) => {
      const runner = runnerOf(fence);
      return runner?.kind === "scenario" && !Object.hasOwn(scenarios, runner.scenario);
    });
    expect(unknown.map(({ place }) => place)).to.deep.equal([]);
  });

  it("are run by specs that exist and have each of the commands in them", () => {
    const missing = blocks.flatMap((fence) => {
      const runner = runnerOf(fence);
      if (runner?.kind !== "spec") return [];
      const path = join(root, runner.spec);
      if (!existsSync(path) || !runner.spec.endsWith(".spec.ts"))
        return [`${fence.place}: no ${runner.spec}`];
      const spec = readFileSync(path, "utf8");
      return commandsOf(fence.text)
        .filter((command) => !spec.includes(command))
        .map((command) => `${fence.place}: ${runner.spec} has no ${command}`);
    });
    expect(missing).to.deep.equal([]);
  });

  it("have notes that mean something", () => {
    const known = /^(run|run at length|run by|file): \S|^prints$|^prettier-ignore$|^Written by /;
    const odd = fences.flatMap(({ place, notes }) =>
      notes.filter((note) => !known.test(note)).map((note) => `${place}: ${note}`),
    );
    expect(odd).to.deep.equal([]);
    const misplaced = fences.filter((fence) => fence.language !== "sh" && runnerOf(fence) !== undefined);
    expect(misplaced.map(({ place }) => place)).to.deep.equal([]);
    const files = fences.filter((fence) => noteOf(fence, "file")?.startsWith("/") === true);
    expect(files.map(({ place }) => place)).to.deep.equal([]);
  });
});

/** The lines of a block without comments. */
function commandsOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.replace(/(^|\s)#.*$/, "").trim())
    .filter((line) => line !== "");
}
