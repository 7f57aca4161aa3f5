import { expect } from "chai";
import { EXPLICIT_PROVIDER_KEY, readConnection } from "../../provider/config";
import { env, ENVIRONMENT_ID, read, refusal, stack, without } from "./reading";

const hosts = {
  PINGONE_API_SERVICE_HOSTNAME: "api.gateway.example",
  PINGONE_AUTH_SERVICE_HOSTNAME: "auth.gateway.example:8443",
};
const gateway = { apiUrl: "https://api.gateway.example", authUrl: "https://auth.gateway.example:8443" };
const region = { apiUrl: "https://api.pingone.ca", authUrl: "https://auth.pingone.ca" };
const stackUrls = { "pingone:apiUrl": "https://a.example", "pingone:authUrl": "https://b.example" };

function urls(config: Readonly<Record<string, string>>, environment: Readonly<Record<string, string>>) {
  const { source, apiUrl, authUrl } = read(config, environment);
  return { source, apiUrl, authUrl };
}

describe("the host names of the environment", () => {
  it("are the addresses of the environment's connection, with a region and without", () => {
    const expected = { source: "the environment", ...gateway };
    expect(urls(stack, { ...env, ...hosts })).to.deep.equal(expected);
    expect(urls({}, { ...without(env, "PINGONE_REGION_CODE"), ...hosts })).to.deep.equal(expected);
  });

  it("stand in for one host each", () => {
    const { PINGONE_API_SERVICE_HOSTNAME } = hosts;
    expect(urls({}, { ...env, PINGONE_API_SERVICE_HOSTNAME })).to.deep.equal({
      source: "the environment",
      apiUrl: gateway.apiUrl,
      authUrl: "https://auth.pingone.eu",
    });
  });

  it("agree with the URLs, or are refused", () => {
    const PINGONE_API_URL = "https://api.gateway.example/pingone/v1";
    expect(urls({}, { ...env, ...hosts, PINGONE_API_URL }).apiUrl).to.equal(
      "https://api.gateway.example/pingone",
    );
    for (const other of ["https://api.pingone.eu", "https://api.gateway.example:8443"]) {
      expect(refusal({}, { ...env, ...hosts, PINGONE_API_URL: other })).to.equal(
        `PINGONE_API_URL (${other}) and PINGONE_API_SERVICE_HOSTNAME (https://api.gateway.example) in the environment name two different addresses. Unset one of them.`,
      );
    }
  });

  for (const host of [
    "https://api.pingone.eu",
    "api.pingone.eu/v1",
    "me:hidden@api.pingone.eu",
    "a b",
    "x?y",
  ]) {
    it(`are refused as ${host}, which is not repeated`, () => {
      expect(refusal({}, { ...env, PINGONE_API_SERVICE_HOSTNAME: host }))
        .to.contain("PINGONE_API_SERVICE_HOSTNAME in the environment is not a host name")
        .and.to.contain("Use a name such as api.pingone.eu, without https:// and without a path")
        .and.not.to.contain(host);
    });
  }

  it("count as not set when they are empty", () => {
    const empty = { PINGONE_API_SERVICE_HOSTNAME: "", PINGONE_AUTH_SERVICE_HOSTNAME: " " };
    expect(urls(stack, empty)).to.deep.equal({ source: "the stack's configuration", ...region });
  });

  it("alone are no connection", () => {
    expect(refusal({}, hosts)).to.contain("The connection to PingOne is not configured");
  });

  it("are not passed over by a stack's configuration without addresses", () => {
    expect(refusal(stack, hosts)).to.equal(
      "PINGONE_API_SERVICE_HOSTNAME and PINGONE_AUTH_SERVICE_HOSTNAME are set in the environment, but the connection is taken whole from the " +
        "stack's configuration, which has no pingone:apiUrl or pingone:authUrl: the credentials would go to the region's public host. To use the " +
        'hosts of the environment: pulumi config set pingone:apiUrl "https://$PINGONE_API_SERVICE_HOSTNAME"; ' +
        'pulumi config set pingone:authUrl "https://$PINGONE_AUTH_SERVICE_HOSTNAME". To use the region\'s: unset ' +
        "PINGONE_API_SERVICE_HOSTNAME; unset PINGONE_AUTH_SERVICE_HOSTNAME.",
    );
  });

  it("are not passed over where the stack's configuration has the other address only", () => {
    const half = { ...stack, "pingone:apiUrl": "https://a.example" };
    expect(refusal(half, hosts))
      .to.contain("PINGONE_AUTH_SERVICE_HOSTNAME is set in the environment")
      .and.to.contain("which has no pingone:authUrl")
      .and.not.to.contain("PINGONE_API_SERVICE_HOSTNAME");
  });

  it("do not concern a stack's configuration where they are the region's own hosts", () => {
    const own = {
      PINGONE_API_SERVICE_HOSTNAME: "api.pingone.ca",
      PINGONE_AUTH_SERVICE_HOSTNAME: "auth.pingone.ca",
    };
    expect(urls(stack, own)).to.include(region);
    expect(refusal(stack, { ...own, PINGONE_AUTH_SERVICE_HOSTNAME: "auth.gateway.example" })).to.contain(
      "which has no pingone:authUrl:",
    );
  });

  it("do not concern a stack's configuration with addresses of its own", () => {
    expect(urls({ ...stack, ...stackUrls }, hosts)).to.deep.equal({
      source: "the stack's configuration",
      apiUrl: "https://a.example",
      authUrl: "https://b.example",
    });
  });

  it("do not concern a connection that a program gives with a region or addresses", () => {
    const explicit = { [EXPLICIT_PROVIDER_KEY]: "true", ...stack };
    expect(urls(explicit, { ...env, ...hosts })).to.include(region);
    expect(urls({ ...without(explicit, "pingone:regionCode"), ...stackUrls }, hosts)).to.include({
      apiUrl: "https://a.example",
    });
    const given = {
      clientId: "c",
      clientSecret: "s",
      environmentId: ENVIRONMENT_ID,
      regionCode: "CA",
    } as const;
    expect(readConnection(given, { ...env, ...hosts })).to.include(region);
  });

  it("do not complete a connection that a program gives without either", () => {
    const explicit = { [EXPLICIT_PROVIDER_KEY]: "true", ...without(stack, "pingone:regionCode") };
    expect(refusal(explicit, hosts)).to.contain("regionCode is missing");
  });
});
