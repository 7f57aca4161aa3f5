import { inspect } from "node:util";
import { expect } from "chai";
import { PingOneError } from "../../provider/errors";
import { checkRecipe, generateFor, recipeFingerprint } from "../../provider/lifecycle/generated-value";
import type { RunReads } from "../../provider/lifecycle/run-reads";
import { UNKNOWN } from "../../provider/lifecycle/unknown";
import type { PasswordPolicy } from "../../provider/operations";
import { refusalOf } from "../errors/refusal-of";
import { laxReads } from "../helpers/session";
import { user } from "./check-inputs";

describe("checkRecipe", () => {
  const LENGTH = "generate.length has to be a whole number from 8 to 255.";
  const AVOID = 'generate.avoid takes "ambiguous" and nothing else.';
  const cases: readonly (readonly [generate: unknown, reasons: string[]])[] = [
    [undefined, []],
    [UNKNOWN, []],
    [{ length: UNKNOWN }, []],
    [{}, []],
    [{ length: 8 }, []],
    [{ length: 255, avoid: "ambiguous" }, []],
    [{ length: 7 }, [LENGTH]],
    [{ length: 256 }, [LENGTH]],
    [{ length: 12.5 }, [LENGTH]],
    [{ length: "20" }, [LENGTH]],
    [{ avoid: "similar" }, [AVOID]],
    [{ avoid: ["ambiguous"], length: 0 }, [LENGTH, AVOID]],
    [{ size: 20 }, ['generate has no "size". It takes length and avoid.']],
    [true, ["generate has to be an object, e.g. {} or { length: 20 }."]],
    [null, ["generate has to be an object, e.g. {} or { length: 20 }."]],
  ];
  for (const [generate, reasons] of cases) {
    it(`${reasons.length === 0 ? "takes" : "refuses"} ${inspect(generate)}`, () => {
      expect(checkRecipe(generate).map(({ reason }) => reason)).to.deep.equal(reasons);
    });
  }
});

describe("recipeFingerprint", () => {
  it("is one for one recipe, in whatever order it is written", () => {
    const recipe = recipeFingerprint({ length: 20, avoid: "ambiguous" });
    expect(recipe).to.match(/^generate\$[\w-]{12}$/);
    expect(recipeFingerprint({ avoid: "ambiguous", length: 20 })).to.equal(recipe);
    expect(recipeFingerprint({ length: undefined })).to.equal(recipeFingerprint({}));
  });

  it("is the same in every release, or an upgrade would set every generated password anew", () => {
    expect(recipeFingerprint({})).to.equal("generate$lcubT4TO_xMs");
  });

  it("is another for another recipe", () => {
    const recipes = [
      {},
      { length: 20 },
      { length: 21 },
      { avoid: "ambiguous" },
      { length: 20, avoid: "ambiguous" },
    ];
    expect(new Set(recipes.map(recipeFingerprint)).size).to.equal(recipes.length);
  });
});

describe("generateFor", () => {
  const readsOf = (passwordPolicy: PasswordPolicy): RunReads => ({
    ...laxReads,
    state: () => Promise.resolve({ status: "OK", passwordPolicy }),
  });

  it("makes one for the policy in force, another one every time", async () => {
    const reads = readsOf({ id: "p", length: { min: 30 }, minCharacters: { "0123456789": 12 } });
    const made = await generateFor(reads, user, {}, false);
    expect(made).to.have.length(30);
    expect(made.replace(/\D/g, "").length).to.be.at.least(12);
    expect(await generateFor(reads, user, {}, false)).not.to.equal(made);
  });

  it("keeps to the recipe", async () => {
    const made = await generateFor(laxReads, user, { length: 100, avoid: "ambiguous" }, false);
    expect(made).to.match(/^[^0O1lI5S8B2Z.,:]{100}$/);
  });

  it("makes one without any policy", async () => {
    const reads = {
      ...laxReads,
      state: () => Promise.resolve({ status: "OK" }),
      defaultPolicy: () => Promise.resolve(undefined),
    };
    expect(await generateFor(reads, user, {}, false)).to.have.length(24);
  });

  it("names the policy that leaves none to be found", async () => {
    const error = await refusalOf(
      PingOneError,
      generateFor(readsOf({ id: "p", name: "Long", length: { min: 12 } }), user, { length: 8 }, false),
    );
    expect(error.message).to.equal(
      'generate: no password of this recipe satisfies the policy "Long". Give another length, or leave length and avoid out.',
    );
  });
});
