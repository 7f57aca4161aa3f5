import type { StateSize } from "../engine/state-size";
import type { Figures, Variant } from "../figures";
import type { Size } from "../findings";

/** The state of so many users, by who made it. */
export type StateSizes = { readonly users: number } & Partial<Record<"nothing" | "ours", StateSize>>;

/** Bytes of state for each user and the memory of the provider process. */
export function sizeRows(
  what: string,
  states: readonly StateSizes[],
  figures: Figures,
  ours: readonly Variant[],
): Size[] {
  const largest = states.at(-1);
  return [
    ...(largest === undefined
      ? []
      : [
          {
            what: `${what}: bytes of inputs and outputs for each user (N=${largest.users})`,
            nothing: perUser(largest, "nothing"),
            ours: perUser(largest, "ours"),
          },
        ]),
    ...(states.length < 2
      ? []
      : [
          {
            what: `${what}: bytes by which the state file grows with each user`,
            nothing: growth(states, "nothing"),
            ours: growth(states, "ours"),
          },
        ]),
    ...states.map(({ users }) => ({
      what: `${what}: peak memory of the provider process in MiB (N=${users})`,
      nothing: figures.peak(["nothing"], users),
      ours: figures.peak(ours, users),
    })),
  ];
}

/** Bytes of inputs and outputs for each user; undefined where nobody measured. */
export function perUser(state: StateSizes, who: "nothing" | "ours"): number | undefined {
  const size = state[who];
  return size && size.properties / state.users;
}

/** From the smallest to the largest stack, so that what every stack holds does not count. */
function growth(states: readonly StateSizes[], who: "nothing" | "ours"): number | undefined {
  const [first, last] = [states[0], states.at(-1)];
  const [small, large] = [first?.[who], last?.[who]];
  return first === undefined || last === undefined || first === last || !small || !large
    ? undefined
    : (large.file - small.file) / (last.users - first.users);
}
