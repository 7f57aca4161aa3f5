import type { Simulator } from "../../simulator";
import type { Held } from "./shape";

/** What the programs' variables hold. */
export const passwords = {
  ALICE_PASSWORD: "Copper-Kettle!71x",
  BOB_PASSWORD: "Marble-Window?28y",
} as const;

/** The users that PingOne has, with the variable that holds the password of each. */
export function heldBy(simulator: Simulator): Held {
  const ids = simulator.snapshot().environments.flatMap(({ users }) => users.map(({ id }) => id));
  return Object.fromEntries(
    ids.map((id) => [simulator.readUser(id)?.username ?? id, passwordOf(simulator, id)]),
  );
}

function passwordOf(simulator: Simulator, userId: string): string {
  const known = Object.entries(passwords).find(([, value]) => simulator.verifyPassword(userId, value));
  return known?.[0] ?? simulator.readUser(userId)?.password.status ?? "gone";
}
