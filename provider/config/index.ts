export type { Connection, Credentials } from "./connection";
export { readConfig, readConnection } from "./read-config";
export { completeLimits, readLimits } from "./read-limits";
export {
  type ConnectionSettings,
  limitNames,
  type Limits,
  type RegionCode,
  settingNames,
  settings,
} from "./settings";
export { EXPLICIT_PROVIDER_KEY, type ReadKey } from "./source";
