import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { UserPassword, type UserPasswordArgs } from "../../provider";
import { refusalOf } from "../errors/refusal-of";
import { isKnown, recordProgram, recordResource, secret, valueOf } from "./mock-engine";

const user = { environmentId: "e", userId: "u" };

describe("UserPassword", () => {
  it("runs in a user's own unit test, and answers its inputs there", async () => {
    const made: UserPassword[] = [];
    await recordProgram(() => {
      made.push(new UserPassword("alice", { ...user, value: "Secret-Word.42" }));
      return made;
    });
    expect(await Promise.all(made.map(({ userId }) => valueOf(userId)))).to.deep.equal(["u"]);
  });

  it("is registered under the type that stands in every state", async () => {
    const { type } = await recordResource(() => new UserPassword("alice", user));
    expect(type).to.equal("pulumi-nodejs:dynamic/pingone:UserPassword");
  });

  it("hands the engine a short text that finds its behaviour, and its own URN for messages", async () => {
    const { inputs } = await recordResource(() => new UserPassword("alice", user));
    expect(inputs["__provider"]).to.equal(
      'exports.handler=require("pulumi-pingone-password/provider").UserPassword',
    );
    expect(inputs["__provider"]).to.have.property("length").that.is.below(100);
    expect(inputs["__urn"]).to.equal(
      "urn:pulumi:stack::project::pulumi-nodejs:dynamic/pingone:UserPassword::alice",
    );
  });

  it("makes a secret of the value, however it is given", async () => {
    for (const value of [
      "Secret-Word.42",
      pulumi.output("Secret-Word.42"),
      pulumi.secret("Secret-Word.42"),
    ]) {
      const { inputs } = await recordResource(() => new UserPassword("alice", { ...user, value }));
      expect(inputs["value"]).to.deep.equal(secret("Secret-Word.42"));
    }
  });

  it("hands over half of a character as a mark that is refused, because the engine would leave it out", async () => {
    for (const value of [
      "Pl4nted\uD83D!",
      pulumi.output("Pl4nted\uD83D!"),
      Promise.resolve("Pl4nted\uD83D!"),
    ]) {
      const { inputs } = await recordResource(() => new UserPassword("alice", { ...user, value }));
      expect(inputs["value"]).to.deep.equal(secret("Pl4nted\uFFFD!"));
    }
  });

  it("makes a secret of the fingerprint among the inputs", async () => {
    const { inputs } = await recordResource(() => new UserPassword("alice", user));
    expect(inputs["fingerprint"]).to.deep.equal(secret(""));
  });

  it("makes a secret of the fingerprint among the outputs, beside those that the program names", async () => {
    const seen: unknown[] = [];
    const transformations: pulumi.ResourceTransformation[] = [
      ({ opts }: { opts: pulumi.CustomResourceOptions }) => {
        seen.push(opts.additionalSecretOutputs);
        return undefined;
      },
    ];
    await recordResource(() => new UserPassword("alice", user, { transformations }));
    await recordResource(
      () => new UserPassword("bob", user, { transformations, additionalSecretOutputs: ["status"] }),
    );
    expect(seen).to.deep.equal([["fingerprint"], ["status", "fingerprint"]]);
  });

  it("passes the other inputs on as they are, and no output among them", async () => {
    const args = {
      ...user,
      valueFrom: { env: "ALICE_PASSWORD" },
      forceChange: true,
      bypassPolicy: false,
      deletionPolicy: "unset",
      deletionPolicyForce: true,
    } as const;
    const { inputs } = await recordResource(() => new UserPassword("alice", args));
    const { __provider: _text, __urn: _urn, fingerprint: _fingerprint, ...others } = inputs;
    expect(others).to.deep.equal(args);
  });

  it("takes what is not known before the engine runs inside valueFrom", async () => {
    const { inputs } = await recordResource(
      () => new UserPassword("alice", { ...user, valueFrom: { env: pulumi.output("ALICE_PASSWORD") } }),
    );
    expect(inputs["valueFrom"]).to.deep.equal({ env: "ALICE_PASSWORD" });
  });

  it("takes undefined for every input that may be left out", async () => {
    const args: UserPasswordArgs = {
      ...user,
      value: undefined,
      valueFrom: undefined,
      forceChange: undefined,
      bypassPolicy: undefined,
      deletionPolicy: undefined,
      deletionPolicyForce: undefined,
    };
    const { inputs } = await recordResource(() => new UserPassword("alice", args));
    expect(Object.keys(inputs).sort()).to.deep.equal([
      "__provider",
      "__urn",
      "environmentId",
      "fingerprint",
      "userId",
    ]);
  });

  it("tells its provider of a preview, and of an update nothing", async () => {
    const declare = async (isPreview: boolean) => {
      const [registered] = await recordProgram(() => [new UserPassword("alice", user)], isPreview);
      return Object.entries(registered?.inputs ?? {}).filter(([name]) => name === "__preview");
    };
    expect(await declare(true)).to.deep.equal([["__preview", true]]);
    expect(await declare(false)).to.deep.equal([]);
  });

  it("refuses the option import, naming the resource", async () => {
    const program = recordResource(
      () => new UserPassword("alice", { ...user, value: "Secret-Word.42" }, { import: "e/u" }),
    );
    const error = await refusalOf(pulumi.RunError, program);
    expect(error.message).to.contain('UserPassword "alice": the option import does not work');
  });

  it("knows its user at preview, where PingOne's answers are not known", async () => {
    const made: UserPassword[] = [];
    await recordProgram(() => {
      made.push(new UserPassword("alice", { ...user, value: "Secret-Word.42" }));
      return made;
    }, true);
    const [password] = made;
    expect(await Promise.all([isKnown(password?.environmentId), isKnown(password?.userId)])).to.deep.equal([
      true,
      true,
    ]);
    expect(await Promise.all([isKnown(password?.id), isKnown(password?.status)])).to.deep.equal([
      false,
      false,
    ]);
  });
});

describe("UserPassword.get", () => {
  it("asks for an existing one by its id", async () => {
    const { type, id } = await recordResource(() => UserPassword.get("alice", "e/u"));
    expect({ type, id }).to.deep.equal({ type: "pulumi-nodejs:dynamic/pingone:UserPassword", id: "e/u" });
  });

  it("takes the user from the id", async () => {
    const made: UserPassword[] = [];
    await recordProgram(() => {
      made.push(UserPassword.get("alice", "e/u"));
      return made;
    });
    const found = await Promise.all(
      made.flatMap(({ environmentId, userId }) => [valueOf(environmentId), valueOf(userId)]),
    );
    expect(found).to.deep.equal(["e", "u"]);
  });
});
