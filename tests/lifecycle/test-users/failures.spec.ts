import { expect } from "chai";
import { PingOneError, PingOneNetworkError } from "../../../provider/errors";
import { WITHOUT_SECRETS } from "../../../provider/preview-flag";
import type { Send } from "../../../provider/transport";
import type { Simulator } from "../../../simulator";
import { refusalOf } from "../../errors/refusal-of";
import { recordReport, transportTo } from "../../helpers/session";
import { withSimulator } from "../../helpers/with-simulator";
import { breakAfter } from "../user-password/break-after";
import { accountsOf, failUsers, idOf, password, type Rows, takeCalls, upUsers, usersAt } from "./up-users";

/** On PingOne's own list, which no check here knows. */
const COMMON = "P@ssw0rd";

/** Users who need one call each. */
function many(count: number, from = 0): Rows {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`user-${from + index}`, {}]));
}

withSimulator("TestUsers, where PingOne does not take everything", (simulator) => {
  const rows = { alice: { value: password(1) }, bob: { value: COMMON }, carol: { value: password(3) } };

  it("keeps what it took, lists what it refused, and the next up does the rest and only that", async () => {
    const { message, stored } = await failUsers(simulator, rows);
    expect(message)
      .to.match(/^PingOne did not take 1 user:\n {2}"bob": createUser failed: 400 .*excludesCommonlyUsed/)
      .and.to.match(/\nWhat PingOne took is kept; the next run does the rest\.$/);
    expect(Object.keys(stored.outs.accounts)).to.deep.equal(["alice", "carol"]);
    takeCalls(simulator);
    const next = { ...rows, bob: { value: password(2) } };
    const after = await upUsers(simulator, next, {}, { before: stored });
    expect(takeCalls(simulator)).to.include({ createUser: 1 }).and.not.to.have.any.keys("setPassword");
    expect(await upUsers(simulator, next, {}, { before: after })).to.equal(after);
  });

  it("keeps nothing where nothing was taken", async () => {
    const error = await refusalOf(PingOneError, upUsers(simulator, { bob: rows.bob }));
    expect(error.name).to.equal("PingOneError");
  });

  it("keeps the old password's mark until the new one is set", async () => {
    const before = await upUsers(simulator, { ...rows, bob: { value: password(2) } });
    const { stored } = await failUsers(simulator, rows, {}, { before });
    expect(stored.outs).to.deep.equal(before.outs);
    takeCalls(simulator);
    await upUsers(simulator, { ...rows, bob: { value: password(4) } }, {}, { before: stored });
    expect(takeCalls(simulator)).to.include({ setPassword: 1 });
    expect(simulator.verifyPassword(idOf(before, "bob"), password(4))).to.equal(true);
    // Back to what was declared, and set, at first: nothing was set in between.
    expect(
      await upUsers(simulator, { ...rows, bob: { value: password(2) } }, {}, { before: stored }),
    ).to.deep.include({ outs: before.outs });
  });

  it("keeps each step of a user that worked", async () => {
    const before = await upUsers(simulator, { alice: { value: password(1) } });
    const next = { alice: { email: "a@example.com", enabled: false, value: password(2) } };
    simulator.failNext("setPassword", {
      status: 400,
      body: { id: "1", code: "INVALID_DATA", message: "no" },
    });
    const { stored } = await failUsers(simulator, next, {}, { before });
    takeCalls(simulator);
    await upUsers(simulator, next, {}, { before: stored });
    expect(takeCalls(simulator)).to.include({ setPassword: 1 }).and.not.to.have.any.keys("updateUser");
  });

  it("keeps the spelling that PingOne has while it refuses another", async () => {
    const before = await upUsers(simulator, { alice: { value: password(1) } });
    simulator.failNext("updateUser", { status: 400, body: { id: "1", code: "INVALID_DATA", message: "no" } });
    const { stored } = await failUsers(simulator, { ALICE: { value: password(1) } }, {}, { before });
    expect(stored.outs).to.deep.equal(before.outs);
  });

  it("keeps who is not removed", async () => {
    const before = await upUsers(simulator, rowsOf("alice", "bob", "carol"));
    simulator.failNext("deleteUser", { status: 400, body: { id: "1", code: "INVALID_DATA", message: "no" } });
    const { message, stored } = await failUsers(simulator, rowsOf("carol"), {}, { before });
    expect(message).to.contain("PingOne did not take 1 user:");
    expect(Object.keys(stored.outs.accounts)).to.have.length(2);
    takeCalls(simulator);
    await upUsers(simulator, rowsOf("carol"), {}, { before: stored });
    expect(takeCalls(simulator)).to.deep.equal({ deleteUser: 1 });
  });

  it("says what to do about a user who was deleted outside", async () => {
    const before = await upUsers(simulator, rowsOf("alice"));
    await upUsers(simulator, {}, {}, { before });
    const { message } = await failUsers(simulator, { alice: { email: "a@example.com" } }, {}, { before });
    expect(message).to.contain("Who was deleted outside this stack is created again by pulumi up --refresh.");
  });

  it("names fifty and counts the others", async () => {
    simulator.failNext(
      "createUser",
      { status: 400, body: { id: "1", code: "INVALID_DATA", message: "no" } },
      60,
    );
    const error = await refusalOf(PingOneError, upUsers(simulator, many(60)));
    expect(error.message).to.contain("PingOne did not take 60 users:").and.to.contain("\n  and 10 more\n");
    expect(error.message.split("\n")).to.have.length(53);
  });

  it("writes nothing under the flag for previews", async () => {
    process.env[WITHOUT_SECRETS] = "1";
    try {
      await refusalOf(PingOneError, upUsers(simulator, rowsOf("alice")));
    } finally {
      Reflect.deleteProperty(process.env, WITHOUT_SECRETS);
    }
    expect(takeCalls(simulator)).to.deep.equal({});
  });
});

