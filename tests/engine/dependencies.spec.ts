import { expect } from "chai";
import { itAtLength } from "../helpers/it-at-length";
import { withStack } from "../helpers/with-stack";

const VALUE = "Copper-Kettle!71x";

withStack("a UserPassword behind another resource on the engine", ({ simulator, stack, newUser, writes }) => {
  /** A resource that hands out a userId: `note` is edited in place, another user replaces it. */
  const declare = (userId: string, note: string) => {
    stack().setEnv({ ALICE_PASSWORD: VALUE });
    stack().program(`
      class User extends pulumi.dynamic.Resource {
        constructor(name, args) {
          super({
            async create(inputs) { return { id: inputs.who, outs: { ...inputs, userId: inputs.who } }; },
            async update(id, olds, news) { return { outs: { ...news, userId: news.who } }; },
            async diff(id, olds, news) {
              const replaces = olds.who === news.who ? [] : ["who"];
              return { changes: replaces.length > 0 || olds.note !== news.note, replaces };
            },
          }, name, { userId: undefined, ...args });
        }
      }
      const user = new User("user", { who: "${userId}", note: "${note}" });
      const environmentId = "${simulator().environmentId}";
      new pingone.UserPassword("alice", { environmentId, userId: user.userId, valueFrom: { env: "ALICE_PASSWORD" } });
      new pingone.PasswordUnlock("alice", { environmentId, userId: user.userId });
    `);
  };

  itAtLength(
    "announces no change when the other is merely edited, and follows when it is replaced",
    async () => {
      const [first, second] = [newUser(), newUser()];
      declare(first, "one");
      expect(await stack().preview()).to.match(/UserPassword alice create/);
      await stack().up();
      expect(simulator().verifyPassword(first, VALUE)).to.equal(true);

      declare(first, "two");
      const preview = await stack().preview();
      expect(preview).to.match(/Resource user update/);
      expect(preview, "no password change announced").not.to.match(
        /(UserPassword|PasswordUnlock) alice (update|replace)/,
      );
      await stack().up();
      expect(writes()).to.deep.equal(["setPassword 200"]);

      declare(second, "two");
      await stack().up();
      expect(writes()).to.deep.equal(["setPassword 200", "setPassword 200"]);
      expect((await stack().resources()).filter(({ id }) => id?.includes(second))).to.have.length(3);
      expect(simulator().verifyPassword(second, VALUE)).to.equal(true);
    },
  );

  it("sets a value that is only known at up", async () => {
    const userId = newUser();
    stack().program(`
      class Secret extends pulumi.dynamic.Resource {
        constructor(name) {
          super({ async create() { return { id: "1", outs: { part: "Kettle" } }; } }, name, { part: undefined });
        }
      }
      const part = new Secret("secret").part;
      new pingone.UserPassword("alice", {
        environmentId: "${simulator().environmentId}", userId: "${userId}", value: pulumi.interpolate\`Copper-\${part}!71x\`,
      });
    `);
    await stack().preview();
    await stack().up();
    expect(simulator().verifyPassword(userId, VALUE)).to.equal(true);
    await stack().up("--expect-no-changes");
  });
});
