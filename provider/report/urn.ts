import type { ResourceName } from "../lifecycle";
import { CALLS } from "./calls";

/** A resource of this package. */
export type Subject = { readonly type: ResourceName; readonly resource: string };

const OURS = "pulumi-nodejs:dynamic/pingone:";

/** Whose URN it is; undefined for resources of others. */
export function subjectOf(urn: unknown): Subject | undefined {
  const [, , types = "", ...name] = typeof urn === "string" ? urn.split("::") : [];
  const token = types.split("$").at(-1) ?? "";
  const type = token.slice(OURS.length);
  return token.startsWith(OURS) && isResourceName(type) ? { type, resource: name.join("::") } : undefined;
}

/** True for the name of a type of this package. */
export function isResourceName(name: string): name is ResourceName {
  return Object.hasOwn(CALLS, name);
}
