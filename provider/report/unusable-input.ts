/** What is to be reported on cannot be read, or is something else. The message says what to give instead. */
export class UnusableInput extends Error {
  override readonly name = "UnusableInput";
}
