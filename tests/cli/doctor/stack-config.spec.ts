import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { withSimulator } from "../../helpers/with-simulator";
import { withoutProxies } from "../../transport/without-proxies";
import { withMachine } from "./a-machine";

withSimulator("doctor in a Pulumi project", (simulator) => {
  const machine = withMachine();
  withoutProxies();
  beforeEach(() => {
    machine().makeProject();
  });

  /** A `pulumi` whose stack has the whole connection, and which keeps what it is called with. */
  function useConfig(
    secret = "always",
    where: Readonly<Record<string, string>> = { apiUrl: simulator.url, authUrl: simulator.url },
  ): void {
    const { environmentId, worker } = simulator;
    const plain = { ...where, environmentId, clientId: worker.clientId };
    machine().usePulumi(`
      require("node:fs").appendFileSync(${JSON.stringify(join(machine().folder, "calls"))}, args.join(" ") + "\\n");
      if (args[0] === "version") { console.log("v3.258.0"); process.exit(); }
      const shown = args.includes("--show-secrets");
      if (shown && ${secret === "never"}) { console.error("error: incorrect passphrase"); process.exit(1); }
      const entries = Object.entries(${JSON.stringify(plain)}).map(([key, value]) => ["pingone:" + key, { value, secret: false }]);
      const value = shown ? { value: ${JSON.stringify(worker.clientSecret)} } : {};
      console.log(JSON.stringify({ ...Object.fromEntries(entries), "pingone:clientSecret": { ...value, secret: true }, "aws:region": { value: "x" } }));
    `);
  }
  const calls = () => readFileSync(join(machine().folder, "calls"), "utf8");

  it("connects by the stack's configuration where the environment has nothing", async () => {
    useConfig();
    const { code, finding } = await machine().examine({}, { stack: "prod" });
    expect(finding("connection").text).to.contain("from the stack's configuration: client aaaaaaaa-");
    expect(finding("token").status).to.equal("ok");
    expect(code).to.equal(0);
    expect(calls()).to.contain("config --json --non-interactive --stack prod --show-secrets");
    expect(machine().printed).not.to.contain(simulator.worker.clientSecret);
  });

  it("shows host names of the environment that are not used, or that the stack's configuration may not pass over", async () => {
    useConfig();
    const PINGONE_API_SERVICE_HOSTNAME = "api.gateway.example";
    const { code, checks } = await machine().examine({ PINGONE_API_SERVICE_HOSTNAME });
    const [, hosts] = checks.filter(({ check }) => check === "connection");
    expect(hosts).to.include({
      status: "warning",
      text: "PINGONE_API_SERVICE_HOSTNAME in the environment is not used: the connection comes from the stack's configuration, as a whole.",
    });
    expect(code).to.equal(0);
    useConfig("always", { regionCode: "EU" });
    const refused = await machine().examine({ PINGONE_API_SERVICE_HOSTNAME });
    expect(refused.finding("connection")).to.include({ status: "failed" });
    expect(refused.finding("connection").text).to.contain("which has no pingone:apiUrl: the credentials");
    expect({ code: refused.code, requests: refused.requests }).to.deep.equal({ code: 1, requests: 0 });
  });

  it("decrypts nothing where the environment comes first, and says what is left out", async () => {
    useConfig();
    const { finding, checks } = await machine().examine(simulator.env);
    expect(finding("connection").text).to.contain("from the environment");
    expect(checks.filter(({ check }) => check === "connection").at(-1)?.text).to.contain(
      "the stack's configuration has pingone:apiUrl, pingone:authUrl, pingone:environmentId, pingone:clientId, pingone:clientSecret as well",
    );
    expect(calls()).not.to.contain("--show-secrets");
  });

  it("passes on why the configuration cannot be read", async () => {
    useConfig("never");
    const { code, finding } = await machine().examine({});
    expect(finding("connection")).to.include({ status: "failed" });
    expect(finding("connection").text).to.contain("incorrect passphrase");
    expect(finding("connection").next).to.contain("--stack");
    expect(code).to.equal(1);
  });

  it("passes on nothing that repeats a secret", async () => {
    const secret = "planted-client-secret";
    machine().usePulumi(`console.error("error: cannot parse ${secret}"); process.exit(1);`);
    const { checks } = await machine().examine({ ...simulator.env, PINGONE_CLIENT_SECRET: secret });
    expect(checks.map(({ text }) => text).join("\n")).to.contain("repeats a secret, and is withheld");
    expect(machine().printed).not.to.contain(secret);
  });
});
