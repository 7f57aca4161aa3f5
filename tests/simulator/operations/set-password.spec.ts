import { expect } from "chai";
import { unsatisfied, useBench } from "../bench";

const GOOD = "Another-Word.43";

describe("setPassword", () => {
  const bench = useBench();
  const createUser = () => bench.simulator.createUser({ username: "alice", password: "Secret-Word.42" });
  const set = (userId: string, body: unknown) => bench.password(userId, "PUT", "set+json", body);

  it("stores the value and answers the state", async () => {
    const userId = createUser();
    const { status, body } = await set(userId, { value: GOOD });
    expect(status).to.equal(200);
    expect(body).to.include({ status: "OK" });
    expect(bench.simulator.verifyPassword(userId, GOOD)).to.equal(true);
    expect(bench.simulator.verifyPassword(userId, "Secret-Word.42")).to.equal(false);
  });

  it("moves lastChangedAt, also twice within a millisecond", async () => {
    const userId = createUser();
    const times = [bench.simulator.readUser(userId)?.password.lastChangedAt];
    for (const value of [GOOD, "Third-Word.44"]) {
      await set(userId, { value });
      times.push(bench.simulator.readUser(userId)?.password.lastChangedAt);
    }
    expect(new Set(times).size).to.equal(3);
    expect([...times].sort()).to.deep.equal(times);
  });

  it("takes forceChange as a boolean and as a text", async () => {
    const userId = createUser();
    expect((await set(userId, { value: GOOD, forceChange: true })).body).to.include({
      status: "MUST_CHANGE_PASSWORD",
    });
    expect((await set(userId, { value: "Third-Word.44", forceChange: "false" })).body).to.include({
      status: "OK",
    });
  });

  it("refuses a forceChange that is no boolean", async () => {
    const { status, body } = await set(createUser(), { value: GOOD, forceChange: "perhaps" });
    expect(status).to.equal(400);
    expect(body).to.have.nested.property("details[0].target", "forceChange");
  });

  it("names every rule a value breaks, in the recorded words", async () => {
    const userId = createUser();
    const { status, body } = await set(userId, { value: "aaa" });
    expect(status).to.equal(400);
    expect(body).to.deep.include({
      code: "INVALID_DATA",
      message: "The request could not be completed. One or more validation errors were in the request.",
    });
    expect(body).to.have.nested.property("details[0].code", "INVALID_VALUE");
    expect(body).to.have.nested.property("details[0].target", "password");
    expect(body).to.have.nested.property(
      "details[0].message",
      "User password did not satisfy password policy requirements",
    );
    expect(body).to.have.deep.nested.property("details[0].innerError", {
      unsatisfiedRequirements: [
        "minCharacters",
        "minCharacters",
        "minCharacters",
        "length",
        "maxRepeatedCharacters",
        "minUniqueCharacters",
      ],
      minCharacters:
        "The provided password did not contain enough characters from the character set " +
        "'ZYXWVUTSRQPONMLKJIHGFEDCBA'.  The minimum number of characters from that set that must be present in " +
        "user passwords is 1",
      length: "The provided password is shorter than the minimum required length of 8 characters",
      maxRepeatedCharacters:
        "The provided password is not acceptable because it contains a character repeated more than 2 times in a row",
      minUniqueCharacters:
        "The provided password does not contain enough unique characters.  " +
        "The minimum number of unique characters that may appear in a user password is 5",
    });
    expect(bench.simulator.verifyPassword(userId, "Secret-Word.42")).to.equal(true);
  });

  it("names the rules on sequences, complexity and profile too, in one answer", async () => {
    bench.simulator.createPasswordPolicy({
      name: "All",
      default: true,
      length: { min: 30 },
      minComplexity: 1_000_000,
      notSimilarToCurrent: true,
      excludesProfileData: true,
      alphabetSequenceRule: { maxLength: 2 },
      numberSequenceRule: { maxLength: 2 },
      qwertySequenceRule: { maxLength: 3 },
      shiftedNumberRowSequenceRule: { maxLength: 3 },
    });
    const value = "abc123qwer!@#$";
    const userId = bench.simulator.createUser({ username: value, password: value });
    const reply = await set(userId, { value });
    const unmet = [
      "length",
      "excludesProfileData",
      "alphabetSequenceRule",
      "numberSequenceRule",
      "qwertySequenceRule",
      "shiftedNumberRowSequenceRule",
      "history",
    ];
    expect(unsatisfied(reply)).to.deep.equal(unmet);
    expect(reply.body)
      .to.have.nested.property("details[0].innerError")
      .that.has.keys("unsatisfiedRequirements", ...unmet);
    expect(JSON.stringify(reply.body)).not.to.contain(value);
    expect(unsatisfied(await set(userId, { value: "a" }))).to.deep.equal(["length", "minComplexity"]);
  });

  it("does not ask an administrator for a password of another look or a certain age", async () => {
    const userId = createUser();
    for (const value of ["Secret-Word.43", "Secret-Word.44"]) {
      expect((await set(userId, { value })).status).to.equal(200);
    }
  });

  it("refuses the current password, whatever the policy says", async () => {
    bench.simulator.createPasswordPolicy({ name: "Lax", default: true });
    const userId = createUser();
    expect(unsatisfied(await set(userId, { value: "Secret-Word.42" }))).to.deep.equal(["history"]);
  });

  it("checks no policy with bypassPolicy", async () => {
    const userId = createUser();
    expect((await set(userId, { value: "a", bypassPolicy: true })).status).to.equal(200);
    expect((await set(userId, { value: "a", bypassPolicy: "true" })).status).to.equal(200);
  });

  it("ends a lockout and leaves the account's lock", async () => {
    const { simulator } = bench;
    const userId = simulator.createUser({
      username: "bob",
      password: "x",
      locked: true,
      accountLocked: true,
    });
    expect((await set(userId, { value: GOOD })).body).to.include({ status: "OK" });
    expect(simulator.readUser(userId)?.account.status).to.equal("LOCKED");
  });

  it("gives a password to a user who had none, and to a disabled one", async () => {
    const userId = bench.simulator.createUser({ username: "bob", enabled: false });
    expect((await set(userId, { value: GOOD })).body).to.include({ status: "OK" });
  });

  it("leaves the password to a gateway when the body configures one", async () => {
    const gateway = { id: "00000000-0000-4000-8000-000000000001", userType: { id: "x" } };
    const { body } = await set(createUser(), { value: GOOD, external: { gateway } });
    expect(body).to.include({ status: "EXTERNAL" });
  });

  it("refuses a user whose password a gateway keeps", async () => {
    const userId = bench.simulator.createUser({ username: "bob", external: true });
    const { status, body } = await set(userId, { value: GOOD });
    expect(status).to.equal(400);
    expect(body).to.include({ code: "REQUEST_FAILED" });
    expect(body).to.have.nested.property("details[0].code", "CONSTRAINT_VIOLATION");
  });

  it("requires a value", async () => {
    const userId = createUser();
    expect((await set(userId, {})).body).to.have.nested.property("details[0].code", "REQUIRED_VALUE");
    expect((await set(userId, { value: "" })).body).to.have.nested.property("details[0].code", "EMPTY_VALUE");
    expect((await set(userId, { value: 42 })).body).to.have.nested.property(
      "details[0].code",
      "INVALID_VALUE",
    );
  });

  it("answers 404 for an unknown user", async () => {
    const { status } = await set("00000000-0000-4000-8000-000000000000", { value: GOOD });
    expect(status).to.equal(404);
  });
});
