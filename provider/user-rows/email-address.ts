/** Characters before and behind the @, as e-mail has them. */
const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 255;

const ATOMS = /^[^\s\p{Cc}@"(),:;<>[\]\\.]+(\.[^\s\p{Cc}@"(),:;<>[\]\\.]+)*$/u;
const QUOTED = /^"[^\p{Cc}"\\]+"$/u;
const LITERAL = /^\[[0-9A-Fa-fv:.]+\]$/;

/** True for a text that can be an e-mail address. PingOne's own rule is not published: what any mail server refuses is refused here. */
export function isEmailAddress(text: string): boolean {
  const at = text.lastIndexOf("@");
  const local = text.slice(0, Math.max(at, 0));
  const domain = text.slice(at + 1);
  return (
    local.length <= LONGEST_LOCAL &&
    domain.length <= LONGEST_DOMAIN &&
    (ATOMS.test(local) || QUOTED.test(local)) &&
    (LITERAL.test(domain) || (ATOMS.test(domain) && domain.split(".").every(isLabel)))
  );
}

function isLabel(label: string): boolean {
  return !label.startsWith("-") && !label.endsWith("-");
}
