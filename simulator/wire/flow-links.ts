import type { Link } from "./links";

/** A flow, and everything that can be done in it: the media type tells the actions apart. */
export function flowLink(origin: string, environmentId: string, flowId: string): Link {
  return { href: `${origin}/${environmentId}/flows/${flowId}` };
}

/** Where a finished flow hands out its code. */
export function resumeUrl(origin: string, environmentId: string, flowId: string): string {
  return `${origin}/${environmentId}/as/resume?${new URLSearchParams({ flowId }).toString()}`;
}

/** The page a user is sent to; it reads the ids from the query. */
export function signOnPageUrl(origin: string, environmentId: string, flowId: string): string {
  return `${origin}/${environmentId}/signon?${new URLSearchParams({ environmentId, flowId }).toString()}`;
}
