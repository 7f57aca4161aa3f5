import { expect } from "chai";
import type { Props } from "../../provider/lifecycle";
import { fingerprint } from "../../provider/lifecycle/fingerprint";
import { recipeFingerprint } from "../../provider/lifecycle/generated-value";
import { printOf } from "../../provider/lifecycle/password-print";
import type { DeclaredSecret } from "../../provider/lifecycle/declared-secret";
import { UNKNOWN } from "../../provider/lifecycle/unknown";
import { offlineSession } from "../helpers/session";
import { other, user, value } from "./check-inputs";

const declared: DeclaredSecret = { kind: "value", value };
const absent: DeclaredSecret = { kind: "absent" };
const withheld: DeclaredSecret = { kind: "withheld", where: "valueFrom.env: the environment variable P" };
const unknownUser = { ...user, userId: UNKNOWN };

describe("printOf", () => {
  const session = offlineSession();
  const print = (secret: DeclaredSecret, olds: Props = {}, news: Props = {}, ref = user) =>
    printOf(session, ref, secret, olds, { ...ref, ...news });
  let made: string;
  before(async () => {
    made = await fingerprint(value, user);
  });
  beforeEach(() => {
    session.values.clear();
  });

  it("is the value's, new for a new resource, and keeps the value for this process", async () => {
    expect(await print(declared)).to.deep.equal({ fingerprint: made, isNew: true });
    expect([...session.values]).to.deep.equal([[made, value]]);
  });

  it("is not new for the same value of the same user", async () => {
    const olds = { ...user, fingerprint: made };
    expect(await print(declared, olds)).to.deep.equal({ fingerprint: made, isNew: false });
    expect((await print(declared, olds, {}, other)).isNew).to.equal(true);
  });

  it("is another with every valueVersion, a number or a text", async () => {
    const olds = { ...user, fingerprint: `${made}!1` };
    expect(await print(declared, olds, { valueVersion: 1 })).to.deep.equal({
      fingerprint: `${made}!1`,
      isNew: false,
    });
    expect(await print(declared, olds, { valueVersion: "2026" })).to.deep.equal({
      fingerprint: `${made}!2026`,
      isNew: true,
    });
    expect(await print(declared, olds)).to.deep.equal({ fingerprint: made, isNew: true });
    expect(session.values.get(`${made}!2026`)).to.equal(value);
  });

  it("is not known while the user, or the version, is not", async () => {
    expect(await print(declared, {}, {}, unknownUser)).to.deep.equal({ fingerprint: UNKNOWN, isNew: true });
    const olds = { ...user, fingerprint: made };
    expect(await print(declared, olds, { valueVersion: UNKNOWN })).to.deep.equal({
      fingerprint: UNKNOWN,
      isNew: true,
    });
    expect(session.values.size).to.equal(0);
  });

  it("is no news while the user is not known and the value is what he had", async () => {
    const olds = { ...user, fingerprint: `${made}!2` };
    expect(await print(declared, olds, { valueVersion: 2 }, unknownUser)).to.deep.equal({
      fingerprint: UNKNOWN,
      isNew: false,
    });
    expect((await print(declared, olds, { valueVersion: 3 }, unknownUser)).isNew).to.equal(true);
    const changed: DeclaredSecret = { kind: "value", value: "Other-Word.43" };
    expect((await print(changed, olds, { valueVersion: 2 }, unknownUser)).isNew).to.equal(true);
  });

  it("is the recipe's for a generated password, and the recipe's alone", async () => {
    const recipe = recipeFingerprint({ length: 20 });
    const news = { generate: { length: 20 } };
    expect(await print(absent, {}, news)).to.deep.equal({ fingerprint: recipe, isNew: true });
    const olds = { ...user, fingerprint: recipe };
    expect(await print(absent, olds, news)).to.deep.equal({ fingerprint: recipe, isNew: false });
    expect(await print(absent, olds, { generate: { length: 21 } })).to.include({ isNew: true });
    expect(await print(absent, olds, { ...news, valueVersion: 2 })).to.deep.equal({
      fingerprint: `${recipe}!2`,
      isNew: true,
    });
    expect((await print(absent, olds, news, other)).isNew).to.equal(true);
    expect(await print(absent, olds, news, unknownUser)).to.deep.equal({
      fingerprint: UNKNOWN,
      isNew: false,
    });
    expect(await print(absent, olds, { generate: { length: UNKNOWN } })).to.deep.equal({
      fingerprint: UNKNOWN,
      isNew: true,
    });
    expect(session.values.size).to.equal(0);
  });

  it("stands for a value that is withheld, where there is no other", async () => {
    expect(await print(withheld)).to.deep.equal({ fingerprint: "withheld", isNew: true });
    expect(await print(withheld, { ...user, fingerprint: made })).to.deep.equal({
      fingerprint: made,
      isNew: false,
    });
    expect(await print(withheld, { ...other, fingerprint: made })).to.deep.equal({
      fingerprint: "withheld",
      isNew: true,
    });
  });

  it("stands for a password that is taken over, once for a user", async () => {
    const news = { adopt: true };
    expect(await print(absent, {}, news)).to.deep.equal({ fingerprint: "adopted", isNew: true });
    const olds = { ...user, fingerprint: "adopted" };
    expect(await print(absent, olds, news)).to.deep.equal({ fingerprint: "adopted", isNew: false });
    expect(await print(absent, { ...olds, fingerprint: made }, news)).to.deep.equal({
      fingerprint: made,
      isNew: false,
    });
    expect(await print(absent, olds, news, other)).to.deep.equal({ fingerprint: "adopted", isNew: true });
    expect(await print(declared, {}, news)).to.deep.equal({ fingerprint: made, isNew: true });
    expect(await print(declared, olds, news)).to.deep.equal({ fingerprint: made, isNew: true });
  });

  it("stays the old one without a value, and is missing for another user", async () => {
    const olds = { ...user, fingerprint: made };
    expect(await print(absent, olds)).to.deep.equal({ fingerprint: made, isNew: false });
    expect(await print(absent, olds, {}, unknownUser)).to.deep.equal({ fingerprint: made, isNew: false });
    expect(await print(absent, olds, {}, other)).to.deep.equal({ fingerprint: undefined, isNew: false });
    expect(await print(absent)).to.deep.equal({ fingerprint: undefined, isNew: false });
  });

  it("is not known while the value is not", async () => {
    const olds = { ...user, fingerprint: made };
    expect(await print({ kind: "unknown" }, olds)).to.deep.equal({ fingerprint: UNKNOWN, isNew: true });
  });

  it("never holds the value", async () => {
    for (const news of [{}, { valueVersion: 2 }, { adopt: true }]) {
      expect((await print(declared, {}, news)).fingerprint).not.to.contain(value);
    }
  });
});
