/** The worker's secret: encrypted in the state, in the entry of an explicit provider, and a mark in the file of PingOne's side. */
export const CLIENT_SECRET = "planted-client-secret-5d1f";

/** The password that users of the seed begin with. */
export const SEED_PASSWORD = "Planted-Seed!40";

/** The passwords that the states were made with, by the variables that the programs read. */
export const PASSWORDS = {
  BYPASSING_PASSWORD: "Planted-Bypassing!41",
  COMPONENT_PASSWORD: "Planted-Component!42",
  ENV_PASSWORD: "Planted-Env!43",
  FILE_PASSWORD: "Planted-File!44",
  LATE_PASSWORD: "Planted-Late!54",
  MOVED_PASSWORD: "Planted-Moved!45",
  RENAMED_PASSWORD: "Planted-Renamed!46",
  ROW_ENV_PASSWORD: "Planted-Row-Env!47",
  ROW_VALUE_PASSWORD: "Planted-Row-Value!48",
  STRANGER_PASSWORD: "Planted-Stranger!49",
  TENANT_PASSWORD: "Planted-Tenant!50",
  VALUE_PASSWORD: "Planted-Value!51",
} as const;

export type PasswordName = keyof typeof PASSWORDS;

/** What the actions were given when they ran; nothing asks for it later. */
export const ACTION_PASSWORDS = {
  SEED_PASSWORD,
  RECOVERED_PASSWORD: "Planted-Recovered!52",
  RESET_PASSWORD: "Planted-Reset!53",
} as const;

/** The passwords of a later run, each another one. */
export const NEXT_PASSWORDS = Object.fromEntries(
  Object.entries(PASSWORDS).map(([name, password]) => [name, password.replace("Planted", "Changed")]),
) as Record<PasswordName, string>;
