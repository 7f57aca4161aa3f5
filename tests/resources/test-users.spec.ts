import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { readUsers, TestUsers, User, type TestUsersArgs } from "../../provider";
import { heldOf, pack } from "../../provider/lifecycle/test-users/account";
import { recordProgram, recordResource, secret, valueOf } from "./mock-engine";

const environmentId = "e";

describe("TestUsers", () => {
  const inputsOf = async (args: Partial<TestUsersArgs>) =>
    (await recordResource(() => new TestUsers("fixture", { environmentId, users: [], ...args }))).inputs;

  it("is registered under the type that stands in every state", async () => {
    const { type } = await recordResource(() => new TestUsers("fixture", { environmentId, users: [] }));
    expect(type).to.equal("pulumi-nodejs:dynamic/pingone:TestUsers");
  });

  it("hands the engine a short text that finds its behaviour", async () => {
    expect((await inputsOf({}))["__provider"]).to.equal(
      'exports.handler=require("pulumi-pingone-password/provider").TestUsers',
    );
  });

  it("passes rows on as a plain map by username, and passwords beside it as a secret", async () => {
    const {
      __provider: _text,
      __urn: _urn,
      ...others
    } = await inputsOf({
      users: [
        { username: "alice", email: "alice@example.com", value: "planted" },
        { username: "bob", name: { given: "Bob" }, valueFrom: { env: "BOB" }, enabled: false },
      ],
      deliverTo: { file: "passwords.json" },
      adopt: true,
    });
    expect(others).to.deep.equal({
      environmentId,
      users: {
        alice: { email: "alice@example.com" },
        bob: { name: { given: "Bob" }, valueFrom: { env: "BOB" }, enabled: false },
      },
      passwords: secret({ alice: "planted" }),
      deliverTo: { file: "passwords.json" },
      adopt: true,
      owner: "pulumi:project/stack/fixture",
      fingerprints: secret(""),
    });
  });

  it("takes a map as well", async () => {
    const inputs = await inputsOf({ users: { alice: { value: "planted" }, bob: {} } });
    expect([inputs["users"], inputs["passwords"]]).to.deep.equal([
      { alice: {}, bob: {} },
      secret({ alice: "planted" }),
    ]);
  });

  it("takes the rows of a file, and says where they stand", async () => {
    const folder = mkdtempSync(join(tmpdir(), "users-"));
    try {
      writeFileSync(join(folder, "users.csv"), "username,passwordRef\nalice,env:ALICE\n");
      const inputs = await inputsOf({ users: readUsers(join(folder, "users.csv")) });
      expect(inputs["users"]).to.deep.equal({ alice: { valueFrom: { env: "ALICE" } } });
      expect(JSON.parse(String(inputs["origins"]))).to.deep.include([
        "alice",
        {
          file: (JSON.parse(String(inputs["origins"])) as [string, { file: string }][])[0]?.[1].file,
          line: 2,
          columns: { username: 1, passwordRef: 7 },
        },
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("takes outputs within a row, and keeps the password of each a secret of its own", async () => {
    const inputs = await inputsOf({
      users: [
        {
          username: "alice",
          email: pulumi.output("alice@example.com"),
          name: { given: pulumi.output("Alice") },
          enabled: Promise.resolve(true),
          value: pulumi.output("planted"),
        },
        { username: "bob", value: "another" },
      ],
    });
    expect(inputs).not.to.have.property("problems");
    expect(inputs["users"]).to.deep.equal({
      alice: { email: "alice@example.com", name: { given: "Alice" }, enabled: true },
      bob: {},
    });
    expect(inputs["passwords"]).to.deep.equal(secret({ alice: "planted", bob: "another" }));
  });

  it("keeps one password that is not known yet from making the others so", async () => {
    const resources = await recordProgram(() => {
      const later = new User("later", { environmentId, username: "later" });
      const users = { alice: { value: later.userId }, bob: { value: "another" } };
      return [later, new TestUsers("fixture", { environmentId, users })];
    }, true);
    const { inputs } = resources.find(({ name }) => name === "fixture") ?? expect.fail("not registered");
    const { value } = inputs["passwords"] as { readonly value: Readonly<Record<string, unknown>> };
    expect(value["bob"]).to.equal("another");
    expect(value["alice"]).not.to.be.a("string");
  });

  it("passes on what is wrong with the rows, as two of one name are one by then", async () => {
    const inputs = await inputsOf({
      users: [
        { username: "alice", email: "nobody" },
        { username: "ALICE", email: pulumi.output("nobody") },
        { username: "bob", value: "planted", email: "planted" },
      ],
    });
    expect(inputs["problems"]).to.deep.equal([
      'users["alice"].email: email "nobody" is not a well-formed address: give one such as bob@example.com, or leave email out.',
      'users[1].username: username "ALICE" is there already, at users[0].username; PingOne does not tell upper from lower case in usernames: keep one of the two.',
      'users["bob"].email: email is not a well-formed address: give one such as bob@example.com, or leave email out.',
    ]);
  });

  it("refuses usernames that Pulumi's library cannot carry", async () => {
    const inputs = await inputsOf({
      users: [{ username: "__proto__", enabled: false }, { username: "toString" }, { username: "bob" }],
    });
    expect(inputs["problems"]).to.deep.equal([
      "users[0].username: no user can be called __proto__ here: give another username.",
      "users[1].username: no user can be called toString here: give another username.",
    ]);
    expect(inputs["users"]).to.deep.equal({ bob: {} });
  });

  it("carries usernames that objects have of their own", async () => {
    const names = ["constructor", "hasOwnProperty", "id", "then", "toJSON", "urn", "valueOf"];
    const inputs = await inputsOf({ users: names.map((username) => ({ username, value: "planted" })) });
    expect(Object.keys(inputs["users"] as object).sort()).to.deep.equal(names);
    const passwords = Object.fromEntries(names.map((name) => [name, "planted"]));
    expect(inputs["passwords"]).to.deep.equal(secret(passwords));
  });

  it("refuses users that are an output as a whole", async () => {
    await recordProgram(() => {
      const users = pulumi.output([{ username: "bob" }]) as unknown as TestUsersArgs["users"];
      expect(() => new TestUsers("fixture", { environmentId, users })).to.throw(
        'TestUsers "fixture": users has to be known when the program runs',
      );
      return [];
    });
  });

  it("shows no password to a program that exports all of it", async () => {
    const made: TestUsers[] = [];
    await recordProgram(() => {
      made.push(new TestUsers("fixture", { environmentId, users: { alice: { value: "planted" } } }));
      return made;
    });
    const shown: unknown[] = [];
    for (const [name, value] of Object.entries(made[0] ?? {})) {
      shown.push([name, pulumi.Output.isInstance(value) ? await valueOf(value) : undefined]);
    }
    expect(JSON.stringify(shown)).to.contain("fixture").and.not.to.contain("planted");
  });

  it("answers its users by name, once there are any", async () => {
    const made: TestUsers[] = [];
    await recordProgram(() => {
      made.push(new TestUsers("fixture", { environmentId, users: [] }));
      return made;
    });
    expect(await valueOf(made[0]?.accounts ?? pulumi.output({}))).to.deep.equal({});
  });

  it("takes what the state keeps of them apart", async () => {
    const account = { id: "u", status: "OK", held: heldOf({}), isAdopted: false, forceChange: false };
    const accounts = {
      alice: pack({ ...account, lastChangedAt: "2026-01-01T00:00:00.000Z" }),
      bob: pack({ ...account, status: "NO_PASSWORD" }),
    };
    const mocks: pulumi.runtime.Mocks = {
      newResource: ({ name, inputs }) => ({ id: name, state: { ...inputs, accounts } as object }),
      call: () => ({}),
    };
    await pulumi.runtime.setMocks(mocks);
    const fixture = new TestUsers("fixture", { environmentId, users: [] });
    expect(await valueOf(fixture.accounts)).to.deep.equal({
      alice: { id: "u", status: "OK", lastChangedAt: "2026-01-01T00:00:00.000Z" },
      bob: { id: "u", status: "NO_PASSWORD" },
    });
  });

  it("refuses import, which a dynamic resource cannot", async () => {
    await recordProgram(() => {
      expect(() => new TestUsers("fixture", { environmentId, users: [] }, { import: "x" })).to.throw(
        "the option import does not work",
      );
      return [];
    });
  });
});
