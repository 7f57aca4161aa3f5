import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { PasswordRecovery, type PasswordRecoveryArgs } from "../../provider";
import { refusalOf } from "../errors/refusal-of";
import { isKnown, recordProgram, recordResource, secret, valueOf } from "./mock-engine";

const user = { environmentId: "e", userId: "u" };
const secrets = { recoveryCode: "AB12CD34", newPassword: "New-Secret.43" };

describe("PasswordRecovery", () => {
  it("runs in a user's own unit test, and answers its inputs there", async () => {
    const made: PasswordRecovery[] = [];
    await recordProgram(() => {
      made.push(new PasswordRecovery("alice", { ...user, ...secrets }));
      return made;
    });
    const found = await Promise.all(
      made.flatMap(({ environmentId, userId }) => [valueOf(environmentId), valueOf(userId)]),
    );
    expect(found).to.deep.equal(["e", "u"]);
  });

  it("is registered under the type that stands in every state", async () => {
    const { type } = await recordResource(() => new PasswordRecovery("alice", user));
    expect(type).to.equal("pulumi-nodejs:dynamic/pingone:PasswordRecovery");
  });

  it("hands the engine a short text that finds its behaviour, and its own URN for messages", async () => {
    const { inputs } = await recordResource(() => new PasswordRecovery("alice", user));
    expect(inputs["__provider"]).to.equal(
      'exports.handler=require("pulumi-pingone-password/provider").PasswordRecovery',
    );
    expect(inputs["__provider"]).to.have.property("length").that.is.below(100);
    expect(inputs["__urn"]).to.equal(
      "urn:pulumi:stack::project::pulumi-nodejs:dynamic/pingone:PasswordRecovery::alice",
    );
  });

  it("passes its inputs on, with triggers of any shape, and no output among them", async () => {
    const triggers = { build: pulumi.output("first"), list: [1, true] };
    const args = {
      ...user,
      recoveryCodeFrom: { env: "RECOVERY_CODE" },
      newPasswordFrom: { env: "NEW_PASSWORD" },
    };
    const { inputs } = await recordResource(() => new PasswordRecovery("alice", { ...args, triggers }));
    const { __provider: _text, __urn: _urn, ...others } = inputs;
    expect(others).to.deep.equal({ ...args, triggers: { build: "first", list: [1, true] } });
  });

  for (const [name, value] of Object.entries(secrets)) {
    it(`makes a secret of ${name}, however it is given`, async () => {
      for (const given of [value, pulumi.output(value), pulumi.secret(value)]) {
        const { inputs } = await recordResource(
          () => new PasswordRecovery("alice", { ...user, [name]: given }),
        );
        expect(inputs[name]).to.deep.equal(secret(value));
      }
    });
  }

  it("takes what is not known before the engine runs inside recoveryCodeFrom", async () => {
    const { inputs } = await recordResource(
      () => new PasswordRecovery("alice", { ...user, recoveryCodeFrom: { env: pulumi.output("SECRET") } }),
    );
    expect(inputs["recoveryCodeFrom"]).to.deep.equal({ env: "SECRET" });
  });

  it("takes undefined for every input that may be left out", async () => {
    const args: PasswordRecoveryArgs = {
      ...user,
      recoveryCode: undefined,
      recoveryCodeFrom: undefined,
      newPassword: undefined,
      newPasswordFrom: undefined,
      triggers: undefined,
    };
    const { inputs } = await recordResource(() => new PasswordRecovery("alice", args));
    expect(Object.keys(inputs).sort()).to.deep.equal(["__provider", "__urn", ...Object.keys(user)].sort());
  });

  it("knows nothing of PingOne's answers at preview", async () => {
    const made: PasswordRecovery[] = [];
    await recordProgram(() => {
      made.push(new PasswordRecovery("alice", { ...user, ...secrets }));
      return made;
    }, true);
    const outputs = made.flatMap(({ id, status, recoveredAt }) => [id, status, recoveredAt]);
    expect(await Promise.all(outputs.map(isKnown))).to.deep.equal([false, false, false]);
  });

  it("refuses the option import, naming the resource", async () => {
    const program = recordResource(() => new PasswordRecovery("alice", user, { import: "e/u" }));
    const error = await refusalOf(pulumi.RunError, program);
    expect(error.message).to.contain('PasswordRecovery "alice": the option import does not work');
  });
});
