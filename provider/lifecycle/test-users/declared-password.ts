import type { TestUser } from "../../user-rows";
import { checkRecipe } from "../generated-value";
import type { Props } from "../lifecycle";
import { declaredValue } from "../password-value";
import type { DeclaredSecret } from "../declared-secret";
import { isUnknown } from "../unknown";
import type { Mark, Marker } from "./password-marks";
import { NO_MARK, WITHHELD_MARK } from "./password-marks";

/** What a row says about its password. */
export type DeclaredPassword = DeclaredSecret | { readonly kind: "generate" };

/** Reads what a row says about the password. */
export function declaredPassword({ generate, value, valueFrom, valueVersion }: Props): DeclaredPassword {
  if (generate !== undefined) {
    const [problem] = checkRecipe(generate);
    if (problem !== undefined) {
      return { kind: "wrong", reason: problem.reason };
    }
    return isUnknown([generate, valueVersion]) ? { kind: "unknown" } : { kind: "generate" };
  }
  return declaredValue({ value, valueFrom });
}

/** The mark of a password; undefined while it is not known. */
export function markOf(
  marker: Marker,
  username: string,
  password: DeclaredPassword,
  { generate, valueVersion }: Props,
  old: Mark | undefined,
): Mark | undefined {
  switch (password.kind) {
    case "value": {
      const { value, earlier } = password;
      const mark = (text: string) => marker(username, ["value", text, valueVersion]);
      if (isUnknown(valueVersion)) {
        return undefined;
      }
      return earlier !== undefined && mark(earlier) === old ? old : mark(value);
    }
    case "generate":
      return marker(username, ["generate", generate, valueVersion]);
    case "withheld":
      return old === undefined || old === NO_MARK ? WITHHELD_MARK : old;
    case "unknown":
      return undefined;
    default:
      return NO_MARK;
  }
}

/** Rows whose password is known here, or is to be made. */
export function withPassword(
  rows: readonly TestUser[],
  declared: ReadonlyMap<string, DeclaredPassword>,
): TestUser[] {
  return rows.filter(({ username }) => {
    const kind = declared.get(username)?.kind;
    return kind === "value" || kind === "generate";
  });
}
