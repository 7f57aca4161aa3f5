import { expect } from "chai";
import { existsSync, rmSync, statSync } from "node:fs";
import { itAtLength } from "../helpers/it-at-length";
import { findSecret } from "../helpers/find-secret";
import { signOn } from "../helpers/sign-on";
import { withFiles } from "../helpers/with-files";
import { withStack } from "../helpers/with-stack";

const UP = ["up", "--yes", "--skip-preview"];

withStack("a generated password on the engine", ({ simulator, stack, newUser, writes }) => {
  const files = withFiles();
  const declare = (userId: string, more: string, name = "robot") =>
    stack().program(`
      exports.value = new pingone.UserPassword("${name}", {
        environmentId: "${simulator().environmentId}", userId: "${userId}", ${more}
      }).value;
    `);
  const toFile = (more = "") =>
    `generate: {}, deliverTo: { file: ${JSON.stringify(files.path("robot.txt"))} }, ${more}`;
  /** What only PingOne can say of a value. */
  const refusal = {
    status: 400,
    headers: { "content-type": "application/json" },
    body: {
      id: "1",
      code: "INVALID_DATA",
      message: "refused",
      details: [
        {
          code: "INVALID_VALUE",
          target: "password",
          message: "refused",
          innerError: {
            unsatisfiedRequirements: ["excludesCommonlyUsed"],
            excludesCommonlyUsed: "prohibited",
          },
        },
      ],
    },
  };
  const expectSignsOn = async (username: string, password: string) => {
    expect(await signOn(simulator(), username, password)).to.equal("COMPLETED");
  };

  it("is in a file of its owner alone, signs on, stays, and another version is another one", async () => {
    const userId = newUser({ username: "robot" });
    declare(userId, toFile());
    await stack().preview("--diff");
    expect(writes(), "writes of a preview").to.deep.equal([]);
    await stack().up("--diff");
    const first = files.delivered("robot.txt");
    expect(first).to.have.length(24);
    expect(statSync(files.path("robot.txt")).mode & 0o777).to.equal(0o600);
    await expectSignsOn("robot", first);
    simulator().ledger.clear();

    await stack().preview("--expect-no-changes");
    rmSync(files.path("robot.txt"));
    await stack().up("--expect-no-changes");
    expect(writes(), "also where the file is lost").to.deep.equal([]);

    declare(userId, toFile('valueVersion: "2026-12"'));
    expect(await stack().preview()).to.include("The value changed: this sets a newly generated password.");
    expect(await stack().up()).to.include(
      `The generated password is in the file "${files.path("robot.txt")}".`,
    );
    const second = files.delivered("robot.txt");
    expect(second).not.to.equal(first);
    await expectSignsOn("robot", second);
    expect(writes().filter((write) => write.startsWith("setPassword"))).to.deep.equal(["setPassword 200"]);
    expect(await findSecret(stack(), first, second)).to.deep.equal([]);
  });

  itAtLength("can be exposed: a secret output of the stack, until it is to be exposed no more", async () => {
    const userId = newUser({ username: "robot" });
    declare(userId, "generate: { length: 40 }, exposeValue: true");
    expect(await stack().up()).to.match(/value\s*: \[secret\]/);
    expect((await stack().run("stack", "output")).output).to.match(/value\s+\[secret\]/);
    const value = (await stack().run("stack", "output", "value", "--show-secrets")).output.trim();
    expect(value).to.have.length(40);
    await expectSignsOn("robot", value);
    stack().runs.pop();
    expect(await findSecret(stack(), value), "in plain only where secrets are asked for").to.deep.equal([
      "stack export --show-secrets",
    ]);
    await stack().preview("--expect-no-changes");

    simulator().ledger.clear();
    declare(userId, toFile().replace("generate: {}", "generate: { length: 40 }"));
    await stack().up();
    expect(writes(), "the password stays").to.deep.equal([]);
    expect(files.delivered("robot.txt"), "what the state holds no longer").to.equal(value);
    expect((await stack().resource("robot")).outputs).not.to.have.property("value");
    await stack().preview("--expect-no-changes");
  });

  itAtLength("is made by a saved plan, and so is its next version", async () => {
    const userId = newUser({ username: "robot" });
    const plan = files.path("plan.json");
    for (const version of [1, 2]) {
      declare(userId, toFile(`valueVersion: ${version}`));
      await stack().preview(`--save-plan=${plan}`);
      await stack().up(`--plan=${plan}`);
      await expectSignsOn("robot", files.delivered("robot.txt"));
    }
    expect(writes().filter((write) => write === "setPassword 200")).to.have.length(2);
  });

  itAtLength("is in no state when PingOne refuses it, and the next up makes another", async () => {
    const userId = newUser({ username: "robot" });
    declare(userId, toFile());
    simulator().failNext("setPassword", refusal);
    const output = await stack().fail(...UP);
    expect(output)
      .to.include("setPassword failed: 400 INVALID_DATA")
      .and.to.include("No password was set, and what was in the file");
    expect(existsSync(files.path("robot.txt")), "delivered").to.equal(false);
    expect((await stack().resources()).filter(({ id }) => id?.includes("/"))).to.deep.equal([]);
    expect(simulator().readUser(userId)?.password.status).to.equal("NO_PASSWORD");

    await stack().up();
    await expectSignsOn("robot", files.delivered("robot.txt"));
  });

  itAtLength(
    "keeps the old one when a rotation is refused, and says when nobody knows; the next up makes another",
    async () => {
      const userId = newUser({ username: "robot" });
      declare(userId, toFile());
      await stack().up();
      const first = files.delivered("robot.txt");
      declare(userId, toFile("valueVersion: 2"));
      simulator().failNext("setPassword", refusal);
      expect(await stack().fail(...UP)).to.include("No password was set, and what was in the file");
      expect(files.delivered("robot.txt"), "the user's still").to.equal(first);
      simulator().failNext("setPassword", { drop: "before" }, 4);
      expect(await stack().fail(...UP)).to.include("may not be the user's: the next run makes another one.");
      expect(simulator().verifyPassword(userId, first), "nothing was set").to.equal(true);
      const lost = files.delivered("robot.txt");
      await stack().up();
      expect(files.delivered("robot.txt")).not.to.equal(lost);
      await expectSignsOn("robot", files.delivered("robot.txt"));
    },
  );

  itAtLength("is not set when it cannot be delivered", async () => {
    const userId = newUser();
    // The folder is there and can be written to; only the name turns out to be too long.
    const file = JSON.stringify(files.path("x".repeat(250)));
    declare(userId, `generate: {}, deliverTo: { file: ${file} }`);
    expect(await stack().fail(...UP)).to.include(
      "deliverTo: the generated password could not be written (ENAMETOOLONG), so none was set.",
    );
    expect(writes()).to.deep.equal([]);
    declare(userId, `generate: {}, deliverTo: { file: "no-such-folder/robot.txt" }`);
    expect(await stack().fail("preview")).to.include('nothing can be written to "robot.txt"');
  });

  itAtLength(
    "is another one after --replace, a taint and a rename without an alias, and the old resource undoes nothing",
    async () => {
      const userId = newUser({ username: "robot" });
      declare(userId, toFile('deletionPolicy: "unset"'));
      await stack().up();
      const { urn } = await stack().resource("robot");
      const steps = [
        () => stack().up("--replace", urn),
        async () => {
          await stack().run("state", "taint", urn, "--yes");
          await stack().up();
        },
        () => {
          declare(userId, toFile('deletionPolicy: "unset"'), "renamed");
          return stack().up();
        },
      ];
      for (const step of steps) {
        const before = files.delivered("robot.txt");
        await step();
        expect(files.delivered("robot.txt")).not.to.equal(before);
        await expectSignsOn("robot", files.delivered("robot.txt"));
      }
      expect(writes().filter((write) => write.startsWith("set"))).to.deep.equal(
        Array<string>(4).fill("setPassword 200"),
      );
    },
  );
});
