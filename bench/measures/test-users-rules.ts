import type { Figures } from "../figures";
import { LATENCIES, type Rule } from "../findings";
import { medianRatio } from "../median";
import { perUser, type StateSizes } from "./size-rows";
import type { UsersStep } from "./users-round";

/** Up beyond the no-op, as a multiple of the bare loop. */
const MOST_TIMES_THE_LIMIT = 1.5;

/** Up of the largest size as a multiple of up of the one before it, which has a tenth of the users. */
const MOST_TIMES_A_TENTH = 11;

/** No-change up of the largest size, as a multiple of the no-op. */
const MOST_TIMES_THE_NOTHING = 1.3;

/** Bytes of inputs and outputs for each user of three columns. */
const MOST_BYTES = 250;

/** What a TestUsers has to keep to: the largest size and the one before it are judged. */
export function testUsersRules(
  sizes: readonly number[],
  figures: Figures,
  states: readonly StateSizes[],
): Rule[] {
  const [middle, large] = [sizes.at(-2) ?? 0, sizes.at(-1) ?? 0];
  const at = (users: number, step: UsersStep) => ({ users, step });
  const largest = states.at(-1);
  return [
    ...LATENCIES.flatMap((latency) => [
      {
        rule: `TestUsers, N=${middle}, ${latency} ms: up beyond the no-op, times the limit`,
        limit: MOST_TIMES_THE_LIMIT,
        actual: medianRatio(
          figures.beyondNothing(latency, at(middle, "up")),
          figures.seconds(`limit ${latency}`, at(middle, "up")),
        ),
      },
      {
        rule: `TestUsers, ${latency} ms: up of N=${large}, times up of N=${middle}`,
        limit: MOST_TIMES_A_TENTH,
        actual: medianRatio(
          figures.seconds(latency, at(large, "up")),
          figures.seconds(latency, at(middle, "up")),
        ),
      },
      {
        rule: `TestUsers, ${latency} ms: the same, both beyond the no-op`,
        limit: MOST_TIMES_A_TENTH,
        actual: medianRatio(
          figures.beyondNothing(latency, at(large, "up")),
          figures.beyondNothing(latency, at(middle, "up")),
        ),
      },
      {
        rule: `TestUsers, N=${large}, ${latency} ms: no-change up, times the no-op`,
        limit: MOST_TIMES_THE_NOTHING,
        actual: figures.ratio(latency, "nothing", at(large, "no-change up")),
      },
    ]),
    {
      rule: `TestUsers, N=${large}: bytes of inputs and outputs for each user`,
      limit: MOST_BYTES,
      actual: largest && perUser(largest, "ours"),
    },
  ].map((rule) => ({ ...rule, bound: "at most" }));
}
