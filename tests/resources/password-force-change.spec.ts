import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { PasswordForceChange, type PasswordForceChangeArgs } from "../../provider";
import { refusalOf } from "../errors/refusal-of";
import { isKnown, recordProgram, recordResource, valueOf } from "./mock-engine";

const user = { environmentId: "e", userId: "u" };

describe("PasswordForceChange", () => {
  it("runs in a user's own unit test, and answers its inputs there", async () => {
    const made: PasswordForceChange[] = [];
    await recordProgram(() => {
      made.push(new PasswordForceChange("alice", { ...user }));
      return made;
    });
    const found = await Promise.all(
      made.flatMap(({ environmentId, userId }) => [valueOf(environmentId), valueOf(userId)]),
    );
    expect(found).to.deep.equal(["e", "u"]);
  });

  it("is registered under the type that stands in every state", async () => {
    const { type } = await recordResource(() => new PasswordForceChange("alice", user));
    expect(type).to.equal("pulumi-nodejs:dynamic/pingone:PasswordForceChange");
  });

  it("hands the engine a short text that finds its behaviour, and its own URN for messages", async () => {
    const { inputs } = await recordResource(() => new PasswordForceChange("alice", user));
    expect(inputs["__provider"]).to.equal(
      'exports.handler=require("pulumi-pingone-password/provider").PasswordForceChange',
    );
    expect(inputs["__provider"]).to.have.property("length").that.is.below(100);
    expect(inputs["__urn"]).to.equal(
      "urn:pulumi:stack::project::pulumi-nodejs:dynamic/pingone:PasswordForceChange::alice",
    );
  });

  it("passes its inputs on, with triggers of any shape, and no output among them", async () => {
    const triggers = { build: pulumi.output("first"), list: [1, true] };
    const args = { ...user };
    const { inputs } = await recordResource(() => new PasswordForceChange("alice", { ...args, triggers }));
    const { __provider: _text, __urn: _urn, ...others } = inputs;
    expect(others).to.deep.equal({ ...args, triggers: { build: "first", list: [1, true] } });
  });

  it("takes undefined for every input that may be left out", async () => {
    const args: PasswordForceChangeArgs = { ...user, triggers: undefined };
    const { inputs } = await recordResource(() => new PasswordForceChange("alice", args));
    expect(Object.keys(inputs).sort()).to.deep.equal(["__provider", "__urn", ...Object.keys(user)].sort());
  });

  it("knows nothing of PingOne's answers at preview", async () => {
    const made: PasswordForceChange[] = [];
    await recordProgram(() => {
      made.push(new PasswordForceChange("alice", { ...user }));
      return made;
    }, true);
    const outputs = made.flatMap(({ id, before, after, performedAt }) => [id, before, after, performedAt]);
    expect(await Promise.all(outputs.map(isKnown))).to.deep.equal([false, false, false, false]);
  });

  it("refuses the option import, naming the resource", async () => {
    const program = recordResource(() => new PasswordForceChange("alice", user, { import: "e/u" }));
    const error = await refusalOf(pulumi.RunError, program);
    expect(error.message).to.contain('PasswordForceChange "alice": the option import does not work');
  });
});
