/** PingOne's prefixes of encoded passwords, without their braces. */
const ENCODINGS = [
  "BCRYPT",
  "PBKDF2",
  "ARGON2",
  "MSKCC_PBKDF2",
  "SCRYPT",
  "SCRYPT_RFC7914",
  "SSHA",
  "SSHA256",
  "SSHA384",
  "SSHA512",
] as const;

type Encoding = (typeof ENCODINGS)[number];

/** True for a value encoded with one of PingOne's prefixes: it is stored as it is and no policy applies. */
export function isEncoded(text: string): boolean {
  return ENCODINGS.some((encoding) => text.startsWith(`{${encoding}}`));
}

/**
 * Says of a hash that PingOne takes for clear text what is wrong with its prefix: to stand behind the secret's name. A password may
 * begin with a brace, so that what is in it is not repeated.
 */
export function describeStrayHash(text: string): string | undefined {
  const taken = "it is taken as clear text, and a hash itself becomes the password";
  const name = /^\{([^{}\s]{2,40})\}./su.exec(text)?.[1];
  if (name !== undefined && !isEncoded(text)) {
    const meant = encodingLike(name);
    return meant === undefined
      ? `begins with a name in braces that is none of PingOne's ten prefixes (${list(ENCODINGS)}): ${taken}.`
      : `begins with a prefix that PingOne does not know (did you mean {${meant}}?): ${taken}.`;
  }
  const kind = /^\$(2[abxy]?|argon2(?:id?|d))\$/.exec(text)?.[1];
  return kind === undefined
    ? undefined
    : `looks like a hash without a prefix (did you mean {${kind.startsWith("2") ? "BCRYPT" : "ARGON2"}} in front of it?): ${taken}.`;
}

/** The encoding that others spell {SSHA-256}, {bcrypt} or {argon2id}. */
function encodingLike(name: string): Encoding | undefined {
  const plain = (text: string) => text.toUpperCase().replace(/[^A-Z0-9]/g, "");
  return (
    ENCODINGS.find((encoding) => plain(encoding) === plain(name)) ??
    FAMILIES.find((family) => plain(name).startsWith(family))
  );
}

/** Their names go on elsewhere: {argon2id}, {pbkdf2@...}. */
const FAMILIES = ["BCRYPT", "PBKDF2", "ARGON2", "SCRYPT"] as const satisfies readonly Encoding[];

function list(encodings: readonly Encoding[]): string {
  return encodings.map((encoding) => `{${encoding}}`).join(", ");
}
