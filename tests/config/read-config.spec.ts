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

  for (const id of ["my-environment", `${ENVIRONMENT_ID}/x`]) {
    it(`refuses ${id} as the id of an environment`, () => {
      expect(refusal({}, { ...env, PINGONE_ENVIRONMENT_ID: id }))
        .to.contain("PINGONE_ENVIRONMENT_ID in the environment has to be a PingOne id")
        .and.to.contain("It is the id of the environment that holds the worker application");
    });
  }

  it("asks for lower case where an environment's id is in upper case", () => {
    expect(refusal({}, { ...env, PINGONE_ENVIRONMENT_ID: ENVIRONMENT_ID.toUpperCase() })).to.contain(
      "PINGONE_ENVIRONMENT_ID in the environment has to be in lower case",
    );
  });

  for (const token of ["one\ntwo", "tok en", "tok\u0007en", "t\u00f6ken"]) {
    it(`refuses ${JSON.stringify(token)} as an access token, and does not repeat it`, () => {
      expect(refusal({}, { PINGONE_API_ACCESS_TOKEN: token, PINGONE_REGION_CODE: "NA" }))
        .to.contain("PINGONE_API_ACCESS_TOKEN in the environment holds a line break or another character")
        .and.to.contain("export PINGONE_API_ACCESS_TOKEN=")
        .and.not.to.contain(token);
    });
  }

  for (const [secret, says] of [
    ["Pl4n\rted", "has a carriage return (U+000D) as its character 5, which nobody can type"],
    ["Pl4nted\0", "has a null character (U+0000) at its end"],
    ["Pl4nt\uFFFDd", "give the secret in UTF-8."],
    ["Pl4nted\uD83D", "has half of a character (U+D83D)"],
  ] as const) {
    it(`refuses ${JSON.stringify(secret)} as a client secret, wherever it is, and does not repeat it`, () => {
      expect(refusal({}, { ...env, PINGONE_CLIENT_SECRET: secret }))
        .to.contain("PINGONE_CLIENT_SECRET in the environment has ")
        .and.to.contain(says)
        .and.to.contain("export PINGONE_CLIENT_SECRET=")
        .and.not.to.match(/Pl4|ted/);
      expect(refusal({ ...stack, "pingone:clientSecret": secret }, {}))
        .to.contain("pingone:clientSecret in the stack's configuration has")
        .and.to.contain("pulumi config set --secret pingone:clientSecret");
      expect(
        refusal({ ...stack, "pingone:explicitProvider": "true", "pingone:clientSecret": secret }, {}),
      ).to.contain("clientSecret in the explicit pingone.Provider has");
    });
  }

  it("takes a client secret without the line end of a .env file", () => {
    const { credentials } = read({}, { ...env, PINGONE_CLIENT_SECRET: "secret\r" });
    expect(credentials).to.include({ clientSecret: "secret" });
  });

  it("takes a token without the line break at its end", () => {
    const { credentials } = read({}, { PINGONE_API_ACCESS_TOKEN: "token\n", PINGONE_REGION_CODE: "NA" });
    expect(credentials).to.deep.equal({ kind: "token", accessToken: "token" });
  });

  it("names everything that is missing at once, with the way to set each", () => {
    expect(refusal({ "pingone:regionCode": "EU" }, {})).to.equal(
      "pingone:environmentId and pingone:clientId and pingone:clientSecret are missing. The connection to PingOne is taken whole from the " +
        "stack's configuration, because other settings of it are there. Remove those, or set what is missing: pulumi config set " +
        "pingone:environmentId ...; pulumi config set pingone:clientId ...; pulumi config set --secret pingone:clientSecret",
    );
  });

  it("offers the two URLs beside the region when it is missing", () => {
    expect(refusal({}, without(env, "PINGONE_REGION_CODE")))
      .to.contain("NA, EU, CA, AP, AU, SG")
      .and.to.contain("set both PINGONE_API_URL and PINGONE_AUTH_URL");
    expect(refusal(without(stack, "pingone:regionCode"), {})).to.contain(
      "set both pingone:apiUrl and pingone:authUrl",
    );
  });

  it("ends no message in a row of dots", () => {
    const lacking = Object.keys(env).map((variable) => refusal({}, without(env, variable)));
    const wrong = ["PINGONE_REGION_CODE", "PINGONE_ENVIRONMENT_ID", "PINGONE_API_URL"].map((variable) =>
      refusal({}, { ...env, [variable]: "wrong" }),
    );
    expect([...lacking, ...wrong].filter((message) => message.includes("...."))).to.deep.equal([]);
  });
});
