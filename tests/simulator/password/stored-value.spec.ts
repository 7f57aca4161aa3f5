import { createHash } from "node:crypto";
import { expect } from "chai";
import {
  isPreEncoded,
  isWellFormed,
  matchesStored,
  storeValue,
} from "../../../simulator/password/stored-value";
import { useBench } from "../bench";

const ALGORITHMS = { SSHA: "sha1", SSHA256: "sha256", SSHA384: "sha384", SSHA512: "sha512" };

describe("storeValue", () => {
  const bench = useBench();

  it("keeps no clear text, and never the same text twice", () => {
    const [first, second] = [storeValue("secret"), storeValue("secret")];
    expect(first).not.to.contain("secret").and.not.to.equal(second);
    expect(matchesStored(first, "secret")).to.equal(true);
    expect(matchesStored(first, "Secret")).to.equal(false);
  });

  for (const [scheme, algorithm] of Object.entries(ALGORITHMS)) {
    it(`verifies a value that came as {${scheme}}`, () => {
      const encoded = encode(scheme, algorithm, "pässword");
      expect(storeValue(encoded)).to.equal(encoded);
      expect(matchesStored(storeValue(encoded), "pässword")).to.equal(true);
      expect(matchesStored(storeValue(encoded), encoded)).to.equal(false);
    });
  }

  it("takes an encoded value over the API without looking at the policy", async () => {
    const userId = bench.simulator.createUser({ username: "alice" });
    const value = encode("SSHA512", "sha512", "a");
    expect((await bench.password(userId, "PUT", "set+json", { value })).status).to.equal(200);
    expect((await bench.password(userId, "POST", "check+json", { password: "a" })).status).to.equal(200);
  });

  it("refuses an encoded value that is malformed", async () => {
    const userId = bench.simulator.createUser({ username: "alice" });
    for (const value of ["{SSHA256}", "{SSHA256}not base64!", "{SSHA512}YWJj", "{BCRYPT}"]) {
      const { status } = await bench.password(userId, "PUT", "set+json", { value, bypassPolicy: true });
      expect(status).to.equal(400);
    }
  });

  it("says of a scheme it cannot verify that it cannot", async () => {
    const userId = bench.simulator.createUser({ username: "alice" });
    const value = "{BCRYPT}$2a$10$abcdefghijklmnopqrstuv";
    expect((await bench.password(userId, "PUT", "set+json", { value })).status).to.equal(200);
    const { status, body } = await bench.password(userId, "POST", "check+json", { password: "a" });
    expect(status).to.equal(501);
    expect(body).to.have.property("message").that.contains("{BCRYPT}");
  });

  it("knows the documented schemes and no others", () => {
    const known = [
      "BCRYPT",
      "PBKDF2",
      "ARGON2",
      "MSKCC_PBKDF2",
      "SCRYPT",
      "SCRYPT_RFC7914",
      "SSHA",
      "SSHA256",
    ];
    for (const scheme of known) expect(isPreEncoded(`{${scheme}}x`)).to.equal(true);
    for (const value of ["{MD5}x", "{ssha}x", "SSHA", "x{SSHA}x"])
      expect(isPreEncoded(value)).to.equal(false);
    expect(isWellFormed(encode("SSHA", "sha1", "a"))).to.equal(true);
  });
});

function encode(scheme: string, algorithm: string, value: string): string {
  const salt = Buffer.from("pepper");
  const digest = createHash(algorithm).update(value).update(salt).digest();
  return `{${scheme}}${Buffer.concat([digest, salt]).toString("base64")}`;
}
