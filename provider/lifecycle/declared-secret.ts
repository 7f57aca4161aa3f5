import { describeOdd, describeUnfit, type SecretWay } from "../text/secret-text";
import type { Report } from "./lifecycle";

/** What the inputs say about a secret. */
export type DeclaredSecret =
  | DeclaredValue
  | { readonly kind: "unknown" }
  | { readonly kind: "absent" }
  /** Not there, in a preview that is told to do without. */
  | { readonly kind: "withheld"; readonly where: string }
  | { readonly kind: "wrong"; readonly reason: string };

/** A secret that is there. */
export type DeclaredValue = {
  readonly kind: "value";
  readonly value: string;
  /** Why it must not be written, where nobody can type it: an earlier release may have set it all the same. */
  readonly unfit?: string;
  /** What an earlier release took it for, where that is another text. Only to recognise what it has set. */
  readonly earlier?: string;
  /** What stands out about it, though it can be meant. */
  readonly odd?: readonly string[];
};

/** Looks at a secret that was found. `where` names its place for a reason, which never repeats the secret. */
export type SecretRule = (where: string, value: string) => DeclaredSecret;

/** A declaration that cannot be used. */
export function wrong(reason: string): DeclaredSecret {
  return { kind: "wrong", reason };
}

/** A secret that is only good for being used now: what cannot be typed is refused. */
export function refuseUnfit(declared: DeclaredSecret): DeclaredSecret {
  return declared.kind === "value" && declared.unfit !== undefined ? wrong(declared.unfit) : declared;
}

/** What is said of a secret in force that must not be written again. */
export function tellUnfit(unfit: string): string {
  return `${unfit} The password in force is what an earlier release read there, and stays as it is. Mend the secret, and pulumi up sets the mended one.`;
}

/** Says of a secret that is going to be used what stands out about it. */
export function tellOdd(declared: DeclaredSecret | undefined, report: Report): void {
  for (const text of declared?.kind === "value" ? (declared.odd ?? []) : []) {
    report.warn(text);
  }
}

/**
 * Holds a secret against its own rule, and against the one decision on what can be a secret.
 * @param unreadable why the bytes it was read from are no text
 */
export function judge(
  where: string,
  text: string,
  way: SecretWay,
  rule: SecretRule,
  unreadable?: string,
): DeclaredSecret {
  const declared = rule(where, text);
  if (declared.kind !== "value") {
    return unreadable === undefined ? declared : wrong(unreadable);
  }
  const { value } = declared;
  const problem = describeUnfit(value, way);
  const unfit = unreadable ?? (problem === undefined ? undefined : `${where} ${problem}`);
  if (unfit !== undefined) {
    const earlier = way === "input" ? withoutMarks(value) : value;
    return { kind: "value", value, unfit, ...(earlier === value ? {} : { earlier }) };
  }
  const odd = describeOdd(value).map((text) => `${where} ${text}`);
  return odd.length === 0 ? declared : { kind: "value", value, odd };
}

/** The SDK left half of a character out on its way, for which earlier releases put no mark in its place. */
function withoutMarks(text: string): string {
  return text.replaceAll("\uFFFD", "");
}
