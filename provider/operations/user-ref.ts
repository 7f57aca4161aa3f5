/** Names one user of one environment. Both are UUIDs. */
export type UserRef = {
  readonly environmentId: string;
  readonly userId: string;
};

/** Path of an environment, or of something in it. Parts are encoded, so that none of them can leave the path. */
export function environmentPath(environmentId: string, ...parts: readonly string[]): string {
  return ["", "environments", environmentId, ...parts].map(encodeURIComponent).join("/");
}

/** Path of a user's password: all operations on it share it. */
export function passwordPath({ environmentId, userId }: UserRef): string {
  return environmentPath(environmentId, "users", userId, "password");
}
