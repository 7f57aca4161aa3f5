import { expect } from "chai";
import { itAtLength } from "../helpers/it-at-length";
import { changeOutside } from "../helpers/outside";
import { withStack } from "../helpers/with-stack";

const VALUE = "Copper-Kettle!71x";

/** What is left of the password after the resource is deleted for good. */
const policies = [
  { deletionPolicy: "keep", writes: [], status: "OK", works: true },
  { deletionPolicy: "unset", writes: ["setPasswordValue 200"], status: "NO_PASSWORD", works: false },
  {
    deletionPolicy: "forceChange",
    writes: ["forcePasswordChange 200"],
    status: "MUST_CHANGE_PASSWORD",
    works: true,
  },
] as const;

withStack("deletion of a UserPassword on the engine", ({ simulator, stack, newUser, writes }) => {
  const declare = (userId: string, deletionPolicy: string, name = "alice") => {
    stack().setEnv({ ALICE_PASSWORD: VALUE });
    stack().program(`
      new pingone.UserPassword("${name}", {
        environmentId: "${simulator().environmentId}", userId: "${userId}",
        valueFrom: { env: "ALICE_PASSWORD" }, deletionPolicy: "${deletionPolicy}",
      });
    `);
  };

  for (const { deletionPolicy, writes: expected, status, works } of policies) {
    it(`destroys with deletionPolicy ${deletionPolicy}, the program being deleted`, async () => {
      const userId = newUser();
      declare(userId, deletionPolicy);
      await stack().up();
      stack().deleteProgram();
      await stack().destroy();
      expect(writes()).to.deep.equal(["setPassword 200", ...expected]);
      expect(simulator().readUser(userId)?.password.status).to.equal(status);
      expect(works && simulator().verifyPassword(userId, VALUE)).to.equal(works);
    });

    const test = deletionPolicy === "unset" ? it : itAtLength;
    test(`keeps the password through --replace, taint and rename with deletionPolicy ${deletionPolicy}`, async () => {
      const userId = newUser();
      declare(userId, deletionPolicy);
      await stack().up();
      const { urn } = await stack().resource("alice");

      const replaced = await stack().up("--replace", urn);
      expect(replaced).to.include("already is the user's password");
      await stack().run("state", "taint", urn, "--yes");
      await stack().up();
      declare(userId, deletionPolicy, "renamed");
      await stack().up();

      expect((await stack().resource("renamed")).outputs["status"]).to.equal("OK");
      expect(simulator().verifyPassword(userId, VALUE)).to.equal(true);
      const refusals = writes().filter((write) => write === "setPassword 400");
      expect(writes()).to.have.members([
        "setPassword 200",
        ...refusals,
        ...Array<string>(3).fill("checkPassword 200"),
      ]);
      expect(refusals, "one refused set for each new resource").to.have.length(3);
    });
  }

  itAtLength("carries the deletionPolicy out when the resource is removed from the program", async () => {
    const userId = newUser();
    declare(userId, "unset");
    await stack().up();
    stack().program("");
    await stack().up();
    expect(simulator().readUser(userId)?.password.status).to.equal("NO_PASSWORD");
  });

  itAtLength("carries the deletionPolicy out for the old user when the user is replaced", async () => {
    const [first, second] = [newUser(), newUser()];
    declare(first, "unset");
    await stack().up();
    declare(second, "unset");
    await stack().up();
    expect(simulator().readUser(first)?.password.status).to.equal("NO_PASSWORD");
    expect(simulator().verifyPassword(second, VALUE)).to.equal(true);
  });

  itAtLength("carries the deletionPolicy out for destroy --run-program", async () => {
    const userId = newUser();
    declare(userId, "unset");
    await stack().up();
    await stack().destroy("--run-program");
    expect(simulator().readUser(userId)?.password.status).to.equal("NO_PASSWORD");
  });

  it("keeps the password of a resource that is renamed and moved to an explicit provider in one run", async () => {
    const userId = newUser();
    declare(userId, "unset");
    await stack().up();
    const { env, environmentId } = simulator();
    stack().program(`
      const tenant = new pingone.Provider("tenant", {
        clientId: "${env["PINGONE_CLIENT_ID"]}", clientSecret: process.env.PINGONE_CLIENT_SECRET,
        environmentId: "${environmentId}", apiUrl: "${env["PINGONE_API_URL"]}", authUrl: "${env["PINGONE_AUTH_URL"]}",
      });
      new pingone.UserPassword("renamed", {
        environmentId: "${environmentId}", userId: "${userId}", valueFrom: { env: "ALICE_PASSWORD" }, deletionPolicy: "unset",
      }, { provider: tenant });
    `);
    await stack().up();
    expect(simulator().verifyPassword(userId, VALUE)).to.equal(true);
    expect(writes()).not.to.include("setPasswordValue 200");
  });

  it("leaves a password alone that was changed outside, with a warning", async () => {
    const userId = newUser();
    declare(userId, "unset");
    await stack().up();
    await changeOutside(simulator(), userId, "Somebody-Else#33");
    const output = await stack().destroy();
    expect(output)
      .to.include('deletionPolicy "unset" was not carried out')
      .and.to.include("deletionPolicyForce");
    expect(simulator().verifyPassword(userId, "Somebody-Else#33")).to.equal(true);
  });

  itAtLength("creates again with the same value after the state is lost", async () => {
    const userId = newUser();
    declare(userId, "unset");
    await stack().up();
    const { urn } = await stack().resource("alice");
    await stack().run("state", "delete", urn, "--yes");
    expect(await stack().resources()).to.have.length(1);

    const output = await stack().up();
    expect(output).to.include("already is the user's password");
    expect(writes()).to.deep.equal(["setPassword 200", "setPassword 400", "checkPassword 200"]);
    expect((await stack().resource("alice")).outputs["status"]).to.equal("OK");
    await stack().up("--expect-no-changes");
  });
});
