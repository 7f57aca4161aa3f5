import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect } from "chai";
import { removeEndlessFrames } from "../../provider/errors/endless-frames";
import { nodeFolder } from "../consumer/newest-node";
import { itAtLength } from "../helpers/it-at-length";

const ENDLESS = [
  "    at f (/x/node_modules/@pulumi/output.ts:1:2)",
  "    at async /x/node_modules/@pulumi/output.ts:1:2",
  "    at /x/node_modules/index.js:1:2",
  "    at file:///x/node_modules/a/node_modules/@pulumi/output.ts:1:2",
  "    at f (C:\\x\\node_modules\\@pulumi\\output.ts:1:2)",
  "    at f (C:\\x\\node_modules\\@pulumi/runtime/stack.ts:1:2)",
];
const GOOD = [
  "    at f (/x/node_modules/@pulumi/runtime/stack.ts:1:2)",
  "    at f (/x/node_modules/@pulumi/pulumi/output.js:1:2)",
  "    at f (/x/node_modules/node-fetch/index.js:1:2)",
  "    at f (/x/program/index.ts:1:2)",
  "    at node:internal/process/task_queues:95:5",
];

describe("removeEndlessFrames", () => {
  const stackOf = (lines: readonly string[]) => {
    const error = new Error("see /x/node_modules/@pulumi/output.ts");
    error.stack = ["Error: see /x/node_modules/@pulumi/output.ts", ...lines].join("\n");
    removeEndlessFrames(error);
    return error.stack.split("\n").slice(1);
  };

  it("takes out a file right below node_modules or a scope, and no other frame", () => {
    expect(stackOf([...ENDLESS, ...GOOD])).to.deep.equal(GOOD);
  });

  for (const version of ["20", "22"]) {
    itAtLength(`takes out all that Node ${version} loops on, and nothing else`, async () => {
      const node = join(await nodeFolder(version), "node");
      const loops = (line: string) => {
        const script = `const error = new Error(); error.stack = ${JSON.stringify(`Error\n${line}`)}; util.inspect(error, { colors: true });`;
        return spawnSync(node, ["-e", script], { timeout: 3_000 }).status === null;
      };
      expect(ENDLESS.filter(loops)).to.deep.equal(ENDLESS);
      expect(GOOD.filter(loops)).to.deep.equal([]);
    });
  }
});
