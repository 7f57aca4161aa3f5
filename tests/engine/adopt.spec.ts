import { expect } from "chai";
import { itAtLength } from "../helpers/it-at-length";
import { withStack } from "../helpers/with-stack";

const VALUE = "Copper-Kettle!71x";
const OTHER = "Marble-Window?28y";
const UP = ["up", "--yes", "--skip-preview"];

withStack("taking a password over on the engine", ({ simulator, stack, newUser, writes }) => {
  const declare = (userId: string, more: string) =>
    stack().program(`
      const password = new pingone.UserPassword("alice", {
        environmentId: "${simulator().environmentId}", userId: "${userId}", ${more}
      });
      exports.verified = password.verified;
    `);
  const adopt = 'adopt: true, valueFrom: { env: "VALUE" }';
  const outputs = async () => (await stack().resource("alice")).outputs;
  beforeEach(() => {
    stack().setEnv({ VALUE });
  });

  itAtLength("checks the right value once, writes nothing, and is quiet from then on", async () => {
    const userId = newUser({ password: VALUE });
    const before = simulator().readUser(userId)?.password;
    declare(userId, adopt);
    await stack().preview("--diff");
    expect(writes(), "writes of a preview").to.deep.equal([]);
    expect(await stack().up())
      .to.include("Took over the password as it is: the value was checked and is the current one.")
      .and.to.match(/verified\s*: true/);
    expect(writes()).to.deep.equal(["checkPassword 200"]);
    expect(simulator().readUser(userId)?.password).to.deep.equal(before);
    expect(await outputs()).to.include({ verified: true, status: "OK", externallyChanged: false });

    await stack().preview("--expect-no-changes");
    await stack().refresh();
    await stack().up("--expect-no-changes");
    declare(userId, 'valueFrom: { env: "VALUE" }');
    await stack().up("--expect-no-changes");
    expect(writes(), "also once the option is gone").to.deep.equal(["checkPassword 200"]);

    stack().setEnv({ VALUE: OTHER });
    declare(userId, adopt);
    expect(await stack().preview()).to.include("The value changed: this sets the new password.");
    await stack().up();
    expect(simulator().verifyPassword(userId, OTHER), "the option is for the first time").to.equal(true);
  });

  itAtLength("fails with a value that is another one, which changes nothing", async () => {
    const userId = newUser({ password: OTHER });
    declare(userId, adopt);
    expect(await stack().fail(...UP))
      .to.include("adopt: the value is not the user's password")
      .and.to.include("Nothing was changed. Leave adopt out to set it.");
    expect(writes()).to.deep.equal(["checkPassword 400"]);
    expect(simulator().verifyPassword(userId, OTHER)).to.equal(true);
    expect((await stack().resources()).filter(({ id }) => id?.includes("/"))).to.deep.equal([]);

    stack().setEnv({ VALUE: OTHER });
    await stack().up();
    expect(await outputs()).to.include({ verified: true });
  });

  itAtLength("goes without a value, unseen, and sets one that is given later", async () => {
    const userId = newUser({ password: OTHER });
    declare(userId, "adopt: true");
    await stack().preview();
    expect(await stack().up())
      .to.include("Took over the password as it is, without knowing it.")
      .and.to.match(/verified\s*: false/);
    await stack().preview("--expect-no-changes");
    expect(writes()).to.deep.equal([]);
    expect(await outputs()).to.include({ verified: false, status: "OK" });

    declare(userId, adopt);
    expect(await stack().preview()).to.include("The value changed: this sets the new password.");
    await stack().up();
    expect(writes()).to.deep.equal(["setPassword 200"]);
    expect(simulator().verifyPassword(userId, VALUE)).to.equal(true);
    await stack().preview("--expect-no-changes");
  });

  itAtLength("recognises a value given later that already is the password taken over unseen", async () => {
    const userId = newUser({ password: VALUE });
    declare(userId, "adopt: true");
    await stack().up();
    declare(userId, adopt);
    expect(await stack().up()).to.include("The value already is the user's password");
    expect(writes()).to.deep.equal(["setPassword 400", "checkPassword 200"]);
    await stack().preview("--expect-no-changes");
  });

  itAtLength(
    "refuses a user without a password, or behind a gateway, and never tries the last attempt",
    async () => {
      declare(newUser(), adopt);
      expect(await stack().fail(...UP)).to.include("The user has no password to take over");
      declare(newUser({ external: true }), adopt);
      expect(await stack().fail(...UP)).to.include("held by an external gateway (status EXTERNAL)");
      declare(newUser({ password: VALUE, locked: true }), adopt);
      expect(await stack().up()).to.include(
        "The value is not checked against the password that is taken over",
      );
      expect(writes()).to.deep.equal([]);
      expect(await outputs()).to.include({ verified: false, status: "PASSWORD_LOCKED_OUT" });
    },
  );
});
