import type { MailCount } from "../mail/mail-quota";
import type { PasswordRecord } from "../password/password-record";
import type { RecoveryCode } from "../recovery/recovery-code";
import type { Mfa } from "./mfa";

/** The parts of a name; all of them are text. */
export const NAME_PARTS = [
  "given",
  "family",
  "middle",
  "formatted",
  "honorificPrefix",
  "honorificSuffix",
] as const;

/** The attributes of a user that are plain text and no more. */
export const TEXT_ATTRIBUTES = [
  "externalId",
  "nickname",
  "title",
  "type",
  "accountId",
  "preferredLanguage",
  "locale",
  "timezone",
  "mobilePhone",
  "primaryPhone",
] as const;

export type UserName = Readonly<Partial<Record<(typeof NAME_PARTS)[number], string>>>;

/** What PUT replaces and PATCH merges. */
export type UserAttributes = {
  readonly username: string;
  readonly email?: string;
  readonly name?: UserName;
} & Readonly<Partial<Record<(typeof TEXT_ATTRIBUTES)[number], string>>>;

/** When and from where a user last signed on. */
export type LastSignOn = { readonly at: number; readonly remoteIp: string };

export type LifecycleStatus = "ACCOUNT_OK" | "VERIFICATION_REQUIRED";

/** Mutable: operations change the user in place. */
export type User = {
  readonly id: string;
  /** Position in the order of creation; cursors point at it. */
  readonly sequence: number;
  attributes: UserAttributes;
  populationId: string;
  enabled: boolean;
  emailVerified: boolean;
  lifecycleStatus: LifecycleStatus;
  /** Whether a sign-on asks for a second factor. */
  mfaEnabled: boolean;
  /** Undefined until the first sign-on. */
  lastSignOn: LastSignOn | undefined;
  /** Set while an administrator holds the account locked; beside the password's own lockout. */
  accountLockedAt: number | undefined;
  readonly password: PasswordRecord;
  readonly mfa: Mfa;
  /** The code that was mailed last, until it is used. */
  recoveryCode: RecoveryCode | undefined;
  readonly mailCount: MailCount;
  readonly createdAt: number;
  updatedAt: number;
};
