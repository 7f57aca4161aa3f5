export type { Connection, Credentials } from "./connection";
export { readConfig, readConnection } from "./read-config";
export { type ConnectionSettings, settingNames, settings } from "./settings";
export { EXPLICIT_PROVIDER_KEY, type ReadKey } from "./source";
