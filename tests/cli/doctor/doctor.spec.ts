import { expect } from "chai";
import { doctor } from "../../../provider/cli/doctor/doctor";
import { MOST_REQUESTS } from "../../../provider/cli/doctor/traffic";
import { withSimulator } from "../../helpers/with-simulator";
import { startLocalServer } from "../../transport/local-server";
import { withoutProxies } from "../../transport/without-proxies";
import { withMachine } from "./a-machine";

const ELSEWHERE = "3d2fc8d1-0c4f-4b7e-9a54-6f0d5d1c2b3a";

withSimulator("doctor", (simulator) => {
  const machine = withMachine();
  withoutProxies();

  it("finds nothing wrong where nothing is, and reads only", async () => {
    simulator.createUser({ username: "alice", password: "Copper-Kettle!71x" });
    const { code, ok, requests, checks } = await machine().examine(simulator.env);
    expect(checks.filter(({ status }) => status === "failed" || status === "warning")).to.deep.equal([]);
    expect({ code, ok }).to.deep.equal({ code: 0, ok: true });
    expect(simulator.ledger.total).to.equal(requests);
    expect(simulator.ledger.entries.filter(({ method }) => method !== "GET")).to.have.length(1);
    expect(simulator.ledger.entries.find(({ method }) => method !== "GET")).to.include({
      operation: "issueToken",
    });
  });

  it("says what nobody can have meant of a client secret, and does not repeat it", async () => {
    const given = (PINGONE_CLIENT_SECRET: string) =>
      machine().examine({ ...simulator.env, PINGONE_CLIENT_SECRET });
    const unfit = await given("Pl4n\rted");
    expect(unfit.finding("connection")).to.include({ status: "failed" });
    expect(unfit.finding("connection").text).to.contain(
      "PINGONE_CLIENT_SECRET in the environment has a carriage return (U+000D) as its character 5",
    );
    const { checks } = await given('"Pl4nted"');
    expect(
      checks.filter(({ status, check }) => status === "warning" && check === "connection"),
    ).to.deep.equal([
      {
        check: "connection",
        status: "warning",
        text: "PINGONE_CLIENT_SECRET in the environment has the same quotation mark at both ends, which is taken for a part of it: take them away unless they are meant.",
      },
    ]);
    expect(JSON.stringify([unfit.checks, checks])).not.to.match(/Pl4n|ted"/);
  });

  it("says that writes are not tried", async () => {
    const { finding } = await machine().examine(simulator.env);
    expect(finding("writes")).to.include({ status: "skipped" });
    expect(finding("writes").text).to.contain("are not tried");
  });

  it("tells the default policy's rules, and which population has another one", async () => {
    simulator.createPasswordPolicy({ name: "Strict", length: { min: 14 } });
    simulator.createPopulation({ name: "Staff", passwordPolicy: "Strict" });
    const { finding } = await machine().examine(simulator.env);
    expect(finding("policy").text).to.contain(
      '"Standard", the default: 8 to 255 characters; at least 1 upper',
    );
    expect(finding("policy").text).to.contain("locked for 15 min after 5 wrong passwords");
    expect(finding("policies").text).to.equal('the population "Staff" has "Strict".');
  });

  it("names the first locked and disabled users, and why they are locked", async () => {
    simulator.createUser({ username: "bob", password: "Copper-Kettle!71x", locked: true });
    simulator.createUser({ username: "dora", accountLocked: true });
    for (let number = 0; number < 7; number += 1) {
      simulator.createUser({ username: `eve-${number}`, enabled: false });
    }
    const { code, finding } = await machine().examine(simulator.env);
    expect(finding("locked users").status).to.equal("warning");
    expect(finding("locked users").text).to.match(
      /^2 of 9 users: "bob" \(the password, for 1[45] min.* yet\), "dora" \(by an administrator or by MFA\)\.$/,
    );
    expect(finding("disabled users").text).to.contain('7 of 9 users: "eve-0", ').and.to.contain("and others");
    expect(code).to.equal(0);
  });

  it("says which rights are missing, and the role that gives them", async () => {
    const { clientId, clientSecret } = simulator.createWorker({ roles: [] });
    const worker = { PINGONE_CLIENT_ID: clientId, PINGONE_CLIENT_SECRET: clientSecret };
    const { code, finding } = await machine().examine({ ...simulator.env, ...worker });
    for (const check of ["list users", "list password policies", "list populations"]) {
      expect(finding(check)).to.include({ status: "failed", text: "refused (403 ACCESS_FAILED)." });
      expect(finding(check).next).to.contain("Identity Data Admin").and.to.contain(simulator.environmentId);
    }
    expect(finding("read a user").status).to.equal("skipped");
    expect(code).to.equal(1);
  });

  it("looks at another environment when told to", async () => {
    const { finding } = await machine().examine(simulator.env, { environment: ELSEWHERE });
    expect(finding("token").status).to.equal("ok");
    expect(finding("list users")).to.include({ status: "failed", text: "not found (404 NOT_FOUND)." });
    expect(finding("list users").next).to.contain(`no environment ${ELSEWHERE}`);
  });

  it("says which setting may be wrong when no token is issued", async () => {
    const { code, finding } = await machine().examine({
      ...simulator.env,
      PINGONE_CLIENT_ID: "my-worker",
      PINGONE_CLIENT_SECRET: '"quoted"',
    });
    expect(finding("token")).to.include({ status: "failed", text: "is refused (401 invalid_client)." });
    expect(finding("token").next)
      .to.contain("PINGONE_CLIENT_ID is no UUID")
      .and.to.contain("PINGONE_CLIENT_SECRET has a quotation mark")
      .and.to.contain("PINGONE_ENVIRONMENT_ID (the environment that holds the worker) or the region")
      .and.to.contain("All come from the environment");
    expect(finding("rights").status).to.equal("skipped");
    expect(code).to.equal(1);
  });

  it("points to the environment when the auth host does not know it", async () => {
    const { finding } = await machine().examine({ ...simulator.env, PINGONE_ENVIRONMENT_ID: ELSEWHERE });
    expect(finding("token").text).to.equal("is refused (404).");
    expect(finding("token").next).to.contain("it is most likely PINGONE_ENVIRONMENT_ID");
  });

  it("says that a token which is given is no good, and takes one that is", async () => {
    const token = { ...simulator.env, PINGONE_CLIENT_SECRET: "", PINGONE_API_ACCESS_TOKEN: "planted.token" };
    const { finding } = await machine().examine(token);
    expect(finding("token").text).to.equal(
      "the access token from the environment is refused (401 ACCESS_FAILED).",
    );
    expect(finding("token").next).to.contain("It may have expired");
    expect(machine().printed).not.to.contain("planted.token");
  });

  it("tells of a local PingOne's clock that was moved, which is no fault", async () => {
    simulator.advance(600_000);
    const { code, finding } = await machine().examine(simulator.env);
    expect(finding("clock")).to.include({ status: "ok" });
    expect(finding("clock").text).to.match(
      /^the local PingOne's was moved: it is (599|60[01]) s ahead of this machine's\.$/,
    );
    expect(code).to.equal(0);
  });

  it("tells of refusals for the rate, and does not wait for long", async () => {
    simulator.failNext("listUsers", { status: 429, headers: { "Retry-After": "60" } }, 50);
    const { finding, requests } = await machine().examine(simulator.env);
    expect(finding("list users").status).to.equal("warning");
    expect(finding("rate").text).to.contain("refused 1 of these few requests");
    expect(requests).to.be.at.most(MOST_REQUESTS);
  });

  it("says where the pace comes from, and what is wrong with it", async () => {
    const { finding } = await machine().examine({ ...simulator.env, PINGONE_MAX_CONCURRENCY: "4" });
    expect(finding("limits").text).to.contain("4 requests at once (PINGONE_MAX_CONCURRENCY)");
    const wrong = await machine().examine({ ...simulator.env, PINGONE_REQUESTS_PER_SECOND: "fast" });
    expect(wrong.finding("limits").status).to.equal("failed");
    expect(wrong.finding("list users").status).to.equal("ok");
  });

  it("says that nothing listens, and asks for nothing else", async () => {
    const nowhere = { PINGONE_API_URL: "http://127.0.0.1:1", PINGONE_AUTH_URL: "http://127.0.0.1:1" };
    const { code, finding, requests } = await machine().examine({ ...simulator.env, ...nowhere });
    expect(finding("auth host").text).to.contain("Start the simulator");
    expect(finding("API host").text).to.contain("ECONNREFUSED");
    expect(finding("token").status).to.equal("skipped");
    expect({ code, requests }).to.deep.equal({ code: 1, requests: 2 });
  });

  it("tells a gateway from PingOne", async () => {
    const gateway = await startLocalServer((_request, reply) => {
      reply.writeHead(403, { "content-type": "text/html" }).end(`<h1>${simulator.worker.clientSecret}</h1>`);
    });
    const urls = { PINGONE_API_URL: gateway.url, PINGONE_AUTH_URL: gateway.url };
    const { code, finding } = await machine()
      .examine({ ...simulator.env, ...urls })
      .finally(() => gateway.close());
    expect(finding("API host").status).to.equal("failed");
    expect(finding("API host").text).to.contain("answers 403 (text/html), which is not PingOne");
    expect(code).to.equal(1);
    expect(machine().printed).not.to.contain(simulator.worker.clientSecret);
  });

  it("says what the connection lacks, in the words of the provider", async () => {
    const { code, finding, requests } = await machine().examine({
      ...simulator.env,
      PINGONE_CLIENT_SECRET: "",
    });
    expect(finding("connection").text).to.contain("PINGONE_CLIENT_SECRET is missing.");
    expect({ code, requests }).to.deep.equal({ code: 1, requests: 0 });
    expect((await machine().examine({})).finding("connection").text).to.contain("is not configured");
    const region = { PINGONE_API_URL: "", PINGONE_REGION_CODE: "US" };
    const wrong = await machine().examine({ ...simulator.env, ...region });
    expect(wrong.finding("connection").text).to.contain('"US", which is no PingOne region');
    const pasted = { PINGONE_API_URL: `${simulator.url}/v1/environments/${simulator.environmentId}` };
    const { finding: found, requests: sent } = await machine().examine({ ...simulator.env, ...pasted });
    expect(found("connection").text).to.contain(`Use ${simulator.url} alone`);
    expect(sent).to.equal(0);
  });

  it("prints no secret and no token, whatever it finds", async () => {
    const secret = simulator.worker.clientSecret;
    const swapped = { PINGONE_CLIENT_ID: secret, PINGONE_CLIENT_SECRET: simulator.worker.clientId };
    simulator.createUser({ username: `user ${secret}`, accountLocked: true });
    for (const env of [simulator.env, { ...simulator.env, ...swapped }]) {
      await machine().examine(env);
      await doctor({}, machine().world(env));
    }
    expect(machine().printed).to.contain("locked users").and.to.contain("its id is no UUID");
    expect(machine().printed).not.to.contain(secret);
    expect(machine().printed).not.to.match(/eyJ[\w-]+\./);
  });

  it("prints one line for each check, and what to do below the last of several alike", async () => {
    const { clientId, clientSecret } = simulator.createWorker({ roles: [] });
    const worker = { PINGONE_CLIENT_ID: clientId, PINGONE_CLIENT_SECRET: clientSecret };
    await doctor({}, machine().world({ ...simulator.env, ...worker }));
    const lines = machine().printed.split("\n");
    expect(lines.filter((line) => line.startsWith("ok "))).to.have.length.above(8);
    expect(lines.filter((line) => line.includes("-> Give the worker application the role"))).to.have.length(
      2,
    );
    expect(lines.at(-2)).to.match(/^3 checks failed, 0 warnings\. \d+ requests sent \(never more than 40\)/);
  });
});
