import { expect } from "chai";
import { itAtLength } from "../helpers/it-at-length";
import { withStack } from "../helpers/with-stack";

const VALUE = "Copper-Kettle!71x";
const UP = ["up", "--yes", "--skip-preview"];

withStack("bad input on the engine", ({ simulator, stack, newUser }) => {
  const alice = (userId: string, more: string) =>
    `new pingone.UserPassword("alice", { environmentId: "${simulator().environmentId}", userId: "${userId}", ${more} });`;
  const fromEnv = 'valueFrom: { env: "ALICE_PASSWORD" }';
  beforeEach(() => {
    stack().setEnv({ ALICE_PASSWORD: VALUE });
  });

  const inputs = [
    {
      title: "no value",
      input: "",
      says: 'the password is missing: give value (a secret), valueFrom: { env: "NAME" } or { file: "path" }, or generate: {}',
    },
    {
      title: "two values",
      input: `value: "x", ${fromEnv}`,
      says: "value and valueFrom are both given: keep one of them",
    },
    { title: "an empty value", input: 'value: ""', says: "value is empty. Give a password" },
    {
      title: "an over-long value",
      input: 'value: "x".repeat(256)',
      says: "value has more than 255 characters",
    },
    {
      title: "an unset variable",
      input: 'valueFrom: { env: "NOT_THERE" }',
      says: "the environment variable NOT_THERE is not set where pulumi runs",
    },
    {
      title: "a missing file",
      input: 'valueFrom: { file: "nope.txt" }',
      says: '"nope.txt" cannot be read (ENOENT)',
    },
    {
      title: "a flag that is a text",
      input: `${fromEnv}, forceChange: "yes"`,
      says: "forceChange has to be true or false, got a text: write it without quotes.",
    },
    {
      title: "a policy that does not exist",
      input: `${fromEnv}, deletionPolicy: "Unset"`,
      says: 'deletionPolicy: did you mean "unset"? It has to be one of "keep", "unset", "forceChange"',
    },
    {
      title: "a misspelt input",
      input: `${fromEnv}, forcechange: true`,
      says: '"forcechange" is not an input of UserPassword: did you mean forceChange? Its inputs are',
    },
    {
      title: "an id that is no UUID",
      input: `${fromEnv}, userId: "alice"`,
      says: "userId has to be a PingOne id: a lower-case UUID",
    },
    {
      title: "an id in capitals",
      input: `${fromEnv}, userId: "3D2FC8D1-0C4F-4B7E-9A54-6F0D5D1C2B3A"`,
      says: "userId has to be in lower case",
    },
  ];
  itAtLength("says what is wrong with each input at preview, before any call", async () => {
    for (const { title, input, says } of inputs) {
      stack().program(alice(newUser(), input));
      const output = await stack().fail("preview");
      expect(output, title).to.include(says);
      expect(output.split(says).length, `${title}: said on the resource, and in the summary`).to.be.at.most(
        3,
      );
    }
    expect(simulator().ledger.entries).to.deep.equal([]);
  });

  itAtLength("says it as well when preview is skipped", async () => {
    stack().program(alice(newUser(), 'valueFrom: { env: "NOT_THERE" }'));
    expect(await stack().fail(...UP)).to.include(
      "the environment variable NOT_THERE is not set where pulumi runs",
    );
    stack().program(alice(newUser(), fromEnv));
    stack().setEnv({ PINGONE_CLIENT_SECRET: "" });
    expect(await stack().fail(...UP)).to.include("PINGONE_CLIENT_SECRET is missing");
    expect(simulator().ledger.entries).to.deep.equal([]);
  });

  it("never prints an input that is wrong, wherever the password was put by mistake", async () => {
    for (const input of [
      "userId: process.env.ALICE_PASSWORD",
      "forceChange: pulumi.secret(process.env.ALICE_PASSWORD)",
      "deletionPolicy: process.env.ALICE_PASSWORD",
      "valueFrom: { file: process.env.ALICE_PASSWORD }",
      "valueFrom: { env: process.env.ALICE_PASSWORD }",
    ]) {
      stack().program(alice(newUser(), input.startsWith("valueFrom") ? input : `${fromEnv}, ${input}`));
      expect(await stack().fail("preview", "--diff"), input).not.to.include(VALUE);
    }
  });

  itAtLength("refuses a second declaration of one user", async () => {
    const userId = newUser();
    stack().program(`${alice(userId, fromEnv)} ${alice(userId, fromEnv).replace('"alice"', '"twice"')}`);
    expect(await stack().fail("preview"))
      .to.include("is declared by another UserPassword already")
      .and.to.include("keep one of the two");
  });

  itAtLength("says an error of refresh and destroy once", async () => {
    stack().program(alice(newUser(), `${fromEnv}, deletionPolicy: "unset"`));
    await stack().up();
    stack().setEnv({ PINGONE_CLIENT_SECRET: "wrong" });
    for (const command of ["refresh", "destroy"]) {
      const output = await stack().fail(command, "--yes", "--skip-preview");
      const diagnostics = output.slice(output.indexOf("Diagnostics:"));
      expect(diagnostics.split("refuses the client credentials"), command).to.have.length(2);
    }
  });

  const connections = [
    {
      title: "nothing set",
      env: {
        PINGONE_API_URL: "",
        PINGONE_AUTH_URL: "",
        PINGONE_CLIENT_ID: "",
        PINGONE_CLIENT_SECRET: "",
        PINGONE_ENVIRONMENT_ID: "",
      },
      says: "The connection to PingOne is not configured. Set PINGONE_CLIENT_ID",
    },
    { title: "no secret", env: { PINGONE_CLIENT_SECRET: "" }, says: "PINGONE_CLIENT_SECRET is missing" },
    {
      title: "no such region",
      env: { PINGONE_API_URL: "", PINGONE_REGION_CODE: "XX" },
      says: '"XX", which is no PingOne region. Use one of NA, EU, CA, AP, AU, SG',
    },
    {
      title: "plain http",
      env: { PINGONE_API_URL: "http://pingone.example" },
      says: "plain http to pingone.example",
    },
    {
      title: "the issuer as the auth URL",
      env: { PINGONE_AUTH_URL: "https://auth.pingone.eu/3d2fc8d1-0c4f-4b7e-9a54-6f0d5d1c2b3a/as" },
      says: "PINGONE_AUTH_URL in the environment ends in a path of PingOne's: /3d2fc8d1-0c4f-4b7e-9a54-6f0d5d1c2b3a/as. Use https://auth.pingone.eu alone",
    },
  ];
  it("says at preview what is wrong with the connection", async () => {
    stack().program(alice(newUser(), fromEnv));
    for (const { title, env, says } of connections) {
      stack().setEnv({ ...simulator().env, PINGONE_REGION_CODE: undefined, ...env });
      expect(await stack().fail("preview"), title).to.include(says);
    }
    expect(simulator().ledger.entries).to.deep.equal([]);
  });

  it("says what to do about wrong credentials, missing rights and an unreachable host", async () => {
    stack().program(alice(newUser(), fromEnv));
    stack().setEnv({ PINGONE_CLIENT_SECRET: "wrong" });
    expect(await stack().fail(...UP)).to.include(
      "PingOne refuses the client credentials (invalid_client). They come from the environment",
    );

    const powerless = simulator().createWorker({ roles: [] });
    stack().setEnv({ PINGONE_CLIENT_ID: powerless.clientId, PINGONE_CLIENT_SECRET: powerless.clientSecret });
    expect(await stack().fail(...UP))
      .to.include("setPassword failed: 403")
      .and.to.include("Identity Data Admin");

    stack().setEnv({
      ...simulator().env,
      PINGONE_API_URL: "http://127.0.0.1:9",
      PINGONE_AUTH_URL: "http://127.0.0.1:9",
    });
    expect(await stack().fail(...UP)).to.include(
      "could not reach http://127.0.0.1:9: nothing listens there (ECONNREFUSED)",
    );
    expect((await stack().resources()).filter(({ id }) => id?.includes("/"))).to.deep.equal([]);
  });
});
