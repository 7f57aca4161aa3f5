import type { Lifecycle, Props, Report } from "../../provider/lifecycle";
import { recordReport } from "../helpers/session";

/** A resource as the state keeps it. */
export type Stored<S> = { readonly id: string; readonly inputs: Props; readonly outs: S };

/**
 * Brings a resource to what a program declares, with the calls that the engine makes and in their order.
 * @throws Error with the reasons, when check finds failures
 */
export async function bringUp<I, S>(
  lifecycle: Lifecycle<I, S>,
  news: Props,
  before?: Stored<S>,
  report: Report = recordReport(),
): Promise<Stored<S>> {
  const { inputs, failures } = await lifecycle.check(before?.inputs ?? {}, news, report);
  if (failures.length > 0) {
    throw new Error(failures.map(({ reason }) => reason).join("\n"));
  }
  const checked = inputs as unknown as I;
  if (before === undefined) {
    return store(await lifecycle.create(checked, report), inputs);
  }
  const { changes, replaces } = await lifecycle.diff(before.id, before.outs, checked, report);
  if (replaces.length > 0) {
    const created = await lifecycle.create(checked, report);
    await lifecycle.delete(before.id, before.outs, report);
    return store(created, inputs);
  }
  return changes
    ? store({ id: before.id, outs: await lifecycle.update(before.id, before.outs, checked, report) }, inputs)
    : before;
}

/** Brings the state to what PingOne holds, as `pulumi refresh` does; undefined when the object is gone. */
export async function refresh<I, S>(
  lifecycle: Lifecycle<I, S>,
  stored: Stored<S>,
  report: Report = recordReport(),
): Promise<Stored<S> | undefined> {
  const found = await lifecycle.read(stored.id, carried(stored.outs), report);
  return found === undefined ? undefined : { ...stored, outs: carried(found as S) };
}

function store<S>({ id, outs }: { id: string; outs: S }, inputs: Props): Stored<S> {
  return { id, inputs, outs: carried(outs) };
}

/** The engine carries JSON, and no undefined. */
export function carried<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
