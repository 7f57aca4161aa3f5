import { isRecord, type Operation } from "../transport";
import { parsePage, withQuery } from "./page";
import { environmentPath } from "./user-ref";

/** A population: a set of users of one environment, all under one password policy. */
export type Population = {
  /** UUID of the population. */
  readonly id: string;
  /** Its name in the PingOne console. */
  readonly name?: string;
  /** True for the one that a new user is in when none is named. */
  readonly default: boolean;
  /** Id of its password policy; absent where the environment's default one holds. */
  readonly passwordPolicyId?: string;
};

/** One page of populations. */
export type PopulationPage = {
  /** The populations of this page. */
  readonly populations: readonly Population[];
  /** Asks for the next page, as `cursor`; absent on the last one. */
  readonly next?: string;
};

/**
 * Reads the populations of an environment, page by page. Changes nothing.
 * https://developer.pingidentity.com/pingone-api/platform/populations.html
 */
export const listPopulations: Operation<
  { readonly environmentId: string; readonly cursor?: string | undefined },
  PopulationPage
> = {
  name: "listPopulations",
  method: "GET",
  path: ({ environmentId, cursor }) => withQuery(environmentPath(environmentId, "populations"), { cursor }),
  repeatable: true,
  parse: (body, { cursor }) => {
    const page = parsePage(body, "populations", parsePopulation, cursor);
    if (page === undefined) {
      return undefined;
    }
    const { members, ...rest } = page;
    return { populations: members, ...rest };
  },
};

function parsePopulation(body: unknown): Population | undefined {
  if (!isRecord(body) || typeof body["id"] !== "string") {
    return undefined;
  }
  const { id, name, passwordPolicy } = body;
  return {
    id,
    ...(typeof name === "string" ? { name } : {}),
    default: body["default"] === true,
    ...(isRecord(passwordPolicy) && typeof passwordPolicy["id"] === "string"
      ? { passwordPolicyId: passwordPolicy["id"] }
      : {}),
  };
}
