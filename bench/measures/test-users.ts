import { describeCalls } from "../calls";
import { Figures } from "../figures";
import { LATENCIES, type Timing } from "../findings";
import type { Measure } from "../measure";
import { sizeRows, type StateSizes } from "./size-rows";
import { testUsersRules } from "./test-users-rules";
import { timeUsers } from "./time-users";
import { USERS_STEPS } from "./users-round";

/** Many users in one resource, beside one that does nothing with the same rows and beside a bare loop of the same requests. */
export const testUsers: Measure = async (run) => {
  const sizes = run.quick ? [20, 100] : [100, 1000, 10_000];
  const figures = new Figures();
  const states: StateSizes[] = [];
  for (const users of sizes) {
    states.push(await timeUsers(run, users, figures));
  }
  return {
    timings: sizes.flatMap((users) => timings(users, figures)),
    sizes: sizeRows("TestUsers", states, figures, LATENCIES),
    rules: testUsersRules(sizes, figures, states),
  };
};

function timings(users: number, figures: Figures): Timing[] {
  return USERS_STEPS.map((step) => {
    const query = { users, step };
    const calls = figures.calls(query);
    return {
      what: `TestUsers: ${step}`,
      users,
      nothing: figures.median("nothing", query),
      ours: figures.byLatency(query),
      limit: figures.byLatency(query, "limit"),
      empty: figures.median("empty", query),
      calls: calls && describeCalls(calls),
    };
  });
}
