export type { Connection, Credentials } from "./connection";
export { readConfig } from "./read-config";
export { settingNames } from "./settings";
export { EXPLICIT_PROVIDER_KEY, type ReadKey } from "./source";
