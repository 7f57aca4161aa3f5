import { expect } from "chai";
import { EXPLICIT_PROVIDER_KEY } from "../../provider/config";
import { env, ENVIRONMENT_ID, read, refusal, without } from "./reading";

function urls(environment: Readonly<Record<string, string>>) {
  const { apiUrl, authUrl } = read({}, { ...env, ...environment });
  return { apiUrl, authUrl };
}

function urlRefusal(environment: Readonly<Record<string, string>>): string {
  return refusal({}, { ...env, ...environment });
}

describe("readHosts", () => {
  const regions: readonly (readonly [code: string, domain: string])[] = [
    ["NA", "com"],
    ["EU", "eu"],
    ["CA", "ca"],
    ["AP", "asia"],
    ["AU", "com.au"],
    ["SG", "sg"],
    ["eu", "eu"],
  ];
  for (const [code, domain] of regions) {
    it(`finds region ${code} at pingone.${domain}`, () => {
      expect(urls({ PINGONE_REGION_CODE: code })).to.deep.equal({
        apiUrl: `https://api.pingone.${domain}`,
        authUrl: `https://auth.pingone.${domain}`,
      });
    });
  }

  for (const code of ["US", "EU2", "constructor", "com"]) {
    it(`refuses ${code} as a region and lists those there are`, () => {
      expect(urlRefusal({ PINGONE_REGION_CODE: code }))
        .to.contain(`PINGONE_REGION_CODE in the environment is "${code}"`)
        .and.to.contain("NA, EU, CA, AP, AU, SG");
    });
  }

  const meant: readonly (readonly [text: string, code: string])[] = [
    ["US", "NA"],
    ["us", "NA"],
    ["NorthAmerica", "NA"],
    ["com", "NA"],
    ["Europe", "EU"],
    ["EU2", "EU"],
    ["EUR", "EU"],
    ["canada", "CA"],
    ["Asia", "AP"],
    ["APAC", "AP"],
    ["Australia", "AU"],
    ["singapur", "SG"],
  ];
  for (const [text, code] of meant) {
    it(`asks for ${code} where the region is ${text}`, () => {
      expect(urlRefusal({ PINGONE_REGION_CODE: text })).to.contain(
        `"${text}", which is no PingOne region: did you mean ${code}? Use one of NA, EU, CA, AP, AU, SG: `,
      );
    });
  }

  it("takes each URL in place of the region's host, the other one by region", () => {
    expect(urls({ PINGONE_API_URL: "https://gateway.example.com" })).to.deep.equal({
      apiUrl: "https://gateway.example.com",
      authUrl: "https://auth.pingone.eu",
    });
  });

  it("needs no region when both URLs are given", () => {
    const { apiUrl, authUrl } = read(
      {},
      {
        ...without(env, "PINGONE_REGION_CODE"),
        PINGONE_API_URL: "https://a.example.com:8443",
        PINGONE_AUTH_URL: "https://b.example.com",
      },
    );
    expect([apiUrl, authUrl]).to.deep.equal(["https://a.example.com:8443", "https://b.example.com"]);
  });

  const spellings: readonly (readonly [given: string, read: string])[] = [
    ["https://api.pingone.eu/", "https://api.pingone.eu"],
    ["https://api.pingone.eu/v1", "https://api.pingone.eu"],
    ["https://api.pingone.eu/v1/", "https://api.pingone.eu"],
    ["https://gateway.example.com/pingone//", "https://gateway.example.com/pingone"],
    ["https://gateway.example.com/pingone/v1", "https://gateway.example.com/pingone"],
    ["HTTPS://API.PINGONE.EU", "https://api.pingone.eu"],
  ];
  for (const [given, expected] of spellings) {
    it(`reads ${given} as ${expected}`, () => {
      expect(urls({ PINGONE_API_URL: given }).apiUrl).to.equal(expected);
    });
  }

  for (const url of [
    "api.pingone.eu",
    "ftp://api.pingone.eu",
    "https://",
    "file:///etc/passwd",
    "not a url",
  ]) {
    it(`refuses ${url} as a URL`, () => {
      expect(urlRefusal({ PINGONE_API_URL: url })).to.contain(
        "PINGONE_API_URL in the environment is not an http(s) URL",
      );
    });
  }

  const pasted: readonly (readonly [variable: string, address: string, path: string])[] = [
    ["PINGONE_API_URL", "https://api.pingone.eu", `/v1/environments/${ENVIRONMENT_ID}`],
    ["PINGONE_API_URL", "https://api.pingone.eu", `/v1/environments/${ENVIRONMENT_ID}/users`],
    ["PINGONE_API_URL", "https://api.pingone.com.au", "/v1/environments"],
    ["PINGONE_API_URL", "https://gateway.example.com/pingone", `/v1/environments/${ENVIRONMENT_ID}`],
    ["PINGONE_API_URL", "http://127.0.0.1:8480", `/environments/${ENVIRONMENT_ID}`],
    ["PINGONE_AUTH_URL", "https://auth.pingone.eu", `/${ENVIRONMENT_ID}/as`],
    ["PINGONE_AUTH_URL", "https://auth.pingone.eu", `/${ENVIRONMENT_ID}`],
    ["PINGONE_AUTH_URL", "https://auth.pingone.asia", `/${ENVIRONMENT_ID.toUpperCase()}/as/token`],
    ["PINGONE_AUTH_URL", "https://login.example.com", "/as"],
    ["PINGONE_AUTH_URL", "https://login.example.com", "/as/.well-known/openid-configuration"],
    ["PINGONE_AUTH_URL", "https://gateway.example.com/pingone", `/${ENVIRONMENT_ID}/as`],
  ];
  for (const [variable, address, path] of pasted) {
    it(`refuses ${path} behind ${address} as a path of PingOne's`, () => {
      expect(urlRefusal({ [variable]: `${address}${path}/` })).to.equal(
        `${variable} in the environment ends in a path of PingOne's: ${path}. Use ${address} alone: export ${variable}=...`,
      );
    });
  }

  for (const address of [
    `https://gateway.example.com/${ENVIRONMENT_ID}`,
    "https://gateway.example.com/x/as",
    "https://gateway.example.com/as/pingone",
    "https://gateway.example.com/environments/prod/pingone",
    "https://gateway.example.com/api/environments",
  ]) {
    it(`takes the path of a gateway: ${address}`, () => {
      expect(urls({ PINGONE_AUTH_URL: address }).authUrl).to.equal(address);
    });
  }

  for (const rest of ["?x=1", "#there"]) {
    it(`refuses a URL with ${rest}`, () => {
      expect(urlRefusal({ PINGONE_AUTH_URL: `https://auth.pingone.eu${rest}` })).to.contain(
        "PINGONE_AUTH_URL in the environment carries credentials, a query or a fragment",
      );
    });
  }

  it("refuses a URL with credentials and does not repeat them", () => {
    expect(urlRefusal({ PINGONE_API_URL: "https://me:hidden@api.pingone.eu" }))
      .to.contain("carries credentials")
      .and.not.to.contain("hidden");
  });

  for (const host of ["127.0.0.1:8480", "localhost:8480", "[::1]:8480", "127.1.2.3"]) {
    it(`takes plain http to ${host}`, () => {
      expect(urls({ PINGONE_API_URL: `http://${host}` }).apiUrl).to.equal(`http://${host}`);
    });
  }

  for (const host of [
    "api.pingone.eu",
    "localhost.example.com",
    "10.0.0.1",
    "127.0.0.1.example.com",
    "[::2]",
  ]) {
    it(`refuses plain http to ${host}`, () => {
      expect(urlRefusal({ PINGONE_API_URL: `http://${host}` }))
        .to.contain(`plain http to ${host}`)
        .and.to.contain("PINGONE_ALLOW_HTTP=1");
    });
  }

  it("takes plain http to anywhere with PINGONE_ALLOW_HTTP=1, and with no other value", () => {
    const PINGONE_API_URL = "http://simulator:8480";
    expect(urls({ PINGONE_API_URL, PINGONE_ALLOW_HTTP: "1" }).apiUrl).to.equal(PINGONE_API_URL);
    expect(urlRefusal({ PINGONE_API_URL, PINGONE_ALLOW_HTTP: "true" })).to.contain("plain http");
  });

  it("names an explicit provider's settings as the program does", () => {
    const message = refusal({ [EXPLICIT_PROVIDER_KEY]: "true", "pingone:apiUrl": "nonsense" }, {});
    expect(message).to.contain("apiUrl in the explicit pingone.Provider is not an http(s) URL");
  });
});
