/** A set-up that cannot go on. The message is for the user as it stands: what failed, what was tried, what to do. */
export class SetupError extends Error {
  /** @override */
  name = "SetupError";
}
