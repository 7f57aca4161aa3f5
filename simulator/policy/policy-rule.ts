import type { PastPassword } from "../password/password-record";
import type { StoredValue } from "../password/stored-value";
import type { PasswordPolicyFields } from "../state/password-policy";
import type { UserAttributes } from "../state/user";

/** What a rule may look at. */
export type RuleSubject = {
  /** The new password, in clear text. */
  readonly value: string;
  readonly policy: PasswordPolicyFields;
  readonly current: StoredValue | undefined;
  /** The current password in clear text; undefined unless the caller gave it with the new one. */
  readonly currentValue: string | undefined;
  /** The attributes of the user whose password it is. */
  readonly attributes: UserAttributes;
  readonly history: readonly PastPassword[];
  readonly now: number;
};

/** One rule of a policy; it answers one text for every way in which the value breaks it. */
export type PolicyRule = (subject: RuleSubject) => readonly string[];
