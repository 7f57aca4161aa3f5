import { expect } from "chai";
import { PingOneError } from "../../provider/errors";
import { signOnUrl } from "../../provider/transport/sign-on-url";

const connection = { authUrl: "https://auth.pingone.eu", source: "the environment" };

describe("signOnUrl", () => {
  it("puts a path below the auth URL", () => {
    expect(signOnUrl(connection, "/e/flows/f?x=1")).to.equal("https://auth.pingone.eu/e/flows/f?x=1");
  });

  it("keeps a base path of the auth URL", () => {
    const authUrl = "https://gateway.example/pingone/auth";
    expect(signOnUrl({ ...connection, authUrl }, "/e/flows/f")).to.equal(`${authUrl}/e/flows/f`);
    expect(signOnUrl({ ...connection, authUrl }, "https://gateway.example/elsewhere/f")).to.equal(
      "https://gateway.example/elsewhere/f",
    );
  });

  for (const link of [
    "https://auth.pingone.eu/e/flows/f",
    "https://auth.pingone.eu:443/e/flows/f",
    "HTTPS://AUTH.PINGONE.EU/e/flows/f",
  ]) {
    it(`follows ${link}, which is on the auth host`, () => {
      expect(signOnUrl(connection, link)).to.equal(link);
    });
  }

  it("takes what looks like another host in a path for a path", () => {
    const url = new URL(signOnUrl(connection, "//evil.example/e/flows/f"));
    expect(url.host).to.equal("auth.pingone.eu");
  });

  for (const link of [
    "https://evil.example/e/flows/f",
    "https://auth.pingone.eu.evil.example/e/flows/f",
    "https://auth.pingone.eu@evil.example/e/flows/f",
    "https://sub.auth.pingone.eu/e/flows/f",
    "https://auth.pingone.com/e/flows/f",
    "https://auth.pingone.eu:8443/e/flows/f",
    "http://auth.pingone.eu/e/flows/f",
    "https://someone:secret@auth.pingone.eu/e/flows/f",
    "blob:https://auth.pingone.eu/e/flows/f",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "e/flows/f",
    "@evil.example/e/flows/f",
    ".evil.example/e/flows/f",
    ":8443/e/flows/f",
    "",
  ]) {
    it(`refuses ${JSON.stringify(link)}, and says where the auth URL comes from`, () => {
      expect(() => signOnUrl(connection, link)).to.throw(
        PingOneError,
        /another address than https:\/\/auth\.pingone\.eu, the auth URL in the environment: nothing was sent there/,
      );
    });
  }

  it("shows nothing of the link that it refuses", () => {
    expect(() => signOnUrl(connection, "https://evil.example/?secret=42")).to.throw(/^((?!42|evil).)*$/);
  });
});
