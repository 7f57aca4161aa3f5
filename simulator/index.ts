import "./require-node";
export { createSimulator } from "./create-simulator";
export type { FaultKind, FaultRule, FaultRuleStatus } from "./faults/fault-rule";
export { FaultRuleError } from "./faults/fault-rule-error";
export type { FaultRuleProblem } from "./faults/fault-rule-error";
export type { FaultControl, FaultName } from "./faults/faults";
export type { Fault, FaultTarget } from "./faults/next-faults";
export type { Ledger, LedgerEntry } from "./ledger";
export type { Mail } from "./mail/mailbox";
export type { OperationName } from "./operations";
export type { PasswordStatus } from "./password/password-status";
export type { PasswordPolicyChanges } from "./seed/add-seed-password-policy";
export type {
  Seed,
  SeedApplication,
  SeedPasswordPolicy,
  SeedPopulation,
  SeedUser,
  SeedWorker,
} from "./seed/seed";
export { SeedError } from "./seed/seed-error";
export type {
  ApplicationCredentials,
  NewEnvironment,
  NewWorker,
  Simulator,
  SimulatorOptions,
  WorkerCredentials,
} from "./simulator";
export type { EnvironmentSnapshot, MailSnapshot, Snapshot } from "./snapshot/snapshot";
export { SnapshotError } from "./snapshot/snapshot-error";
export { StateFileError } from "./state-file/state-file-error";
export type { StateCounts } from "./overview/count-state";
export type { GrantType } from "./state/application";
export type { TokenEndpointAuthMethod, WorkerRole } from "./state/worker";
export type { AccountView, LastSignOnView } from "./views/user-view";
export type { SimulatedUser } from "./views/simulated-user-view";
