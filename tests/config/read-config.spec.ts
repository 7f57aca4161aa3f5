import { expect } from "chai";
import { env, ENVIRONMENT_ID, read, refusal, stack, without } from "./reading";

describe("readConfig", () => {
  it("reads a whole connection from the environment", () => {
    expect(read({}, env)).to.deep.equal({
      source: "the environment",
      apiUrl: "https://api.pingone.eu",
      authUrl: "https://auth.pingone.eu",
      credentials: {
        kind: "client",
        environmentId: ENVIRONMENT_ID,
        clientId: "env-client",
        clientSecret: "env-secret",
      },
    });
  });

  it("reads a whole connection from the stack's configuration", () => {
    expect(read(stack, {})).to.deep.equal({
      source: "the stack's configuration",
      apiUrl: "https://api.pingone.ca",
      authUrl: "https://auth.pingone.ca",
      credentials: {
        kind: "client",
        environmentId: ENVIRONMENT_ID,
        clientId: "stack-client",
        clientSecret: "stack-secret",
      },
    });
  });

  it("takes an access token in place of the client", () => {
    const { credentials } = read({}, { PINGONE_API_ACCESS_TOKEN: "token", PINGONE_REGION_CODE: "NA" });
    expect(credentials).to.deep.equal({ kind: "token", accessToken: "token" });
  });

  it("does not choose between a token and a client secret", () => {
    const message = refusal({}, { ...env, PINGONE_API_ACCESS_TOKEN: "the-token" });
    expect(message)
      .to.contain("PINGONE_API_ACCESS_TOKEN and PINGONE_CLIENT_SECRET are both set in the environment")
      .and.not.to.match(/the-token|env-secret/);
  });

  const missing: readonly (readonly [variable: string, key: string, howTo: string])[] = [
    ["PINGONE_CLIENT_ID", "pingone:clientId", "pulumi config set pingone:clientId"],
    ["PINGONE_CLIENT_SECRET", "pingone:clientSecret", "pulumi config set --secret pingone:clientSecret"],
    ["PINGONE_ENVIRONMENT_ID", "pingone:environmentId", "pulumi config set pingone:environmentId"],
    ["PINGONE_REGION_CODE", "pingone:regionCode", "pulumi config set pingone:regionCode"],
  ];
  for (const [variable, key, howTo] of missing) {
    it(`names ${variable}, the environment and the way to set it, when only that is missing`, () => {
      const message = refusal({}, without(env, variable));
      expect(message)
        .to.contain(`${variable} is missing`)
        .and.to.contain("the environment")
        .and.to.contain(`export ${variable}=`);
    });

    it(`names ${key}, the stack's configuration and the way to set it, when only that is missing`, () => {
      const message = refusal(without(stack, key), {});
      expect(message)
        .to.contain(`${key} is missing`)
        .and.to.contain("the stack's configuration")
        .and.to.contain(howTo);
    });

    it(`counts an empty ${variable} as missing`, () => {
      expect(refusal({}, { ...env, [variable]: "  " })).to.contain(`${variable} is missing`);
    });
  }

  it("reads settings without the spaces around them", () => {
    expect(read({}, { ...env, PINGONE_REGION_CODE: " EU\n" }).apiUrl).to.equal("https://api.pingone.eu");
  });

  it("names both ways to configure a connection when there is none", () => {
    const message = refusal({ "pingone:clientId": "" }, { PINGONE_CLIENT_SECRET: "" });
    expect(message)
      .to.contain("is not configured")
      .and.to.contain("PINGONE_CLIENT_ID")
      .and.to.contain("pingone:clientSecret (--secret)");
  });

  for (const id of ["my-environment", ENVIRONMENT_ID.toUpperCase(), `${ENVIRONMENT_ID}/x`]) {
    it(`refuses ${id} as the id of an environment`, () => {
      const message = refusal({}, { ...env, PINGONE_ENVIRONMENT_ID: id });
      expect(message)
        .to.contain("PINGONE_ENVIRONMENT_ID in the environment is not a UUID")
        .and.to.contain("export PINGONE_ENVIRONMENT_ID=");
    });
  }
});