withSimulator("TestUsers, without a clear answer", (simulator) => {
  it("finds that the user was created, once, and recognises the password", async () => {
    simulator.failNext("createUser", { drop: "after" }, 2);
    const stored = await upUsers(simulator, {
      alice: { value: password(1) },
      bob: { value: password(2), forceChange: true },
      carol: { value: password(3) },
    });
    expect(takeCalls(simulator)).to.include({ createUser: 3, setPassword: 2, checkPassword: 2 });
    expect((await usersAt(simulator)).map(({ username }) => username).sort()).to.deep.equal([
      "alice",
      "bob",
      "carol",
    ]);
    expect(simulator.verifyPassword(idOf(stored, "alice"), password(1))).to.equal(true);
    expect(accountsOf(stored)["bob"]).to.include({ status: "MUST_CHANGE_PASSWORD" });
  });

  it("lists a password of which it is not known whether it was set, and the next up recognises it", async () => {
    const before = await upUsers(simulator, { bob: {}, alice: { value: password(1) } });
    const lost = new PingOneNetworkError("lost", true);
    const send = breakAfter(transportTo(simulator), { setPassword: lost, readPasswordState: lost });
    const rows = { bob: { email: "bob@example.com" }, alice: { value: password(2) } };
    const { message, stored } = await failUsers(simulator, rows, {}, { before, send });
    expect(message).to.contain("Whether PingOne took the password is not known");
    takeCalls(simulator);
    await upUsers(simulator, rows, {}, { before: stored });
    expect(takeCalls(simulator)).to.include({ setPassword: 1, checkPassword: 1 });
  });

  it("goes on after single users of whom no answer arrives", async () => {
    const real = transportTo(simulator);
    const send: Send = (operation, params) =>
      operation.name === "createUser" && /"user-[02468]"/.test(JSON.stringify(params))
        ? Promise.reject(new PingOneNetworkError("lost", true))
        : real(operation, params);
    const { message, stored } = await failUsers(simulator, many(20), {}, { send });
    expect(message).to.contain("PingOne did not take 5 users:");
    expect(Object.keys(stored.outs.accounts)).to.have.length(15);
  });

  it("takes all of a run whose rate is refused again and again", async () => {
    simulator.failNext("createUser", { status: 429, headers: { "retry-after": "0" } }, 40);
    const report = recordReport();
    const stored = await upUsers(simulator, many(30), {}, { report });
    expect(Object.keys(stored.outs.accounts)).to.have.length(30);
    expect(takeCalls(simulator)).to.include({ createUser: 70 });
    expect(report.warnings).to.deep.equal([]);
  });
});

