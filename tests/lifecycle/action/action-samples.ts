import {
  lifecycles,
  type Lifecycle,
  type Props,
  type ResourceName,
  type Session,
} from "../../../provider/lifecycle";

/** One type of action as a program may declare it, and what a run of it leaves in the state. */
export type ActionSample = {
  readonly type: ResourceName;
  readonly suffix: string;
  readonly subject: "userId" | "username";
  /** What is declared, the secrets apart. */
  readonly inputs: Props;
  /** Another value for each setting. */
  readonly others: Props;
  /** Its secrets. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Those that it cannot run without. */
  readonly required: readonly string[];
  /** What the state has beside the inputs. */
  readonly outs: Props;
  /** Whether a refresh looks at PingOne. */
  readonly readsState?: boolean;
};

const environmentId = "11111111-2222-4333-8444-555555555555";
const user = {
  environmentId,
  userId: "a11ce000-0000-4000-8000-000000000001",
  triggers: ["first", { build: 1 }],
};
const at = "2026-01-01T00:00:00.000Z";
const byId = { subject: "userId", inputs: user, others: {}, secrets: {}, required: [] } as const;

/** Every type of action but PasswordUnlock, which has no secrets and looks for itself when it runs. */
export const actionSamples: readonly ActionSample[] = [
  {
    ...byId,
    type: "PasswordForceChange",
    suffix: "force-change",
    readsState: true,
    outs: { before: { status: "OK" }, after: { status: "MUST_CHANGE_PASSWORD" }, performedAt: at },
  },
  {
    ...byId,
    type: "PasswordRecoveryCode",
    suffix: "recovery-code",
    outs: { sent: "confirmed", sentAt: at, expiresAt: at },
  },
  {
    ...byId,
    type: "PasswordRecovery",
    suffix: "recovery",
    readsState: true,
    secrets: { recoveryCode: "AB12cd34", newPassword: "New-Secret.43" },
    required: ["recoveryCode", "newPassword"],
    outs: { status: "OK", recoveredAt: at },
  },
  {
    ...byId,
    type: "PasswordReset",
    suffix: "reset",
    inputs: { ...user, applicationId: "app" },
    others: { applicationId: "another" },
    secrets: { currentPassword: "Old-Secret.42", newPassword: "New-Secret.43" },
    required: ["currentPassword", "newPassword"],
    outs: { flowStatus: "COMPLETED", completedAt: at },
  },
  {
    ...byId,
    type: "PasswordCheck",
    suffix: "check",
    secrets: { password: "Old-Secret.42" },
    required: ["password"],
    outs: { matched: true, failuresRemaining: 5 },
  },
  {
    type: "ForgotPassword",
    suffix: "forgot",
    subject: "username",
    inputs: {
      environmentId,
      username: "alice",
      applicationId: "app",
      recoveryCodeFrom: { file: "code.txt" },
      triggers: user.triggers,
    },
    others: { applicationId: "another", recoveryCodeFrom: { file: "another.txt" } },
    secrets: { newPassword: "New-Secret.43" },
    required: [],
    outs: { flowStatus: "COMPLETED", sent: "confirmed", sentAt: at, recoveredAt: at },
  },
];

/** What a type does. */
export function lifecycleOf(type: ResourceName, session: Session): Lifecycle<Props, Props> {
  return lifecycles[type](session);
}
