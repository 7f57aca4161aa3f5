import { expect } from "chai";
import { PingOneConfigError } from "../../../provider/errors";
import type { Props } from "../../../provider/lifecycle";
import { UNKNOWN } from "../../../provider/lifecycle/unknown";
import { user } from "../../../provider/lifecycle/user";
import { offlineSession, recordReport } from "../../helpers/session";

const environmentId = "11111111-2222-4333-8444-555555555555";
const owner = "pulumi:p/s/alice";

describe("User check", () => {
  const check = (news: Props, olds: Props = {}, session = offlineSession(), report = recordReport()) =>
    user(session).check(olds, { environmentId, username: "alice", owner, ...news }, report);
  const reasons = async (news: Props) => {
    const { failures } = await check(news);
    expect(failures.map(({ property }) => property).join("")).to.equal("");
    return failures.map(({ reason }) => reason);
  };

  it("keeps what is declared, and the mark", async () => {
    const news = {
      email: "alice@example.com",
      name: { given: "Alice" },
      population: environmentId,
      enabled: true,
      adopt: true,
    };
    expect(await check(news)).to.deep.equal({
      inputs: { environmentId, username: "alice", ...news, owner },
      failures: [],
    });
  });

  it("keeps nothing of what is the default, but what is managed", async () => {
    const { inputs } = await check({ adopt: false, enabled: false });
    expect(inputs).to.deep.equal({ environmentId, username: "alice", enabled: false, owner });
  });

  it("keeps the mark that the user was created with", async () => {
    const { inputs } = await check({}, { owner: "pulumi:p/s/old" });
    expect(inputs["owner"]).to.equal("pulumi:p/s/old");
  });

  const wrong: readonly (readonly [what: string, news: Props, reason: string])[] = [
    ["no environment", { environmentId: undefined }, "environmentId is missing: give the UUID"],
    ["an environment that is no id", { environmentId: "prod" }, "environmentId has to be a PingOne id"],
    ["an id that is no text", { environmentId: 7 }, "3a, got a number. Copy it"],
    ["no username", { username: undefined }, "username is missing: give what the user signs on with."],
    ["an empty username", { username: " " }, "username has to be a text of 1 to 128 characters"],
    ["a username that is too long", { username: "a".repeat(129) }, "a text of 1 to 128 characters"],
    ["a username that is no text", { username: 5 }, "characters, got a number: put it in quotes."],
    ["a line break in a username", { username: "al\nice" }, "username must not hold control characters"],
    ["an address that is none", { email: "alice" }, "email has to be a well-formed address"],
    ["an empty address", { email: "" }, "email has to be a well-formed address"],
    ["an address that is no text", { email: ["a@example.com"] }, "email has to be a text, got a list."],
    ["a name that is a text", { name: "Alice" }, "name has to be an object with given, family or both"],
    ["a part of a name nobody knows", { name: { middle: "M" } }, '"name.middle" is not an input of User'],
    ["an empty given name", { name: { given: "" } }, "name.given has to be a text that is not empty"],
    [
      "a family name that is no text",
      { name: { family: 5 } },
      "that is not empty, got a number: put it in quotes.",
    ],
    ["a population by name", { population: "Staff" }, "population has to be a PingOne id"],
    ["enabled as a text", { enabled: "false" }, "enabled has to be true or false"],
    ["adopt as a text", { adopt: "yes" }, "adopt has to be true or false"],
    [
      "an input nobody knows",
      { mail: "a@example.com" },
      '"mail" is not an input of User: did you mean email? Its inputs are environmentId,',
    ],
  ];
  for (const [what, news, reason] of wrong) {
    it(`refuses ${what}`, async () => {
      const found = await reasons(news);
      expect(found).to.have.length(1);
      expect(found[0]).to.contain(reason);
    });
  }

  describe("of what nobody sees in a username or an address", () => {
    const hidden = { username: "ali\u200Bce", email: "alice\u202E@example.com" };
    const says = [
      "username has a zero-width space (U+200B) as its character 4, which is never seen: take it out.",
      "email has an invisible character (U+202E) as its character 6, which is never seen: take it out.",
    ];
    const told = async (news: Props, olds: Props = {}) => {
      const report = recordReport();
      const { failures } = await check(news, olds, offlineSession(), report);
      return { refused: failures.map(({ reason }) => reason), warned: report.warnings };
    };
    const kept = says.map((text) => `${text} It is left as it is for a user whom PingOne has under it.`);

    it("refuses it for a user who is to be created, and white space at an end", async () => {
      expect(await told(hidden)).to.deep.equal({ refused: says, warned: [] });
      expect((await told({ username: "alice " })).refused).to.deep.equal([
        "username begins or ends with white space, which is never seen: take it away.",
      ]);
    });

    it("warns of it for one who is adopted, or is there and stays", async () => {
      expect(await told({ ...hidden, adopt: true })).to.deep.equal({ refused: [], warned: kept });
      expect(await told(hidden, { environmentId, ...hidden })).to.deep.equal({ refused: [], warned: kept });
    });

    it("refuses it where it is changed, or the user is created in another environment", async () => {
      const before = { environmentId, username: "alice", adopt: true };
      expect((await told({ ...hidden, adopt: true }, before)).refused).to.deep.equal(says);
      const elsewhere = { ...before, ...hidden, environmentId: "22222222-2222-4333-8444-555555555555" };
      expect((await told(hidden, elsewhere)).refused).to.deep.equal(says);
    });

    it("does not look at what is not known yet", async () => {
      expect(await told({ username: UNKNOWN, email: UNKNOWN })).to.deep.equal({ refused: [], warned: [] });
    });
  });

  it("tells all that is wrong at once, and repeats no value", async () => {
    const found = await reasons({ username: "al\tice", email: "secret", name: 5, enabled: 1 });
    expect(found).to.have.length(4);
    expect(found.join()).not.to.match(/secret|al\tice/);
  });

  it("checks nothing that is not known yet", async () => {
    for (const news of [
      { environmentId: UNKNOWN, username: UNKNOWN, email: UNKNOWN, name: UNKNOWN, population: UNKNOWN },
      { name: { given: UNKNOWN }, enabled: UNKNOWN, adopt: UNKNOWN },
    ]) {
      expect(await reasons(news)).to.deep.equal([]);
    }
  });

  it("says what is missing of the connection", async () => {
    const checkConnection = () => {
      throw new PingOneConfigError("not configured");
    };
    const { failures } = await check({}, {}, offlineSession({ checkConnection }));
    expect(failures).to.deep.equal([{ property: "", reason: "not configured" }]);
  });

  it("refuses a second resource for a username, in whatever case", async () => {
    const session = offlineSession();
    const declare = async (news: Props, resource: string) =>
      (await check(news, {}, session, recordReport(resource))).failures.map(({ reason }) => reason);
    expect(await declare({}, "first")).to.deep.equal([]);
    expect(await declare({}, "first")).to.deep.equal([]);
    expect(await declare({ username: "Alice" }, "second")).to.deep.equal([
      "this username is declared by another User already (first): keep one of the two.",
    ]);
    expect(await declare({ username: "bob" }, "second")).to.deep.equal([]);
    expect(await declare({ environmentId: "22222222-2222-4333-8444-555555555555" }, "second")).to.deep.equal(
      [],
    );
    expect(await declare({ environmentId: UNKNOWN }, "second")).to.deep.equal([]);
  });
});
