import { expect } from "chai";
import { DynamicResource } from "../../provider/dynamic/resource";
import * as pulumi from "@pulumi/pulumi";
import { recordProgram } from "../resources/mock-engine";

describe("DynamicResource", () => {
  const inputs = () => ({ inputs: { environmentId: "e" } });
  const declare = async (isPreview: boolean) => {
    const [registered] = await recordProgram(
      () => [new DynamicResource("User", "alice", {}, inputs, undefined)],
      isPreview,
    );
    return registered?.inputs;
  };

  it("tells the provider that this is a preview", async () => {
    expect(await declare(true)).to.deep.equal({ ...(await declare(false)), __preview: true });
  });

  it("tells it nothing of the kind in an update", async () => {
    expect(Object.keys((await declare(false)) ?? {}).sort()).to.deep.equal([
      "__provider",
      "__urn",
      "environmentId",
    ]);
  });

  it("is registered beside another child of the same component", async () => {
    class Team extends pulumi.ComponentResource {
      readonly members: readonly DynamicResource[];

      constructor() {
        super("test:index:Team", "team");
        this.members = ["alice", "bob"].map(
          (name) => new DynamicResource("User", name, {}, inputs, { parent: this }),
        );
      }
    }
    const registered = await recordProgram(() => new Team().members);
    const urns = registered.filter(({ type }) => type.endsWith(":User")).map(({ inputs }) => inputs["__urn"]);
    expect(urns).to.deep.equal(
      ["alice", "bob"].map(
        (name) => `urn:pulumi:stack::project::test:index:Team$pulumi-nodejs:dynamic/pingone:User::${name}`,
      ),
    );
  });
});
