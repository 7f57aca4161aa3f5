import type { Measure } from "../measure";
import { moduleLoad } from "./module-load";
import { rateLimit } from "./rate-limit";
import { simulator } from "./simulator";
import { testUsers } from "./test-users";
import { userPassword } from "./user-password";
import { userPassword1000 } from "./user-password-1000";

/** Every measure, in the order in which they run. */
export const measures = {
  "user-password": userPassword,
  "user-password-1000": userPassword1000,
  "test-users": testUsers,
  "rate-limit": rateLimit,
  "module-load": moduleLoad,
  simulator,
} satisfies Record<string, Measure>;

/** One of {@link measures}. */
export type MeasureName = keyof typeof measures;
