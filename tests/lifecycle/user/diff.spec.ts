import { expect } from "chai";
import type { Props } from "../../../provider/lifecycle";
import { UNKNOWN } from "../../../provider/lifecycle/unknown";
import { user } from "../../../provider/lifecycle/user";
import type { UserInputs, UserState } from "../../../provider/lifecycle/user-types";
import { offlineSession, recordReport } from "../../helpers/session";

const environmentId = "11111111-2222-4333-8444-555555555555";
const id = `${environmentId}/a11ce000-0000-4000-8000-000000000001`;
const account = { status: "OK", canAuthenticate: true };
const population = "bbbbbbbb-0000-4000-8000-000000000001";
const all = {
  username: "alice",
  email: "alice@example.com",
  name: { given: "Alice", family: "Archer" },
  population,
  enabled: true,
};

describe("User diff", () => {
  const diff = (olds: Props, news: Props, report = recordReport()) =>
    user(offlineSession()).diff(
      id,
      { account, ...olds } as unknown as UserState,
      { environmentId, owner: "pulumi:p/s/alice", ...news } as unknown as UserInputs,
      report,
    );
  const none = { changes: false, replaces: [] };
  const update = { changes: true, replaces: [] };

  it("finds none where all is as declared, whatever the account is", async () => {
    expect(await diff(all, all)).to.deep.equal(none);
    expect(await diff({ ...all, account: { status: "LOCKED", canAuthenticate: false } }, all)).to.deep.equal(
      none,
    );
  });

  const changes: readonly (readonly [what: string, change: Props])[] = [
    ["username", { username: "Alice" }],
    ["email", { email: "alina@example.com" }],
    ["given name", { name: { given: "Alina", family: "Archer" } }],
    ["family name", { name: { given: "Alice", family: "Baker" } }],
    ["population", { population: "bbbbbbbb-0000-4000-8000-000000000002" }],
    ["enabled", { enabled: false }],
  ];
  for (const [what, change] of changes) {
    it(`updates for another ${what}, and replaces nothing`, async () => {
      expect(await diff(all, { ...all, ...change })).to.deep.equal(update);
      expect(await diff({ ...all, ...change }, all)).to.deep.equal(update);
    });
  }

  it("replaces for another environment", async () => {
    const news = { ...all, environmentId: "22222222-2222-4333-8444-555555555555" };
    expect(await diff(all, news)).to.deep.equal({ changes: true, replaces: ["environmentId"] });
  });

  it("takes an environment that is not known yet for the same one", async () => {
    expect(await diff(all, { ...all, environmentId: UNKNOWN })).to.deep.equal(none);
  });

  it("announces an update for what is not known yet", async () => {
    const report = recordReport();
    expect(await diff(all, { ...all, email: UNKNOWN }, report)).to.deep.equal(update);
    expect(await diff(all, { ...all, name: UNKNOWN }, report)).to.deep.equal(update);
    expect(await diff(all, { ...all, name: { given: "Alice", family: UNKNOWN } }, report)).to.deep.equal(
      update,
    );
    expect(report.infos).to.deep.equal([]);
  });

  it("says of what is no longer declared that it stays", async () => {
    const report = recordReport();
    const { username, name } = all;
    expect(await diff(all, { username, name: { family: name.family } }, report)).to.deep.equal(update);
    expect(report.infos).to.deep.equal([
      "No longer managed, and left as at PingOne: email, name.given, population, enabled.",
    ]);
  });

  it("says nothing for adopt and the mark", async () => {
    expect(await diff(all, { ...all, adopt: true, owner: "pulumi:other" })).to.deep.equal(none);
    expect(await diff({ ...all, adopted: true }, all)).to.deep.equal(none);
  });
});
