import { expect } from "chai";
import { itAtLength } from "../helpers/it-at-length";
import { Stack } from "../helpers/stack";
import { withStack } from "../helpers/with-stack";

const OURS = "Copper-Kettle!71x";
const THEIRS = "Marble-Window?28y";
const NEXT = "Granite-Lantern#53z";
const CHANGED = "The password was changed outside this stack";

withStack("two stacks with the same users", ({ simulator, stack, newUser, writes }) => {
  /** A second stack, for as long as a test runs. */
  const others: Stack[] = [];
  const otherStack = async () => {
    const other = await new Stack(simulator().env).init();
    others.push(other);
    return other;
  };
  afterEach(() => {
    others.splice(0).forEach((other) => {
      other.remove();
    });
  });

  function declare(one: Stack, users: readonly string[], value: string, more = ""): void {
    one.setEnv({ VALUE: value });
    one.program(`
      for (const [index, userId] of ${JSON.stringify(users)}.entries()) {
        new pingone.UserPassword("user-" + index, {
          environmentId: "${simulator().environmentId}", userId, valueFrom: { env: "VALUE" }, ${more}
        });
      }
    `);
  }
  const holders = (users: readonly string[], value: string) =>
    users.filter((userId) => simulator().verifyPassword(userId, value));
  /** Of whom an output says that somebody else changed the password: a refresh knows users by their ids. */
  const changedOutside = (output: string) =>
    [
      ...new Set([...output.matchAll(/\/(\S+): The password was changed outside/g)].map(([, id]) => id)),
    ].sort();

  /** A user has the password of the stack that wrote last; the other stack takes that for a change from outside. */
  async function bothUp(count: number): Promise<void> {
    const users = Array.from({ length: count }, () => newUser());
    const other = await otherStack();
    declare(stack(), users, OURS);
    declare(other, users, THEIRS);
    // The first of the two waits for its answer while the other one sets.
    simulator().failNext("setPassword", { delayMs: 3000 });
    await Promise.all([stack().up(), other.up()]);
    expect(writes()).to.deep.equal(Array.from({ length: 2 * count }, () => "setPassword 200"));

    const [ours, theirs] = [holders(users, OURS), holders(users, THEIRS)];
    expect([...ours, ...theirs].sort()).to.deep.equal([...users].sort());
    expect(changedOutside(await stack().refresh())).to.deep.equal([...theirs].sort());
    expect(changedOutside(await other.refresh())).to.deep.equal([...ours].sort());
    // Nobody fights: neither writes again, until somebody gives it another value.
    simulator().ledger.clear();
    await stack().up("--expect-no-changes");
    await other.up("--expect-no-changes");
    expect(writes()).to.deep.equal([]);
  }

  itAtLength("both go through when they run at once, and the later write holds", async () => {
    await bothUp(1);
  });

  itAtLength("both go through when they set many at once", async () => {
    await bothUp(40);
  });

  itAtLength("are no harm to each other when one is refreshed while the other one writes", async () => {
    const users = Array.from({ length: 40 }, () => newUser({ password: OURS }));
    const other = await otherStack();
    declare(other, users, OURS, "adopt: true");
    await other.up();
    declare(stack(), users, NEXT);
    simulator().ledger.clear();
    simulator().setLatency(50);
    const outputs = await Promise.all([stack().up(), other.refresh()]);
    expect(writes()).to.deep.equal(users.map(() => "setPassword 200"));
    expect(holders(users, NEXT)).to.deep.equal(users);
    expect(outputs[0]).not.to.include(CHANGED);

    // What the refresh came too early for, the next one tells.
    expect(changedOutside(await other.refresh())).to.deep.equal([...users].sort());
    expect(await stack().refresh()).not.to.include(CHANGED);
    expect(await other.preview("--expect-no-changes")).to.include(CHANGED);
    await stack().up("--expect-no-changes");
  });
});
