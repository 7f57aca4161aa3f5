import { expect } from "chai";
import type { Props } from "../../provider/lifecycle";
import { checkUserPasswordOptions } from "../../provider/lifecycle/check-user-password-options";
import { recipeFingerprint } from "../../provider/lifecycle/generated-value";
import { UNKNOWN } from "../../provider/lifecycle/unknown";
import { withFolder } from "../delivery/with-folder";
import { other, user } from "./check-inputs";

const value = "Secret-Word.42";
const deliverTo = { file: "alice.txt" };

function reasons(news: Props, olds: Props = {}): string[] {
  const failures = checkUserPasswordOptions(olds, { ...user, ...news });
  expect(failures.map(({ property }) => property)).to.deep.equal(failures.map(() => ""));
  return failures.map(({ reason }) => reason);
}

describe("checkUserPasswordOptions", () => {
  const NOBODY =
    'generate makes a password that nobody would have: say where it goes with deliverTo: { file: "alice.txt" } or { githubEnv: "ALICE_PASSWORD" }, or keep it in the state, encrypted, with exposeValue: true.';
  const RESET =
    'onExternalChange: "reset" would set the same value again, which PingOne refuses for the password history. Use it with generate (a new password) or bypassPolicy: true (past the policy).';
  const BOTH = "generate and value or valueFrom are both given: keep one of them.";
  const VERSION = "valueVersion has to be a number or a text.";
  const cases: readonly (readonly [news: Props, reasons: string[]])[] = [
    [
      { forceChange: "true", value },
      ["forceChange has to be true or false, got a text: write it without quotes."],
    ],
    [{ exposeValue: 1, generate: {}, deliverTo }, ["exposeValue has to be true or false, got a number."]],
    [{ adopt: "yes" }, ["adopt has to be true or false, got a text: write it without quotes."]],
    [{ policyCheck: "strict" }, ['policyCheck has to be one of "error", "warn", "off".']],
    [{ onExternalChange: "undo" }, ['onExternalChange has to be one of "warn", "reset", "ignore".']],
    [{ deletionPolicy: "remove" }, ['deletionPolicy has to be one of "keep", "unset", "forceChange".']],
    [{ valueVersion: "" }, [VERSION]],
    [{ valueVersion: true }, [VERSION]],
    [{ valueVersion: { a: 1 } }, [VERSION]],
    [{ value, deliverTo }, ["deliverTo is for a generated password: give generate, or leave it out."]],
    [
      { value, exposeValue: true },
      ["exposeValue is for a generated password: give generate, or leave it out."],
    ],
    [{ generate: {}, deliverTo, value }, [BOTH]],
    [{ generate: {}, deliverTo, valueFrom: { env: "A" } }, [BOTH]],
    [{ generate: {} }, [NOBODY]],
    [{ generate: {}, exposeValue: false }, [NOBODY]],
    [
      { generate: {}, deliverTo: { path: "alice.txt" } },
      ['deliverTo has to name one place: { file: "alice.txt" } or { githubEnv: "ALICE_PASSWORD" }.'],
    ],
    [
      { generate: {}, exposeValue: true, deliverTo: { file: "" } },
      ["deliverTo.file has to be the path of the file to write."],
    ],
    [{ generate: [1], deliverTo }, ["generate has to be an object, e.g. {} or { length: 20 }."]],
    [{ generate: { size: 12 }, deliverTo }, ['generate has no "size". It takes length and avoid.']],
    [{ value, onExternalChange: "reset" }, [RESET]],
    [{ value, onExternalChange: "reset", bypassPolicy: false }, [RESET]],
    [
      { adopt: true, generate: {}, deliverTo },
      ["adopt takes over the password that is there, and generate makes another: keep one of the two."],
    ],
    [
      { adopt: true, forceChange: true },
      [
        "adopt changes nothing at PingOne: leave forceChange out, and add it once the password is taken over.",
      ],
    ],
  ];
  for (const [news, expected] of cases) {
    it(`refuses ${JSON.stringify(news)}`, () => {
      expect(reasons(news)).to.deep.equal(expected);
    });
  }

  const fine: readonly Props[] = [
    {},
    { value },
    { value, valueVersion: 0 },
    { value, valueVersion: "2026-11" },
    { value, exposeValue: false },
    { generate: {}, deliverTo },
    { generate: { length: 20, avoid: "ambiguous" }, exposeValue: true },
    { generate: {}, deliverTo, exposeValue: true, onExternalChange: "reset" },
    { value, onExternalChange: "reset", bypassPolicy: true },
    { value, onExternalChange: "ignore", policyCheck: "off" },
    { adopt: true },
    { adopt: true, value },
    { adopt: false, generate: {}, deliverTo, forceChange: true },
    { generate: UNKNOWN, deliverTo: UNKNOWN },
    { generate: { length: UNKNOWN }, exposeValue: UNKNOWN },
    { generate: {}, deliverTo: { file: UNKNOWN } },
    { value, onExternalChange: "reset", bypassPolicy: UNKNOWN },
    { value, policyCheck: UNKNOWN, onExternalChange: UNKNOWN, valueVersion: UNKNOWN, adopt: UNKNOWN },
  ];
  for (const news of fine) {
    it(`takes ${JSON.stringify(news)}`, () => {
      expect(reasons(news)).to.deep.equal([]);
    });
  }

  it("forgets about adopt once the user's password is taken over", () => {
    const olds = { ...user, fingerprint: "adopted" };
    expect(reasons({ adopt: true, forceChange: true }, olds)).to.deep.equal([]);
    expect(reasons({ adopt: true, generate: {}, deliverTo }, olds)).to.deep.equal([]);
    expect(reasons({ adopt: true, forceChange: true }, { ...other, fingerprint: "adopted" })).to.have.length(
      1,
    );
  });
});

describe("checkUserPasswordOptions of a delivery", () => {
  const path = withFolder();
  const elsewhere = () => ({ generate: {}, deliverTo: { file: path("missing/alice.txt") } });
  const print = recipeFingerprint({});

  it("looks at the place while a password is still to be generated", () => {
    expect(reasons(elsewhere()).join()).to.contain("(ENOENT)");
    expect(reasons({ ...elsewhere(), valueVersion: UNKNOWN }).join()).to.contain("(ENOENT)");
    expect(reasons({ generate: {}, deliverTo: { file: path("alice.txt") } })).to.deep.equal([]);
  });

  it("does not ask a machine for the place where there is nothing to generate", () => {
    expect(reasons(elsewhere(), { ...user, fingerprint: print })).to.deep.equal([]);
    expect(
      reasons({ ...elsewhere(), valueVersion: 2 }, { ...user, fingerprint: `${print}!2` }),
    ).to.deep.equal([]);
    expect(reasons({ ...elsewhere(), valueVersion: UNKNOWN }, { ...user, fingerprint: print })).to.deep.equal(
      [],
    );
  });

  it("looks at the place again for another version, another recipe and another user", () => {
    const olds = { ...user, fingerprint: print };
    expect(reasons({ ...elsewhere(), valueVersion: 2 }, olds)).to.have.length(1);
    expect(reasons({ ...elsewhere(), generate: { length: 20 } }, olds)).to.have.length(1);
    expect(reasons(elsewhere(), { ...other, fingerprint: print })).to.have.length(1);
  });
});
