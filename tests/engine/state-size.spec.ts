import { expect } from "chai";
import { withStack } from "../helpers/with-stack";

withStack("the state of a UserPassword on the engine", ({ simulator, stack, newUser, writes }) => {
  it("takes at most 1.0 KB for inputs and outputs, and less than 100 bytes for each text that finds the code", async () => {
    stack().setEnv({ ALICE_PASSWORD: "Copper-Kettle!71x" });
    stack().program(`
      const environmentId = "${simulator().environmentId}";
      const valueFrom = { env: "ALICE_PASSWORD" };
      new pingone.UserPassword("plain", { environmentId, userId: "${newUser()}", valueFrom });
      new pingone.UserPassword("full", {
        environmentId, userId: "${newUser()}", valueFrom, forceChange: true, bypassPolicy: true, deletionPolicy: "forceChange",
        deletionPolicyForce: true,
      });
    `);
    await stack().up();
    for (const name of ["plain", "full"]) {
      const { inputs, outputs } = await stack().resource(name);
      expect(JSON.stringify(inputs).length + JSON.stringify(outputs).length, name).to.be.at.most(1024);
      for (const text of [inputs["__provider"], outputs["__provider"]]) {
        expect(text).to.equal('exports.handler=require("pulumi-pingone-password/provider").UserPassword');
      }
    }
    expect(writes(), "one PUT each").to.have.members(["setPassword 200", "setPasswordValue 200"]);
    await stack().up("--expect-no-changes");
    expect(writes()).to.have.length(2);
  });
});
