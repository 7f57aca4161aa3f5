import { expect } from "chai";
import { checkHosts, findRegion } from "../../../provider/cli/doctor/check-hosts";
import { readConfig } from "../../../provider/config";
import type { Exchange, HttpResponse } from "../../../provider/transport/exchange";
import { env, ENVIRONMENT_ID } from "../../config/reading";

/** What PingOne's hosts answer without a token, as far as it is documented: the one region that has the environment shows it. */
function hostsOf(region: string, asked: string[]): Exchange {
  return ({ url }) => {
    asked.push(url);
    const isKnown = url.startsWith(`https://auth.pingone.${region}/`);
    const issuer = `https://auth.pingone.${region}/${ENVIRONMENT_ID}/as`;
    return Promise.resolve(
      isKnown ? answer(200, { issuer }) : answer(404, { code: "NOT_FOUND", message: "" }),
    );
  };
}

function answer(status: number, body: object): HttpResponse {
  return { status, text: JSON.stringify(body), header: () => null, cookies: [] };
}

describe("checkHosts", () => {
  const connection = readConfig(() => undefined, env);

  it("sends no credentials, and sees whether the region has the environment", async () => {
    const seen: string[] = [];
    const exchange: Exchange = (request) => {
      seen.push(JSON.stringify(request));
      return hostsOf("eu", [])(request);
    };
    const found = await checkHosts(exchange, connection, ENVIRONMENT_ID);
    expect(found).to.include({ areReachable: true, knowsEnvironment: true });
    expect(seen).to.have.length(2);
    expect(seen.join()).not.to.contain("env-secret").and.not.to.contain("authorization");
  });

  it("takes nothing for granted from a host that does not show the environment", async () => {
    const found = await checkHosts(hostsOf("com", []), connection, ENVIRONMENT_ID);
    expect(found).to.include({ areReachable: true, knowsEnvironment: false });
  });

  it("warns of a host that has a problem", async () => {
    const exchange: Exchange = () => Promise.resolve(answer(503, { code: "UNEXPECTED_ERROR" }));
    const { findings } = await checkHosts(exchange, connection, ENVIRONMENT_ID);
    expect(findings.map(({ status }) => status)).to.deep.equal(["warning", "warning"]);
  });
});

describe("findRegion", () => {
  it("finds the other region that has the environment, and asks no further", async () => {
    const asked: string[] = [];
    expect(await findRegion(hostsOf("ca", asked), "https://auth.pingone.com", ENVIRONMENT_ID)).to.equal("CA");
    expect(asked).to.deep.equal([
      `https://auth.pingone.eu/${ENVIRONMENT_ID}/as/.well-known/openid-configuration`,
      `https://auth.pingone.ca/${ENVIRONMENT_ID}/as/.well-known/openid-configuration`,
    ]);
  });

  it("asks nobody for a host that is no region's", async () => {
    const asked: string[] = [];
    expect(await findRegion(hostsOf("eu", asked), "http://127.0.0.1:8480", ENVIRONMENT_ID)).to.equal(
      undefined,
    );
    expect(asked).to.deep.equal([]);
  });

  it("says nothing where no region has it", async () => {
    const asked: string[] = [];
    expect(await findRegion(hostsOf("nowhere", asked), "https://auth.pingone.eu", ENVIRONMENT_ID)).to.equal(
      undefined,
    );
    expect(asked).to.have.length(5);
  });
});
