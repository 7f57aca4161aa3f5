import { expect } from "chai";
import { completeLimits, type Limits, readLimits } from "../../provider/config";
import { limitNames, limitSettings } from "../../provider/config/settings";
import { EXPLICIT_PROVIDER_KEY } from "../../provider/config/source";
import { PingOneConfigError } from "../../provider/errors";

type Texts = Readonly<Record<string, string>>;

const read = (config: Texts, env: Texts) => readLimits((key) => config[key], env);

function refusal(attempt: () => Limits): string {
  try {
    attempt();
  } catch (error) {
    if (error instanceof PingOneConfigError) {
      return error.message;
    }
    throw error;
  }
  return expect.fail("a refusal was expected");
}

const CONCURRENCY =
  "has to be a whole number of at least 1: requests in flight at once (16 when it is not set)";
const RATE =
  "has to be a number above 0, such as 50: requests per second (no limit of our own when it is not set)";

describe("readLimits", () => {
  it("knows the environment's name of the setting in capitals", () => {
    for (const name of limitNames) {
      expect(limitSettings[name]).to.equal(
        `PINGONE_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`,
      );
    }
  });

  it("leaves out what is set nowhere, or empty", () => {
    expect(read({ "pingone:maxConcurrency": " " }, { PINGONE_REQUESTS_PER_SECOND: "" })).to.deep.equal({
      maxConcurrency: undefined,
      requestsPerSecond: undefined,
    });
  });

  it("takes each setting from the environment first, then from the configuration", () => {
    const config = { "pingone:maxConcurrency": "4", "pingone:requestsPerSecond": "20" };
    expect(read(config, {})).to.deep.equal({ maxConcurrency: 4, requestsPerSecond: 20 });
    expect(read(config, { PINGONE_REQUESTS_PER_SECOND: "0.5" })).to.deep.equal({
      maxConcurrency: 4,
      requestsPerSecond: 0.5,
    });
    expect(read(config, { PINGONE_MAX_CONCURRENCY: "32" })).to.include({ maxConcurrency: 32 });
  });

  it("does not ask where the connection comes from", () => {
    const config = { "pingone:requestsPerSecond": "20" };
    expect(read(config, { PINGONE_CLIENT_ID: "c" })).to.include({ requestsPerSecond: 20 });
  });

  it("takes them from an explicit provider as well", () => {
    const config = { [EXPLICIT_PROVIDER_KEY]: "true", "pingone:maxConcurrency": "2" };
    expect(read(config, {})).to.include({ maxConcurrency: 2 });
  });

  for (const text of ["0", "-1", "1.5", "many", "1e2", "0x10", "16 ", "99999999999999999999"]) {
    const isTaken = text.trim() === "16";
    it(`${isTaken ? "takes" : "refuses"} ${JSON.stringify(text)} as maxConcurrency`, () => {
      const attempt = () => read({}, { PINGONE_MAX_CONCURRENCY: text });
      if (isTaken) {
        expect(attempt()).to.include({ maxConcurrency: 16 });
      } else {
        expect(refusal(attempt)).to.equal(
          `PINGONE_MAX_CONCURRENCY in the environment ${CONCURRENCY}. Correct or remove it: export PINGONE_MAX_CONCURRENCY=...`,
        );
      }
    });
  }

  for (const text of ["0", "0.0", "-5", "fast", "1/2", "Infinity", "NaN"]) {
    it(`refuses ${text} as requestsPerSecond, and names where it stands`, () => {
      const config = { "pingone:requestsPerSecond": text };
      expect(refusal(() => read(config, {}))).to.equal(
        `pingone:requestsPerSecond in the stack's configuration ${RATE}. Correct or remove it: pulumi config set pingone:requestsPerSecond ...`,
      );
      expect(refusal(() => read({ ...config, [EXPLICIT_PROVIDER_KEY]: "true" }, {}))).to.equal(
        `requestsPerSecond in the explicit pingone.Provider ${RATE}. Correct or remove it: pass \`requestsPerSecond\` to new pingone.Provider(...)`,
      );
    });
  }

  it("does not fall back on another source when the first one is wrong", () => {
    const config = { "pingone:maxConcurrency": "4" };
    expect(refusal(() => read(config, { PINGONE_MAX_CONCURRENCY: "x" }))).to.contain(
      "PINGONE_MAX_CONCURRENCY",
    );
  });
});

describe("completeLimits", () => {
  it("takes what is given, and the rest from the environment", () => {
    const env = { PINGONE_MAX_CONCURRENCY: "3", PINGONE_REQUESTS_PER_SECOND: "30" };
    expect(completeLimits({ maxConcurrency: 8 }, env)).to.deep.equal({
      maxConcurrency: 8,
      requestsPerSecond: 30,
    });
  });

  it("refuses what is no rate, and says how to give one", () => {
    expect(refusal(() => completeLimits({ requestsPerSecond: 0 }, {}))).to.equal(
      `requestsPerSecond in the options ${RATE}. Correct or remove it: pass requestsPerSecond as a number, or leave it out`,
    );
    for (const maxConcurrency of [NaN, Infinity, 0, 2.5, -1]) {
      expect(refusal(() => completeLimits({ maxConcurrency }, {}))).to.contain(CONCURRENCY);
    }
  });
});