withSimulator("TestUsers, where all calls would come to the same", (simulator) => {
  const refused: readonly (readonly [what: string, status: number, text: string])[] = [
    ["the token is refused", 401, "does not accept the access token"],
    ["rights are missing", 403, "createUser failed: 403"],
  ];
  for (const [what, status, text] of refused) {
    it(`ends a run early where ${what}, and says so once`, async () => {
      simulator.failNext("createUser", { status }, 1000);
      const { message } = await refusalOf(PingOneError, upUsers(simulator, many(300)));
      expect(message.split(text)).to.have.length(2);
      expect(message).to.contain("That ended the run: 300 users not done for it.");
      expect(takeCalls(simulator)["createUser"]).to.be.at.most(5);
    });

    it(`keeps what was done before ${what}`, async () => {
      const send = failingFrom(simulator, 11, () => simulator.failNext("createUser", { status }, 1000));
      const { message, stored } = await failUsers(simulator, many(400), {}, { send });
      const done = Object.keys(stored.outs.accounts).length;
      expect(done).to.be.within(1, 300);
      expect(message.split(text)).to.have.length(2);
      expect(message).to.contain(`That ended the run: ${400 - done} users not done for it.`);
      simulator.reset();
    });
  }

  it("ends a run early where nobody is there, and says so once", async () => {
    let calls = 0;
    const real = transportTo(simulator);
    const send: Send = (operation, params) => {
      calls += operation.name === "createUser" ? 1 : 0;
      return calls > 10
        ? Promise.reject(new PingOneNetworkError("nobody listens", false))
        : real(operation, params);
    };
    const { message, stored } = await failUsers(simulator, many(400), {}, { send });
    expect(message.split("nobody listens")).to.have.length(2);
    expect(Object.keys(stored.outs.accounts)).to.have.length(10);
    expect(calls).to.be.below(300);
  });

  it("waits for no further time-outs where no call is answered", async () => {
    let calls = 0;
    const real = transportTo(simulator);
    const send: Send = (operation, params) => {
      if (operation.name === "listUsers" && calls === 0) {
        return real(operation, params);
      }
      calls += 1;
      return Promise.reject(new PingOneNetworkError("no answer", true));
    };
    const { message } = await refusalOf(PingOneError, upUsers(simulator, many(400), {}, { send }));
    expect(calls).to.equal(2);
    expect(message).to.contain("That ended the run: 400 users not done for it.");
  });

  it("tells what was refused before the end beside it", async () => {
    simulator.failNext("createUser", { status: 400, body: { id: "1", code: "INVALID_DATA", message: "no" } });
    const send = failingFrom(simulator, 2, () => simulator.failNext("createUser", { status: 403 }, 1000));
    const { message } = await refusalOf(PingOneError, upUsers(simulator, many(5), {}, { send }));
    expect(message)
      .to.contain('PingOne did not take 1 user:\n  "user-0": createUser failed: 400')
      .and.to.contain("That ended the run: 4 users not done for it.");
  });
});

/** Lets something happen right before the nth user is created. */
function failingFrom(simulator: Simulator, nth: number, fail: () => void): Send {
  const real = transportTo(simulator);
  let created = 0;
  return (operation, params) => {
    created += operation.name === "createUser" ? 1 : 0;
    if (operation.name === "createUser" && created === nth) {
      fail();
    }
    return real(operation, params);
  };
}

function rowsOf(...usernames: readonly string[]): Rows {
  return Object.fromEntries(usernames.map((username) => [username, {}]));
}
