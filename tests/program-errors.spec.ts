import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect } from "chai";
import * as pingone from "../provider";

/** Calls everything that the package exports without arguments, and prints the errors by export; those of outputs are caught by nobody. */
const SCRIPT = `
  const pulumi = require("@pulumi/pulumi");
  const pingone = require("pulumi-pingone-password");
  const found = {};
  let current;
  const note = ({ message, stack, __pulumiRunError }) =>
    found[current].add(JSON.stringify({ message, isMessage: stack === message, isRunError: __pulumiRunError === true }));
  process.on("unhandledRejection", note);
  (async () => {
    for (const [name, exported] of Object.entries(pingone)) {
      // Classes of errors, which a program names in its catch.
      if (exported.prototype instanceof Error) continue;
      current = name;
      found[name] = new Set();
      try {
        await (exported.prototype instanceof pulumi.Resource ? new exported("alice") : exported());
      } catch (error) {
        note(error);
      }
      await new Promise(setImmediate);
    }
    console.log(JSON.stringify(Object.entries(found).map(([name, errors]) => [name, [...errors].map(JSON.parse)])));
  })();
`;

describe("everything that a program can call", () => {
  it("ends its run with one sentence that begins with what was called", () => {
    const { stdout, stderr } = spawnSync(process.execPath, ["-e", SCRIPT], {
      cwd: join(__dirname, ".."),
      encoding: "utf8",
    });
    expect(stderr).to.equal("");
    const found = JSON.parse(stdout) as [string, { message: string }[]][];
    const errors = Object.keys(pingone).filter((name) => /^PingOne\w*Error$|^UserRowsError$/.test(name));
    expect([...found.map(([name]) => name), ...errors]).to.have.members(Object.keys(pingone));
    for (const [name, errors] of found) {
      expect(errors, name).to.have.length(1);
      const { message, ...marks } = errors[0] ?? { message: "" };
      expect(marks, name).to.deep.equal({ isMessage: true, isRunError: true });
      const called = name.replace(/Output$/, "");
      expect(message, name).to.match(
        new RegExp(`^pingone\\.${called}( "alice")?: (its arguments are|the path is) missing`),
      );
    }
  });
});
