import { generateKeyPairSync, sign } from "node:crypto";

/** Key and certificate, in PEM. */
export type KeyAndCertificate = { readonly key: string; readonly cert: string };

/** Makes a certificate for localhost that nobody has reason to trust; Node can use certificates but not make them. */
export function createSelfSignedCertificate(): KeyAndCertificate {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const algorithm = sequence(oid("2a8648ce3d040302"));
  const name = sequence(tagged(0x31, sequence(oid("550403"), tagged(0x0c, Buffer.from("localhost")))));
  const content = sequence(
    tagged(0x02, Buffer.from([1])),
    algorithm,
    name,
    sequence(utcTime("250101000000Z"), utcTime("490101000000Z")),
    name,
    publicKey.export({ type: "spki", format: "der" }),
  );
  const certificate = sequence(content, algorithm, bitString(sign("sha256", content, privateKey)));
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString("base64")}\n-----END CERTIFICATE-----\n`,
  };
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(parts));
}

function oid(hex: string): Buffer {
  return tagged(0x06, Buffer.from(hex, "hex"));
}

function utcTime(text: string): Buffer {
  return tagged(0x17, Buffer.from(text));
}

function bitString(bytes: Buffer): Buffer {
  return tagged(0x03, Buffer.concat([Buffer.from([0]), bytes]));
}

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
