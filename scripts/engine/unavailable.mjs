/** One way to an engine does not work here; the message says what was tried and why, for the final error. */
export class Unavailable extends Error {
  /** @override */
  name = "Unavailable";
}
