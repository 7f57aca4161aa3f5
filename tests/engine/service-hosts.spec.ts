import { writeFileSync } from "node:fs";
import { request } from "node:http";
import { createServer, type Server } from "node:https";
import { join } from "node:path";
import { expect } from "chai";
import { itAtLength } from "../helpers/it-at-length";
import { cleanEnvironment, runCommand } from "../helpers/run-command";
import { withStack } from "../helpers/with-stack";
import { listen, stop } from "../transport/local-server";
import { createSelfSignedCertificate } from "../transport/self-signed-certificate";

withStack("the host names of the environment on the engine", ({ simulator, stack, newUser }) => {
  const certificate = createSelfSignedCertificate();
  let gateway: Server;
  let hosts: Record<string, string>;
  let passed = 0;

  /** A gateway with TLS that passes everything on to PingOne. */
  beforeEach(async () => {
    passed = 0;
    gateway = createServer(certificate, (asked, reply) => {
      passed += 1;
      const { method = "", url = "", headers } = asked;
      const onward = request(new URL(url, simulator().url), { method, headers }, (answer) => {
        reply.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(reply);
      });
      asked.pipe(onward);
    });
    const host = `localhost:${await listen(gateway)}`;
    const file = join(stack().folder, "gateway.pem");
    writeFileSync(file, certificate.cert);
    hosts = {
      PINGONE_API_SERVICE_HOSTNAME: host,
      PINGONE_AUTH_SERVICE_HOSTNAME: host,
      NODE_EXTRA_CA_CERTS: file,
    };
    stack().setEnv({ ALICE_PASSWORD: "Copper-Kettle!71x" });
  });
  afterEach(async () => {
    gateway.closeAllConnections();
    await stop(gateway);
  });

  const program = (userId: string, opts = "") => {
    const ids = `environmentId: "${simulator().environmentId}", userId: "${userId}"`;
    return `
      exports.username = pingone.getUserOutput({ ${ids} }).username;
      new pingone.UserPassword("alice", { ${ids}, valueFrom: { env: "ALICE_PASSWORD" } }${opts});`;
  };

  it("take every request of a run: the function's, the provider's, a script's and the doctor's", async () => {
    const userId = newUser();
    const env = { PINGONE_API_URL: undefined, PINGONE_AUTH_URL: undefined, PINGONE_REGION_CODE: "EU" };
    stack().setEnv({ ...env, ...hosts });
    stack().program(program(userId));
    await stack().up();
    expect(simulator().ledger.total).to.equal(passed).and.above(3);

    const script = `require("pulumi-pingone-password/client").createClient().readUser(${JSON.stringify({ environmentId: simulator().environmentId, userId })}).then(({ username }) => console.log(username))`;
    const { PINGONE_API_URL, PINGONE_AUTH_URL, ...credentials } = simulator().env;
    const terminal = { ...cleanEnvironment(), ...credentials, ...hosts, PINGONE_REGION_CODE: "EU" };
    const run = await runCommand(process.execPath, ["-e", script], stack().project, terminal);
    expect(run.output).to.match(/^user-\d+\n$/);

    const cli = join(__dirname, "../../provider/bin/pulumi-pingone-password.js");
    const doctor = await runCommand(process.execPath, [cli, "doctor"], stack().project, terminal);
    expect(doctor.output).to.contain(
      `at https://${hosts["PINGONE_API_SERVICE_HOSTNAME"]} (PINGONE_API_SERVICE_HOSTNAME, PINGONE_AUTH_SERVICE_HOSTNAME)`,
    );
    expect(simulator().ledger.total).to.equal(passed);
    expect(PINGONE_API_URL).to.equal(PINGONE_AUTH_URL);
  });

  itAtLength(
    "stop a run by a stack's configuration without addresses before anything is sent, and leave a Provider alone",
    async () => {
      const { url, environmentId, worker } = simulator();
      const userId = newUser();
      for (const name of Object.keys(simulator().env)) {
        stack().setEnv({ [name]: undefined });
      }
      await stack().config("pingone:clientId", worker.clientId);
      await stack().config("pingone:clientSecret", worker.clientSecret, "--secret");
      await stack().config("pingone:environmentId", environmentId);
      await stack().config("pingone:regionCode", "EU");
      stack().setEnv(hosts);
      const says = "which has no pingone:apiUrl or pingone:authUrl: the credentials would go to";
      stack().program(program(userId).replace(/exports.*/, ""));
      expect(await stack().fail("preview")).to.contain(says);
      stack().program(
        `pingone.getUser({ environmentId: "${environmentId}", userId: "${userId}" }).catch((error) => console.log(error.message));`,
      );
      expect(await stack().preview()).to.contain(says);
      expect([passed, simulator().ledger.total]).to.deep.equal([0, 0]);

      const connection = `apiUrl: "${url}", authUrl: "${url}", environmentId: "${environmentId}", clientId: "${worker.clientId}", clientSecret: process.env.WORKER_SECRET`;
      stack().setEnv({ WORKER_SECRET: worker.clientSecret });
      const opts = `, { provider: new pingone.Provider("own", { ${connection} }) }`;
      stack().program(program(userId, opts).replace("({ env", `({ connection: { ${connection} }, env`));
      await stack().up();
      expect(passed).to.equal(0);
      expect(simulator().ledger.total).to.be.above(3);
    },
  );
});
