import { expect } from "chai";
import { writeFileSync } from "node:fs";
import { type Listener, listenForMasks } from "../delivery/listen-for-masks";
import { itAtLength } from "../helpers/it-at-length";
import { findSecret } from "../helpers/find-secret";
import { withFiles } from "../helpers/with-files";
import { withStack } from "../helpers/with-stack";

const PLANTED = "Pl4nted-Secret!One";
const PLANTED_TOO = "Pl4nted-Secret!Two";
const REFUSED = "pl4nted-refused";
const UP = ["up", "--yes", "--skip-preview"];

withStack("secrets in what goes wrong on the engine", ({ simulator, stack, newUser, writes }) => {
  const files = withFiles();
  const resource = (name: string, userId: string, more: string) =>
    `new pingone.UserPassword("${name}", {
      environmentId: "${simulator().environmentId}", userId: "${userId}", ${more}
    });`;
  const plant = (value: string) => {
    stack().setEnv({ PLANTED: value });
    writeFileSync(files.path("planted"), value);
  };
  const expectNowhere = async (...secrets: string[]) => {
    const places = await findSecret(stack(), ...secrets, simulator().worker.clientSecret, "eyJhbGciOi");
    expect(places, "places that show a secret").to.deep.equal([]);
  };
  const calls = () => writes().sort();

  itAtLength("shows a given password nowhere, however it comes in and whatever refuses it", async () => {
    const ways = {
      env: 'valueFrom: { env: "PLANTED" }',
      file: `valueFrom: { file: ${JSON.stringify(files.path("planted"))} }`,
      value: "value: process.env.PLANTED",
      output: "value: pulumi.secret(process.env.PLANTED)",
    };
    const users = Object.keys(ways).map(() => newUser());
    const declare = (more: string) =>
      stack().program(
        Object.entries(ways)
          .map(([name, way], index) => resource(name, users[index] ?? "", `${way}, ${more}`))
          .join("\n"),
      );
    plant(REFUSED);
    declare("");
    for (const flags of [["--diff"], ["--json"]]) {
      expect(await stack().fail("preview", ...flags), "by the policy").to.include(
        "needs 1 more upper-case letter",
      );
    }
    expect(calls()).to.deep.equal([]);
    await stack().fail(...UP, "--continue-on-error");
    expect(calls(), "by PingOne").to.deep.equal(Array<string>(4).fill("setPassword 400"));
    simulator().ledger.clear();
    declare('policyCheck: "warn"');
    await stack().preview("--diff");
    await stack().fail("up", "--yes", "--diff", "--continue-on-error");
    expect(calls(), "by PingOne, after a warning").to.deep.equal(Array<string>(4).fill("setPassword 400"));

    plant(PLANTED);
    simulator().ledger.clear();
    simulator().failNext("setPassword", { status: 429, headers: { "retry-after": "0" } }, 2);
    simulator().failNext("setPassword", { drop: "after" });
    simulator().failNext("readPasswordState", { status: 403 });
    await stack().fail(...UP, "--continue-on-error");
    expect(calls(), "repeated, and lost").to.include.members(["setPassword 429", "setPassword dropped"]);
    simulator().failNext("forcePasswordChange", { status: 500 }, 50);
    declare("forceChange: true");
    await stack().fail("up", "--yes", "--json", "--continue-on-error");
    expect(calls(), "in part").to.include.members(["checkPassword 200", "forcePasswordChange 500"]);
    await expectNowhere(PLANTED, REFUSED);

    plant(REFUSED);
    await stack().fail("preview", "--diff");
    await stack().refresh("--diff");
    await stack().destroy();
    await expectNowhere(PLANTED, REFUSED);
  });

  itAtLength("shows a password nowhere that is given for one to be taken over, and is not it", async () => {
    plant(PLANTED);
    const userId = newUser({ password: PLANTED_TOO });
    const declare = (more: string) =>
      stack().program(resource("alice", userId, `valueFrom: { env: "PLANTED" }, ${more}`));
    declare("adopt: true");
    await stack().preview("--diff");
    expect(await stack().fail("up", "--yes", "--diff")).to.include("the value is not the user's password");
    plant(PLANTED_TOO);
    await stack().up("--json");
    expect(writes()).to.deep.equal(["checkPassword 400", "checkPassword 200"]);
    stack().setEnv({ PLANTED: undefined, PINGONE_PREVIEW_WITHOUT_SECRETS: "1" });
    await stack().preview("--diff");
    await expectNowhere(PLANTED, PLANTED_TOO);
  });

  it("shows a generated password nowhere, whether it is not masked, not delivered, refused, lost or set", async () => {
    const userId = newUser();
    const declare = (version: number) =>
      stack().program(
        resource(
          "robot",
          userId,
          `generate: {}, valueVersion: ${version}, deliverTo: { githubEnv: "ROBOT" }`,
        ),
      );
    let answer: string | undefined;
    // What stands in for the command around the job is told every password, and so tells this test.
    const listener: Listener = await listenForMasks(files.path("mask"), () => answer);
    const generated = () =>
      listener.received.map((text) => JSON.parse(text) as string).filter((value) => value !== "");
    stack().setEnv({ PINGONE_MASK_SOCKET: files.path("mask"), GITHUB_ENV: files.path("") });
    try {
      declare(1);
      await stack().preview("--diff");
      expect(await stack().fail("up", "--yes", "--diff"), "not masked").to.include("could not be masked");
      answer = "masked\n";
      expect(await stack().fail(...UP), "not delivered").to.include("could not be written (EISDIR)");
      expect(writes()).to.deep.equal([]);
      stack().setEnv({ GITHUB_ENV: files.path("github-env") });
      simulator().failNext("setPassword", { status: 400, body: "{}" });
      await stack().fail("up", "--yes", "--json");
      simulator().failNext("setPassword", { drop: "before" }, 4);
      await stack().fail(...UP, "--diff");
      await stack().up("--json");
      declare(2);
      await stack().preview("--diff");
      simulator().failNext("setPassword", { status: 429, headers: { "retry-after": "0" } });
      await stack().up("--diff");
      expect(writes()).to.deep.equal([
        "setPassword 400",
        ...Array<string>(4).fill("setPassword dropped"),
        "setPassword 200",
        "setPassword 429",
        "setPassword 200",
      ]);
      expect(new Set(generated())).to.have.property("size", 6);
      expect(simulator().verifyPassword(userId, generated().at(-1) ?? "")).to.equal(true);
      await stack().refresh("--diff");
      await expectNowhere(...generated());
      await stack().destroy();
      await expectNowhere(...generated());
    } finally {
      listener.close();
    }
  });
});
