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
    ["no username", { username: undefined }, "username is missing: give what the user signs on with."],
    ["an empty username", { username: " " }, "username has to be a text of 1 to 128 characters"],
    ["a username that is too long", { username: "a".repeat(129) }, "a text of 1 to 128 characters"],
    ["a username that is no text", { username: 5 }, "a text of 1 to 128 characters"],
    ["a line break in a username", { username: "al\nice" }, "username must not hold control characters"],
    ["an address that is none", { email: "alice" }, "email has to be a well-formed address"],
    ["an empty address", { email: "" }, "email has to be a well-formed address"],
    ["an address that is no text", { email: ["a@example.com"] }, "email has to be a well-formed address"],
    ["a name that is a text", { name: "Alice" }, "name has to be an object with given, family or both"],
    ["a part of a name nobody knows", { name: { middle: "M" } }, '"name.middle" is not an input of User'],
    ["an empty given name", { name: { given: "" } }, "name.given has to be a text that is not empty"],
    ["a family name that is no text", { name: { family: 5 } }, "name.family has to be a text"],
    ["a population by name", { population: "Staff" }, "population has to be a PingOne id"],
    ["enabled as a text", { enabled: "false" }, "enabled has to be true or false"],
    ["adopt as a text", { adopt: "yes" }, "adopt has to be true or false"],
    [
      "an input nobody knows",
      { mail: "a@example.com" },
      '"mail" is not an input of User. Its inputs are environmentId,',
    ],
  ];
  for (const [what, news, reason] of wrong) {
    it(`refuses ${what}`, async () => {
      const found = await reasons(news);
      expect(found).to.have.length(1);
      expect(found[0]).to.contain(reason);
    });
  }

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
