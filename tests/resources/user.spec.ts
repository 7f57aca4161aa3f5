import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { User, UserPassword } from "../../provider";
import { isKnown, recordProgram, recordResource, secret, valueOf } from "./mock-engine";

const args = { environmentId: "e", username: "alice" };

describe("User", () => {
  const make = async (preview: boolean, opts: pulumi.CustomResourceOptions = {}) => {
    const made: User[] = [];
    await recordProgram(() => {
      made.push(new User("alice", { ...args, email: "alice@example.com" }, opts));
      return made;
    }, preview);
    return made[0] ?? expect.fail("nothing was made");
  };

  it("is registered under the type that stands in every state", async () => {
    const { type } = await recordResource(() => new User("alice", args));
    expect(type).to.equal("pulumi-nodejs:dynamic/pingone:User");
  });

  it("hands the engine a short text that finds its behaviour", async () => {
    const { inputs } = await recordResource(() => new User("alice", args));
    expect(inputs["__provider"]).to.equal('exports.handler=require("pulumi-pingone-password/provider").User');
  });

  it("passes its inputs on with a mark of its own, and no output among them", async () => {
    const declared = {
      ...args,
      email: pulumi.output("alice@example.com"),
      name: { given: pulumi.output("Alice"), family: "Archer" },
      population: "p",
      enabled: false,
      adopt: true,
    };
    const { inputs } = await recordResource(() => new User("first", declared));
    const { __provider: _text, __urn: _urn, ...others } = inputs;
    expect(others).to.deep.equal({
      ...args,
      email: "alice@example.com",
      name: { given: "Alice", family: "Archer" },
      population: "p",
      enabled: false,
      adopt: true,
      owner: "pulumi:project/stack/User/first",
    });
  });

  it("keeps an input secret that is one", async () => {
    const email = pulumi.secret("alice@example.com");
    const { inputs } = await recordResource(() => new User("alice", { ...args, email }));
    expect(inputs["email"]).to.deep.equal(secret("alice@example.com"));
  });

  it("answers its inputs in a user's own unit test, and some id", async () => {
    const user = await make(false);
    expect(
      await Promise.all([user.environmentId, user.username, user.email].map(valueOf<unknown>)),
    ).to.deep.equal(["e", "alice", "alice@example.com"]);
    expect(await valueOf(user.userId)).to.equal("alice-id");
  });

  it("does not know the user's id at preview, but the environment", async () => {
    const user = await make(true);
    expect(await isKnown(user.userId)).to.equal(false);
    expect(await isKnown(user.environmentId)).to.equal(true);
  });

  it("tells both parts of the id of a user who is there, at preview as well", async () => {
    const made: User[] = [];
    await recordProgram(() => {
      made.push(User.get("alice", "e/u"));
      return made;
    }, true);
    const [user = expect.fail("nothing was made")] = made;
    expect([await valueOf(user.environmentId), await valueOf(user.userId)]).to.deep.equal(["e", "u"]);
  });

  it("gives its id on to a UserPassword, which waits for it", async () => {
    const resources = await recordProgram(() => {
      const user = new User("alice", args);
      return [user, new UserPassword("alice", { environmentId: "e", userId: user.userId, value: "v" })];
    });
    const password = resources.find(({ type }) => type.endsWith(":UserPassword"));
    expect(password?.inputs["userId"]).to.equal("alice-id");
  });

  it("refuses import, which a dynamic resource cannot", async () => {
    await recordProgram(() => {
      expect(() => new User("alice", args, { import: "e/u" })).to.throw("the option import does not work");
      return [];
    });
  });
});
