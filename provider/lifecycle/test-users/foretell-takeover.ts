import { PingOneError } from "../../errors";
import type { Report } from "../lifecycle";
import type { Session } from "../session";
import { namesOf, users } from "./describe-plan";

/**
 * Says at the preview of a creation who carries the mark already: the resource is replaced, the state was lost, or another stack has this
 * one's project and name. One list is read for it. Where it cannot be read the creation tells.
 */
export async function foretellTakeover(
  { isPreview, reads }: Session,
  environmentId: string,
  owner: string,
  usernames: readonly string[],
  report: Report,
): Promise<void> {
  if (!isPreview()) {
    return;
  }
  const own = await reads.ownUsers(environmentId, owner).catch((error: unknown) => {
    if (error instanceof PingOneError) {
      return undefined;
    }
    throw error;
  });
  if (own === undefined || own.size === 0) {
    return;
  }
  const declared = new Set(usernames.map((username) => username.toLowerCase()));
  const members = [...own].map(([key, { username = key }]) => ({ username }));
  const others = members.filter(({ username }) => !declared.has(username.toLowerCase()));
  const fate =
    others.length === 0
      ? "they are taken over and become what is declared"
      : `those who are declared are taken over; the others (${namesOf(others)}) are removed by the next pulumi up after this one`;
  report.warn(
    `${users(own.size)} (${namesOf(members)}) of this environment ${own.size === 1 ? "carries" : "carry"} the mark of this resource (${owner}) already: ${fate}. After a replacement or a lost state that is right. Only if another stack of the same project and stack name made them, give this stack or resource another name.`,
  );
}
