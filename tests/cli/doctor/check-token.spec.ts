import { expect } from "chai";
import { explainToken, type RefusedToken } from "../../../provider/cli/doctor/check-token";
import { readConfig } from "../../../provider/config";
import { chooseSource } from "../../../provider/config/source";
import { PingOneAuthError, PingOneNetworkError } from "../../../provider/errors";
import { env } from "../../config/reading";

const CLIENT_ID = "3d2fc8d1-0c4f-4b7e-9a54-6f0d5d1c2b3b";

function refused(change: Partial<RefusedToken> = {}): RefusedToken {
  const settings = { ...env, PINGONE_CLIENT_ID: CLIENT_ID };
  const source = chooseSource(() => undefined, settings);
  if (source === undefined) {
    throw new Error("the environment has a connection");
  }
  return {
    connection: readConfig(() => undefined, settings),
    source,
    error: new PingOneAuthError("getting an access token failed", 401, "invalid_client"),
    wasIssued: false,
    knowsEnvironment: false,
    otherRegion: undefined,
    ...change,
  };
}

describe("explainToken", () => {
  it("names the region that has the environment", () => {
    const { text, next } = explainToken(refused({ otherRegion: "CA" }));
    expect(text).to.contain("the environment of the worker is in the region CA");
    expect(next).to.equal("Set the region CA: export PINGONE_REGION_CODE=...");
  });

  it("rules the environment out where the auth host shows it", () => {
    const { next } = explainToken(refused({ knowsEnvironment: true }));
    expect(next).to.contain("the region are right, so it is PINGONE_CLIENT_ID or PINGONE_CLIENT_SECRET");
  });

  it("suspects different regions where one was issued and the API does not take it", () => {
    const { text, next } = explainToken(refused({ wasIssued: true }));
    expect(text).to.contain("one was issued, but the API refuses it");
    expect(next).to.contain("PINGONE_API_URL, PINGONE_AUTH_URL in the environment");
  });

  it("passes on what else went wrong", () => {
    const error = new PingOneNetworkError("getting an access token could not reach it.", false);
    expect(explainToken(refused({ error })).text).to.equal(error.message);
  });
});
