import { expect } from "chai";
import { EXPLICIT_PROVIDER_KEY } from "../../provider/config";
import { env, read, refusal, stack, without } from "./reading";

const explicit = { ...stack, [EXPLICIT_PROVIDER_KEY]: "true" };

describe("chooseSource", () => {
  it("prefers the environment to the stack's configuration", () => {
    expect(read(stack, env).source).to.equal("the environment");
  });

  it("prefers an explicit provider to both", () => {
    const { source, apiUrl } = read(explicit, env);
    expect({ source, apiUrl }).to.deep.equal({
      source: "the explicit pingone.Provider",
      apiUrl: "https://api.pingone.ca",
    });
  });

  it("fills nothing of an explicit provider in from elsewhere", () => {
    const message = refusal(without(explicit, "pingone:clientSecret"), env);
    expect(message)
      .to.contain("clientSecret is missing")
      .and.to.contain("taken whole from the explicit pingone.Provider")
      .and.to.contain("pass `clientSecret` to new pingone.Provider(...)");
  });

  it("does not look elsewhere when an explicit provider is given nothing", () => {
    expect(refusal({ [EXPLICIT_PROVIDER_KEY]: "true" }, env)).to.contain("explicit pingone.Provider");
  });

  for (const variable of Object.keys(env)) {
    it(`does not mix ${variable} of the environment with the rest of the stack's configuration`, () => {
      const message = refusal(stack, { [variable]: "set" });
      expect(message)
        .to.contain("the environment")
        .and.to.match(/PINGONE_\w+/);
      expect(message).not.to.contain("stack-secret");
    });
  }

  it("names what the environment lacks when it holds the client id alone", () => {
    expect(refusal(stack, { PINGONE_CLIENT_ID: "env-client", PINGONE_REGION_CODE: "EU" })).to.equal(
      "PINGONE_ENVIRONMENT_ID and PINGONE_CLIENT_SECRET are missing. The connection to PingOne is taken whole from the environment, " +
        "because other settings of it are there. Remove those, or set what is missing: export PINGONE_ENVIRONMENT_ID=...; " +
        "export PINGONE_CLIENT_SECRET=...",
    );
  });

  it("passes over an environment whose settings are all empty", () => {
    const empty = Object.fromEntries(Object.keys(env).map((variable) => [variable, ""]));
    expect(read(stack, empty).source).to.equal("the stack's configuration");
  });
});
