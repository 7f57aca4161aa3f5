import { expect } from "chai";
import { PingOneError } from "../../provider/errors";
import { userPassword } from "../../provider/lifecycle/user-password";
import { operations } from "../../provider/operations";
import { createSession, laxReads, transportTo } from "../helpers/session";
import { takeCalls } from "../helpers/take-calls";
import { addUser, withSimulator } from "../helpers/with-simulator";
import { carried, refresh } from "../lifecycle/bring-up";
import { type StoredPassword, upPassword } from "../lifecycle/user-password/up-password";
import { password } from "../lifecycle/test-users/up-users";

const USERS = 500;

withSimulator("500 creates at once", (simulator) => {
  const { createUser } = operations;
  const create = (send: ReturnType<typeof transportTo>) => (_none: unknown, index: number) =>
    send(createUser, {
      environmentId: simulator.environmentId,
      username: `user-${index}`,
      password: { value: password(index) },
    });

  for (const times of [1, 2]) {
    it(`take one new token for each expiry: ${times}`, async function () {
      this.timeout(30_000);
      // No answer is lost, so that the calls can be counted; each expiry comes when some have been answered and most are waiting.
      const send = transportTo(simulator, { maxConcurrency: 16 });
      let expiries = 0;
      const created = await Promise.all(
        Array.from({ length: USERS }, async (none, index) => {
          const user = await create(send)(none, index);
          if (index % 200 === 100 && expiries < times) {
            expiries += 1;
            simulator.expireTokens();
          }
          return user.id;
        }),
      );
      expect(new Set(created).size).to.equal(USERS);
      const made = takeCalls(simulator);
      expect(made["createUser 201"]).to.equal(USERS);
      expect(made["issueToken 200"]).to.equal(1 + times);
      // Those that were on their way with the old one.
      expect(made["createUser 401"] ?? 0).to.be.within(1, 16 * times);
    });
  }

  it("take one new token when the clock says that the old one is at its end", async function () {
    this.timeout(30_000);
    let now = Date.now();
    const send = transportTo(simulator, { now: () => now });
    await Promise.all(
      Array.from({ length: USERS }, async (none, index) => {
        await create(send)(none, index);
        if (index === 250) {
          now += 3_550_000;
        }
      }),
    );
    expect(takeCalls(simulator)).to.deep.equal({ "issueToken 200": 2, "createUser 201": USERS });
  });

  it("fail with one typed error each, after one sign-on's repeats, when there is no new token", async () => {
    const send = transportTo(simulator);
    await send(operations.listUsers, { environmentId: simulator.environmentId });
    simulator.expireTokens();
    simulator.failNext("issueToken", { status: 401, body: { error: "invalid_client" } }, 1_000_000);
    simulator.ledger.clear();
    const outcomes = await Promise.allSettled(Array.from({ length: USERS }, create(send)));
    expect(outcomes.every((one) => one.status === "rejected" && one.reason instanceof PingOneError)).to.equal(
      true,
    );
    const { "createUser 201": created = 0 } = takeCalls(simulator);
    expect(created).to.equal(0);
  });
});

withSimulator("two stacks on one user", (simulator) => {
  const values = ["Kettle-drum!17", "Barrel-organ?29"] as const;

  it("each end in a state or in a typed error, and the one that is overtaken sees it", async function () {
    this.timeout(30_000);
    for (let round = 0; round < 20; round += 1) {
      const user = addUser(simulator, { username: `user-${round}` });
      const outcomes = await Promise.allSettled(
        values.map((value) => upPassword(simulator, { ...user, value })),
      );
      outcomes.forEach((outcome) => {
        if (outcome.status === "rejected") {
          expect(outcome.reason).to.be.instanceOf(PingOneError);
        }
      });
      const held = values.filter((value) => simulator.verifyPassword(user.userId, value));
      expect(held).to.have.length(1);
      const winner = values.indexOf(held[0] ?? values[0]);
      const [won, lost] = [outcomes[winner], outcomes[1 - winner]];
      expect(won?.status).to.equal("fulfilled");
      if (lost?.status === "fulfilled") {
        expect(await isChangedOutside(lost.value)).to.equal(wasOvertaken(lost.value, won));
      }
    }
  });

  it("find a set of the other's while their own is kept", async () => {
    const user = addUser(simulator);
    const first = await upPassword(simulator, { ...user, value: values[0] });
    simulator.advance(5_000);
    const second = await upPassword(simulator, { ...user, value: values[1] });
    expect(await isChangedOutside(first)).to.equal(true);
    expect(await isChangedOutside(second)).to.equal(false);
  });

  it("may refresh while the other one sets", async function () {
    this.timeout(30_000);
    const user = addUser(simulator);
    let mine = await upPassword(simulator, { ...user, value: password(0) });
    for (let round = 1; round <= 20; round += 1) {
      simulator.advance(1_000);
      const before = mine;
      const [set, seen] = await Promise.all([
        upPassword(simulator, { ...user, value: password(round) }, { before }),
        refreshed(before),
      ]);
      const times = [before.outs.lastChangedAt, set.outs.lastChangedAt];
      expect(times).to.include(seen?.outs.lastChangedAt);
      mine = set;
    }
    expect(simulator.verifyPassword(user.userId, password(20))).to.equal(true);
    expect(await isChangedOutside(mine)).to.equal(false);
  });

  function refreshed(stored: StoredPassword) {
    return refresh(userPassword(createSession(simulator, { reads: laxReads })), carried(stored));
  }

  async function isChangedOutside(stored: StoredPassword): Promise<boolean> {
    return (await refreshed(stored))?.outs.externallyChanged === true;
  }

  /** Two sets within one tick of the server's clock cannot be told apart by it. */
  function wasOvertaken(
    lost: StoredPassword,
    won: PromiseSettledResult<StoredPassword> | undefined,
  ): boolean {
    return won?.status === "fulfilled" && won.value.outs.lastChangedAt !== lost.outs.lastChangedAt;
  }
});
