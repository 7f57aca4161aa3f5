import { expect } from "chai";
import { itAtLength } from "../helpers/it-at-length";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { withStack } from "../helpers/with-stack";

const VALUE = "Copper-Kettle!71x";

withStack(
  "the configuration of the bridged PingOne provider on the engine",
  ({ simulator, stack, newUser, writes }) => {
    itAtLength("may stand beside ours, and the stack's configuration is then enough", async () => {
      const { url, env, environmentId, worker } = simulator();
      const userId = newUser();
      const config = {
        "pingone:apiUrl": url,
        "pingone:authUrl": url,
        "pingone:clientId": worker.clientId,
        "pingone:environmentId": environmentId,
        "pingone:regionCode": "EU",
        // What only the other provider knows.
        "pingone:region": "Europe",
        "pingone:appendUserAgent": "team/1.0",
        "pingone:httpProxy": "http://127.0.0.1:9",
        "pingone:serviceEndpoints":
          '[{"apiHostname":"api.pingone.example","authHostname":"auth.pingone.example"}]',
        "pingone:globalOptions": '{"population":{"containsUsersForceDelete":false}}',
      };
      writeFileSync(join(stack().project, "Pulumi.dev.yaml"), toYaml(config));
      await stack().config("pingone:clientSecret", worker.clientSecret, "--secret");
      stack().setEnv({ ...Object.fromEntries(Object.keys(env).map((name) => [name, undefined])), VALUE });
      stack().program(`
      const user = { environmentId: "${environmentId}", userId: "${userId}" };
      const password = new pingone.UserPassword("alice", { ...user, valueFrom: { env: "VALUE" } });
      exports.status = password.status;
      exports.asked = pingone.getUserPasswordOutput({ ...user, userId: password.userId }).status;
    `);
      expect(await stack().up())
        .to.match(/status: "OK"/)
        .and.to.match(/asked\s*: "OK"/);
      expect(writes()).to.deep.equal(["setPassword 200"]);
      expect(simulator().verifyPassword(userId, VALUE)).to.equal(true);
      await stack().up("--expect-no-changes");
      stack().deleteProgram();
      await stack().refresh();
      await stack().destroy();
    });
  },
);

/** JSON is YAML, the encryption's salt aside, which the engine adds. */
function toYaml(config: Record<string, string>): string {
  const lines = Object.entries(config).map(([key, value]) => `  ${key}: ${JSON.stringify(value)}`);
  return ["config:", ...lines, ""].join("\n");
}
