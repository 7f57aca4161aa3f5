import { expect } from "chai";
import { readConnection } from "../../provider/config";
import { PingOneConfigError } from "../../provider/errors";
import { env, ENVIRONMENT_ID } from "./reading";

const given = { clientId: "c", clientSecret: "s", environmentId: ENVIRONMENT_ID, regionCode: "SG" } as const;

describe("readConnection", () => {
  it("takes what is given whole, and nothing of the environment", () => {
    expect(readConnection(given, env)).to.deep.equal({
      source: "the connection given",
      apiUrl: "https://api.pingone.sg",
      authUrl: "https://auth.pingone.sg",
      credentials: { kind: "client", environmentId: ENVIRONMENT_ID, clientId: "c", clientSecret: "s" },
    });
    const { regionCode: _left, ...without } = given;
    expect(() => readConnection(without, env)).to.throw(PingOneConfigError, "regionCode is missing");
  });

  it("says how to give what is missing", () => {
    expect(() => readConnection({ ...given, clientSecret: "" }, {})).to.throw(
      PingOneConfigError,
      "give `clientSecret` in connection",
    );
  });

  it("heeds PINGONE_ALLOW_HTTP, which is about this machine", () => {
    const urls = { ...given, apiUrl: "http://pingone.test", authUrl: "http://pingone.test" };
    expect(() => readConnection(urls, {})).to.throw(PingOneConfigError, "plain http");
    expect(readConnection(urls, { PINGONE_ALLOW_HTTP: "1" }).apiUrl).to.equal("http://pingone.test");
  });
});
