import { expect } from "chai";
import { DynamicResource } from "../../provider/dynamic/resource";
import { recordProgram } from "../resources/mock-engine";

describe("DynamicResource", () => {
  const declare = async (isPreview: boolean) => {
    const [registered] = await recordProgram(
      () => [new DynamicResource("User", "alice", { environmentId: "e" }, undefined)],
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
});
