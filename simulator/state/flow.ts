import type { RecoveryCode } from "../recovery/recovery-code";

/** The statuses a simulated flow can be in; PingOne has more. */
export type FlowStatus =
  | "USERNAME_PASSWORD_REQUIRED"
  | "MUST_CHANGE_PASSWORD"
  | "PASSWORD_EXPIRED"
  | "RECOVERY_CODE_REQUIRED"
  | "OTP_REQUIRED"
  | "COMPLETED";

/** What the application asked for when it sent the user to sign on. */
export type AuthorizationRequest = {
  readonly responseMode: "redirect" | "pi.flow";
  /** Undefined only with `pi.flow`. */
  readonly redirectUri: string | undefined;
  readonly scope: string;
  readonly state: string | undefined;
  readonly nonce: string | undefined;
  /** The S256 challenge of PKCE. */
  readonly codeChallenge: string | undefined;
};

/** One sign-on under way; mutable, its operations move it on. */
export type Flow = {
  readonly id: string;
  readonly environmentId: string;
  readonly clientId: string;
  /** The value of the cookie `ST`, which every request of the flow has to carry. */
  readonly sessionToken: string;
  readonly request: AuthorizationRequest;
  status: FlowStatus;
  /** Who signs on; undefined before that is known, and for a name nobody has. */
  userId: string | undefined;
  /** Compared with where the user has no code to use, so that a name nobody has is answered as a user's is. */
  decoyCode: RecoveryCode | undefined;
  /** Whether the authorization code was handed out. */
  isResumed: boolean;
  lastUsedAt: number;
};

/** A code that stands for a finished sign-on until it is exchanged for tokens. */
export type AuthorizationCode = {
  readonly clientId: string;
  readonly environmentId: string;
  readonly userId: string;
  readonly request: AuthorizationRequest;
  readonly expiresAt: number;
};
