import { ACTIVITY_TYPES } from "../activities/activity-types";
import type { Activity } from "../activities/activity-log";
import type { PastPassword, PasswordLock, PasswordRecord } from "../password/password-record";
import type { RecoveryCode } from "../recovery/recovery-code";
import type { Application } from "../state/application";
import type { PasswordPolicy } from "../state/password-policy";
import type { Population } from "../state/population";
import type { User } from "../state/user";
import type { Worker, WorkerRole } from "../state/worker";
import { isObject } from "../wire/json-body";
import { WHOLE, requireShape } from "./shape";
import type { ShapeOf } from "./shape";
import { SNAPSHOT_FORMAT, SNAPSHOT_VERSION } from "./snapshot";
import type { EnvironmentSnapshot, MailSnapshot, Snapshot } from "./snapshot";
import { SnapshotError } from "./snapshot-error";

const POPULATION: ShapeOf<Population> = {
  id: "id",
  name: "text",
  description: "text?",
  isDefault: "boolean",
  passwordPolicyId: "id?",
  preferredLanguage: "text?",
  themeId: "text?",
  createdAt: "time",
  updatedAt: "time",
};

const POLICY: ShapeOf<PasswordPolicy> = {
  id: "id",
  fields: "object",
  isDefault: "boolean",
  createdAt: "time",
  updatedAt: "time",
};

const LOCK: ShapeOf<PasswordLock> = { lockedAt: "time", until: "time?" };

const PAST_PASSWORD: ShapeOf<PastPassword> = { stored: "encoded", replacedAt: "time" };

const PASSWORD: ShapeOf<PasswordRecord> = {
  stored: "encoded?",
  changedAt: "time?",
  mustChange: "boolean",
  history: { each: PAST_PASSWORD },
  failureCount: "count",
  lastWrong: "encoded?",
  lock: { one: LOCK, isOptional: true },
  externalGateway: "object?",
};

const RECOVERY_CODE: ShapeOf<RecoveryCode> = { stored: "encoded", expiresAt: "time", failures: "count" };

const USER: ShapeOf<User> = {
  id: "id",
  sequence: "count",
  attributes: "object",
  populationId: "id",
  enabled: "boolean",
  emailVerified: "boolean",
  lifecycleStatus: "text",
  mfaEnabled: "boolean",
  lastSignOn: { one: { at: "time", remoteIp: "text" }, isOptional: true },
  accountLockedAt: "time?",
  password: { one: PASSWORD },
  mfa: { one: { failures: "count", lockedAt: "time?" } },
  recoveryCode: { one: RECOVERY_CODE, isOptional: true },
  mailCount: { one: { day: "count", sent: "count" } },
  createdAt: "time",
  updatedAt: "time",
};

const ACTIVITY: ShapeOf<Activity> = {
  id: "id",
  sequence: "count",
  recordedAt: "time",
  correlationId: "text",
  actor: {
    one: { type: "text", id: "text", name: "text", environmentId: "id?", populationId: "id?" },
    isOptional: true,
  },
  type: "text",
  user: { one: { id: "id", name: "text", populationId: "id" } },
};

const ENVIRONMENT: ShapeOf<EnvironmentSnapshot> = {
  id: "id",
  name: "text",
  lastSequence: "count",
  populations: { each: POPULATION },
  passwordPolicies: { each: POLICY },
  users: { each: USER },
  activities: { each: ACTIVITY },
};

const ROLE: ShapeOf<WorkerRole> = { name: "text", environmentIds: "texts?" };

const WORKER: ShapeOf<Worker> = {
  type: "text",
  clientId: "text",
  name: "text",
  clientSecret: "text",
  environmentId: "id",
  tokenEndpointAuthMethod: "text?",
  roles: { each: ROLE },
};

const APPLICATION: ShapeOf<Application> = {
  type: "text",
  clientId: "text",
  name: "text",
  environmentId: "id",
  clientSecret: "text?",
  redirectUris: "texts",
  grantTypes: "texts",
  tokenEndpointAuthMethod: "text?",
};

const MAIL: ShapeOf<MailSnapshot> = {
  id: "text",
  at: "time",
  environmentId: "id",
  userId: "id",
  username: "text",
  to: "text",
  type: "text",
  subject: "text",
  text: "text",
  code: "text",
  expiresAt: "time",
};

const SNAPSHOT: ShapeOf<Snapshot> = {
  format: "text",
  version: "count",
  takenAt: "text",
  clockOffset: "offset",
  environmentId: "id",
  clientId: "text",
  environments: { each: ENVIRONMENT },
  workers: { each: WORKER },
  applications: { each: APPLICATION },
  mails: { each: MAIL },
};

/** Makes sure that a value has the form of a snapshot of this version. @throws SnapshotError naming the first entry and field that is wrong */
export function checkSnapshot(value: unknown): asserts value is Snapshot {
  if (!isObject(value) || value["format"] !== SNAPSHOT_FORMAT) {
    throw new SnapshotError("format", `must be ${SNAPSHOT_FORMAT}: this is something else`);
  }
  if (value["version"] !== SNAPSHOT_VERSION) {
    throw new SnapshotError(
      "version",
      `must be ${SNAPSHOT_VERSION}: use the version of this package that wrote it`,
    );
  }
  requireShape(value, SNAPSHOT, WHOLE);
  requireActivityTypes(value as Snapshot);
}

/** One that is not known has no words, and no list could show it. */
function requireActivityTypes({ environments }: Snapshot): void {
  environments.forEach(({ activities }, index) => {
    const wrong = activities.findIndex(({ type }) => !Object.hasOwn(ACTIVITY_TYPES, type));
    if (wrong < 0) return;
    throw new SnapshotError(
      `environments[${index}].activities[${wrong}].type`,
      "must be the name of an activity",
    );
  });
}
