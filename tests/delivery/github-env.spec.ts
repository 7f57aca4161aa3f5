import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { expect } from "chai";
import { appendGithubEnv, checkGithubEnv, isVariableName } from "../../provider/delivery/github-env";
import { MASK_SOCKET } from "../../provider/delivery/mask-secret";
import { PingOneError } from "../../provider/errors";
import { refusalOf } from "../errors/refusal-of";
import { listenForMasks } from "./listen-for-masks";
import { withFolder } from "./with-folder";

const value = "Secret-Word.42";

describe("isVariableName", () => {
  for (const name of ["A", "_", "ALICE_PASSWORD", "alice2"]) {
    it(`takes ${name}`, () => {
      expect(isVariableName(name)).to.equal(true);
    });
  }

  for (const name of ["", "2A", "A-B", "A B", "A=B", "A\nB", "A<<E", "Ä", 42, undefined, ["A"]]) {
    it(`does not take ${JSON.stringify(name)}`, () => {
      expect(isVariableName(name)).to.equal(false);
    });
  }
});

describe("checkGithubEnv", () => {
  it("finds nothing wrong inside a job whose output is masked", () => {
    expect(checkGithubEnv({ GITHUB_ENV: "/job/env", [MASK_SOCKET]: "/job/mask" })).to.deep.equal([]);
  });

  for (const env of [{}, { GITHUB_ENV: "" }, { [MASK_SOCKET]: "/job/mask" }]) {
    it(`asks for a job with ${JSON.stringify(env)}`, () => {
      expect(checkGithubEnv(env)).to.deep.equal([
        "deliverTo.githubEnv works in a job of GitHub Actions only, where GITHUB_ENV is set. Elsewhere use deliverTo.file.",
      ]);
    });
  }

  for (const env of [{ GITHUB_ENV: "/job/env" }, { GITHUB_ENV: "/job/env", [MASK_SOCKET]: "" }]) {
    it(`asks for the command that masks with ${JSON.stringify(env)}`, () => {
      expect(checkGithubEnv(env).join())
        .to.contain("only the job's own output can mask it")
        .and.to.contain("`npx pulumi-pingone-password mask -- pulumi up` instead of `pulumi up`");
    });
  }
});

describe("appendGithubEnv", () => {
  const path = withFolder();
  const env = () => ({ GITHUB_ENV: path("env"), [MASK_SOCKET]: path("mask") });

  it("appends a variable between two delimiters that nobody can foresee", async () => {
    writeFileSync(path("env"), "EARLIER=1\n");
    const listener = await listenForMasks(path("mask"));
    await appendGithubEnv("ALICE_PASSWORD", value, env());
    await appendGithubEnv("BOB_PASSWORD", "two\nlines", env());
    listener.close();
    const written = readFileSync(path("env"), "utf8");
    const delimiters = [...written.matchAll(/<<(.+)$/gm)].map(([, delimiter = ""]) => delimiter);
    const [alice = "", bob = ""] = delimiters;
    expect(written).to.equal(
      `EARLIER=1\nALICE_PASSWORD<<${alice}\n${value}\n${alice}\nBOB_PASSWORD<<${bob}\ntwo\nlines\n${bob}\n`,
    );
    expect(delimiters).to.have.length(2);
    expect(alice)
      .to.match(/^end-[0-9a-f-]{36}$/)
      .and.not.to.equal(bob);
  });

  it("masks first", async () => {
    let writtenBefore: boolean | undefined;
    const listener = await listenForMasks(path("mask"), () => {
      writtenBefore = existsSync(path("env"));
      return "masked\n";
    });
    await appendGithubEnv("ALICE_PASSWORD", value, env());
    listener.close();
    expect(writtenBefore).to.equal(false);
    expect(existsSync(path("env"))).to.equal(true);
    expect(listener.received).to.deep.equal([`"${value}"\n`]);
  });

  it("hands nothing on that is not masked", async () => {
    await refusalOf(PingOneError, appendGithubEnv("ALICE_PASSWORD", value, env()));
    expect(existsSync(path("env"))).to.equal(false);
  });
});
