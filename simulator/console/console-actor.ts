import type { Actor } from "../activities/actor";

/** Who the activities name for what the console does. */
export const CONSOLE_ACTOR: Actor = {
  type: "CLIENT",
  id: "cccccccc-dddd-4eee-8fff-000000000000",
  name: "Simulator console",
};
