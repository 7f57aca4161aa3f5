import { mkdirSync, readFileSync } from "node:fs";
import { inspect } from "node:util";
import { expect } from "chai";
import { deliver, obstaclesTo, problemsOf } from "../../provider/delivery";
import { MASK_SOCKET } from "../../provider/delivery/mask-secret";
import { PingOneError } from "../../provider/errors";
import { refusalOf } from "../errors/refusal-of";
import { listenForMasks } from "./listen-for-masks";
import { withFolder } from "./with-folder";

const value = "Secret-Word.42";
const ONE_PLACE =
  'deliverTo has to name one place: { file: "alice.txt" } or { githubEnv: "ALICE_PASSWORD" }.';
const NO_PATH = "deliverTo.file has to be the path of the file to write.";
const NO_NAME =
  "deliverTo.githubEnv has to be the name of a variable (letters, digits and _) that a job may set: not GITHUB_..., RUNNER_... or NODE_OPTIONS.";

describe("problemsOf a delivery", () => {
  const cases: readonly (readonly [deliverTo: unknown, problems: string[]])[] = [
    [{ file: "alice.txt" }, []],
    [{ file: "/a/b c/alice" }, []],
    [{ githubEnv: "ALICE_PASSWORD" }, []],
    [undefined, [ONE_PLACE]],
    [null, [ONE_PLACE]],
    ["alice.txt", [ONE_PLACE]],
    [["alice.txt"], [ONE_PLACE]],
    [{}, [ONE_PLACE]],
    [{ path: "alice.txt" }, [ONE_PLACE]],
    [{ file: "alice.txt", githubEnv: "ALICE" }, [ONE_PLACE]],
    [{ file: "" }, [NO_PATH]],
    [{ file: 42 }, [NO_PATH]],
    [{ file: "a\0b" }, [NO_PATH]],
    [{ githubEnv: "" }, [NO_NAME]],
    [{ githubEnv: "ALICE-PASSWORD" }, [NO_NAME]],
    [{ githubEnv: 42 }, [NO_NAME]],
    [{ githubEnv: "GITHUB_TOKEN" }, [NO_NAME]],
    [{ githubEnv: "NODE_OPTIONS" }, [NO_NAME]],
  ];
  for (const [deliverTo, problems] of cases) {
    it(`finds ${problems.length === 0 ? "none" : "one"} in ${JSON.stringify(deliverTo)}`, () => {
      expect(problemsOf(deliverTo)).to.deep.equal(problems);
    });
  }
});

describe("obstaclesTo a delivery", () => {
  const path = withFolder();

  it("are those of the file", () => {
    expect(obstaclesTo({ file: path("alice.txt") })).to.deep.equal([]);
    expect(obstaclesTo({ file: path("missing/alice.txt") }).join()).to.contain("(ENOENT)");
  });

  it("are those of the job", () => {
    expect(obstaclesTo({ githubEnv: "ALICE" }, { GITHUB_ENV: "e", [MASK_SOCKET]: "m" })).to.deep.equal([]);
    expect(obstaclesTo({ githubEnv: "ALICE" }, {}).join()).to.contain("GitHub Actions only");
  });
});

describe("deliver", () => {
  const path = withFolder();

  it("writes the file and says which", async () => {
    const file = path("alice.txt");
    expect((await deliver({ file }, value)).place).to.equal(`the file "${file}"`);
    expect(readFileSync(file, "utf8")).to.equal(`${value}\n`);
  });

  it("hands the variable on and says which", async () => {
    const env = { GITHUB_ENV: path("env"), [MASK_SOCKET]: path("mask") };
    const listener = await listenForMasks(path("mask"));
    expect((await deliver({ githubEnv: "ALICE" }, value, env)).place).to.equal("the job's variable ALICE");
    listener.close();
    expect(readFileSync(path("env"), "utf8")).to.contain(`\n${value}\n`);
  });

  it("says that no password was set when the file cannot be written, and nothing of the value", async () => {
    mkdirSync(path("alice.txt"));
    for (const [name, code] of [
      ["missing/alice.txt", "ENOENT"],
      ["alice.txt", "EISDIR"],
    ] as const) {
      const error = await refusalOf(PingOneError, deliver({ file: path(name) }, value));
      expect(error.message).to.equal(
        `deliverTo: the generated password could not be written (${code}), so none was set. Mend that and run again.`,
      );
      expect(inspect(error, { depth: Infinity })).not.to.contain(value);
    }
  });

  it("says so outside a job", async () => {
    const error = await refusalOf(PingOneError, deliver({ githubEnv: "ALICE" }, value, {}));
    expect(error.message).to.match(/^deliverTo\.githubEnv works in a job .* No password was set\.$/);
  });

  it("says so when the value cannot be masked, or the job's file not be written", async () => {
    const masked = { GITHUB_ENV: path("missing/env"), [MASK_SOCKET]: path("mask") };
    const unmasked = await refusalOf(PingOneError, deliver({ githubEnv: "ALICE" }, value, masked));
    expect(unmasked.message).to.contain("could not be masked in the job's log, so none was set");
    const listener = await listenForMasks(path("mask"));
    const unwritten = await refusalOf(PingOneError, deliver({ githubEnv: "ALICE" }, value, masked));
    listener.close();
    expect(unwritten.message).to.contain("could not be written (ENOENT), so none was set");
  });
});
