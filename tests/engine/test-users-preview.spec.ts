import { expect } from "chai";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { findUser } from "../../provider/operations";
import { findSecret } from "../helpers/find-secret";
import { itAtLength } from "../helpers/it-at-length";
import { transportTo } from "../helpers/session";
import { signOn } from "../helpers/sign-on";
import { takeCalls, takeWrites } from "../helpers/take-calls";
import { withStack } from "../helpers/with-stack";

const PLANTED = "Pl4nted-Secret!One";
const PLANTED_TOO = "Pl4nted-Secret!Two";
const REFUSED = "pl4nted-refused";

withStack("TestUsers on the engine, at preview and on the screen", ({ simulator, stack }) => {
  const declare = (users: string, more = "", before = "") =>
    stack().program(`
      const environmentId = "${simulator().environmentId}";
      ${before}
      const fixture = new pingone.TestUsers("fixture", { environmentId, users: ${users}, ${more} });`);
  const csv = (text: string) => {
    writeFileSync(join(stack().project, "users.csv"), text);
  };

  itAtLength("show all that is wrong with a file, with line and column, and no password in it", async () => {
    csv(`username,email,passwordRef\nbob,bob@,generate\nBOB,bob@example.com,generate\neve,,${PLANTED}\n`);
    declare('pingone.readUsers("users.csv")');
    expect(await stack().fail("preview"))
      .to.contain("error: pingone.readUsers: users.csv has 3 problems:\n")
      .and.to.contain('users.csv:2:5: email "bob@" is not a well-formed address')
      .and.to.contain('users.csv:3:1: username "BOB" is there already, at users.csv:2:1')
      .and.to.contain("users.csv:4:6: passwordRef has to say where the password is")
      .and.not.to.contain("    at ");
    csv("username,passwordRef\nbob,env:NOT_THERE\n");
    expect(await stack().fail("preview")).to.contain(
      "users.csv:2:5: valueFrom.env: the environment variable NOT_THERE is not set where pulumi runs.",
    );
    declare('{ bob: { email: "bob@", oops: 1 } }');
    expect(await stack().fail("preview"))
      .to.contain('users["bob"].oops: "oops" is no property of a user.')
      .and.to.contain('users["bob"].email: email "bob@" is not a well-formed address');
    expect(takeCalls(simulator())).to.deep.equal({});
    csv("");
    expect(await findSecret(stack(), PLANTED)).to.deep.equal([]);
  });

  itAtLength("are made by a saved plan, and changed by another", async () => {
    const plan = join(stack().folder, "plan.json");
    stack().setEnv({ PULUMI_EXPERIMENTAL: "true", PLANTED });
    const rows = ["ann", "ben"].map((username) => `{ username: "${username}", value: process.env.PLANTED }`);
    for (const users of [rows.slice(0, 1), rows]) {
      declare(
        `[${users.join()}, { username: "gus", generate: {} }]`,
        'deliverTo: { file: "passwords.json" }',
      );
      takeCalls(simulator());
      await stack().preview(`--save-plan=${plan}`);
      expect(takeWrites(simulator()), "of a preview").to.deep.equal({});
      await stack().up(`--plan=${plan}`);
    }
    expect(takeWrites(simulator())).to.deep.equal({ "createUser 201": 1 });
    await stack().up("--expect-no-changes");
    expect(await findSecret(stack(), PLANTED)).to.deep.equal([]);
  });

  itAtLength("wait for a password and an address that another resource tells", async () => {
    declare(
      `[
        { username: "ann", value: pulumi.interpolate\`Aa!\${alice.userId}\` },
        { username: "ben", email: pulumi.interpolate\`\${alice.userId}@example.com\`, name: { given: pulumi.output("Ben") } },
      ]`,
      'policyCheck: "warn"',
      'const alice = new pingone.User("alice", { environmentId, username: "alice" });',
    );
    expect(await stack().preview()).to.contain("2 users declared, one call each (ann, ben).");
    await stack().up();
    const { id = "" } = await stack().resource("alice");
    const aliceId = id.split("/")[1] ?? "";
    expect(await signOn(simulator(), "ann", `Aa!${aliceId}`)).to.equal("COMPLETED");
    expect(await findUser(transportTo(simulator()), simulator().environmentId, "ben")).to.deep.include({
      email: `${aliceId}@example.com`,
      name: { given: "Ben" },
    });
    await stack().preview("--expect-no-changes");
  });

  itAtLength("tell how far a slow run is, in a log as on a terminal", async () => {
    stack().setEnv({ PLANTED });
    declare(
      'Array.from({ length: 100 }, (_, index) => ({ username: "user-" + index, valueFrom: { env: "PLANTED" } }))',
    );
    simulator().setLatency(400);
    const lines = (await stack().up()).match(/\d+\/100 users, [\d.]+\/s, \d+ s left/g) ?? [];
    const done = lines.map((line) => Number.parseInt(line, 10));
    expect(done).to.deep.equal([...done].sort((a, b) => a - b));
    expect(new Set(done)).to.have.property("size").that.is.above(1);
  });

  itAtLength("show no password, whatever is run and whatever fails", async () => {
    const declareAll = (more = "") => {
      csv("username,email,passwordRef\nann,ann@example.com,env:PLANTED\ngus,gus@example.com,generate\n");
      declare(
        '[...pingone.readUsers("users.csv"), { username: "ben", value: process.env.PLANTED }]',
        `exposeValue: true, ${more}`,
      );
    };
    const plant = (value: string) => {
      stack().setEnv({ PLANTED: value });
    };
    declareAll();
    plant(REFUSED);
    await stack().fail("preview", "--diff");
    declareAll('policyCheck: "off"');
    await stack().fail("up", "--yes");
    plant(PLANTED);
    const repeat = (operation: "createUser" | "setPassword", value: string) => {
      const details = [{ code: value, message: value }];
      const body = { id: "1", code: "INVALID_DATA", message: `no ${value}`, details };
      simulator().failNext(operation, { status: 400, body });
    };
    repeat("createUser", PLANTED);
    expect(await stack().fail("up", "--yes", "--diff")).to.contain("repeats what must stay secret");
    await stack().up("--diff");
    await stack().refresh("--diff");
    plant(PLANTED_TOO);
    await stack().preview("--json");
    repeat("setPassword", PLANTED_TOO);
    await stack().fail("up", "--yes", "--json", "--suppress-progress");
    declareAll('oops: process.env.PLANTED, refreshPasswords: "yes"');
    await stack().fail("preview", "--json");
    declareAll("refreshPasswords: true");
    await stack().up("--refresh");
    expect(await signOn(simulator(), "ann", PLANTED_TOO)).to.equal("COMPLETED");
    expect(await findSecret(stack(), PLANTED, PLANTED_TOO, REFUSED)).to.deep.equal([]);
    const values = (await stack().resource("fixture")).outputs["values"];
    expect(JSON.stringify(values), "exposed, and encrypted")
      .to.contain("ciphertext")
      .and.not.to.contain("gus");
    await stack().destroy();
    expect(await findSecret(stack(), PLANTED, PLANTED_TOO, REFUSED)).to.deep.equal([]);
  });
});
