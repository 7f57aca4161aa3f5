import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { PasswordUnlock } from "../../provider";
import { recordProgram, recordResource, valueOf } from "./mock-engine";

const user = { environmentId: "e", userId: "u" };

describe("PasswordUnlock", () => {
  it("runs in a user's own unit test, and answers its inputs there", async () => {
    const made: PasswordUnlock[] = [];
    await recordProgram(() => {
      made.push(new PasswordUnlock("alice", { ...user, triggers: ["first"] }));
      return made;
    });
    expect(await Promise.all(made.map(({ userId }) => valueOf(userId)))).to.deep.equal(["u"]);
  });

  it("is registered under the type that stands in every state", async () => {
    const { type } = await recordResource(() => new PasswordUnlock("alice", user));
    expect(type).to.equal("pulumi-nodejs:dynamic/pingone:PasswordUnlock");
  });

  it("hands the engine a short text that finds its behaviour", async () => {
    const { inputs } = await recordResource(() => new PasswordUnlock("alice", user));
    expect(inputs["__provider"]).to.equal(
      'exports.handler=require("pulumi-pingone-password/provider").PasswordUnlock',
    );
    expect(inputs["__provider"]).to.have.property("length").that.is.below(100);
  });

  it("names its parent in the URN for messages", async () => {
    const resources = await recordProgram(() => {
      const parent = new PasswordUnlock("parent", user);
      return [parent, new PasswordUnlock("child", user, { parent })];
    });
    const type = "pulumi-nodejs:dynamic/pingone:PasswordUnlock";
    expect(resources.find(({ name }) => name === "child")?.inputs["__urn"]).to.equal(
      `urn:pulumi:stack::project::${type}$${type}::child`,
    );
  });

  it("passes its inputs on, with triggers of any shape, and no output among them", async () => {
    const triggers = { build: pulumi.output("first"), list: [1, true] };
    const settings = { when: "always", scope: "both", rerun: "whenLocked" } as const;
    const { inputs } = await recordResource(
      () => new PasswordUnlock("alice", { ...user, ...settings, triggers }),
    );
    const { __provider: _text, __urn: _urn, ...others } = inputs;
    expect(others).to.deep.equal({ ...user, ...settings, triggers: { build: "first", list: [1, true] } });
  });
});
