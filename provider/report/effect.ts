import type { Step } from "./document";
import type { Calls } from "./calls";

/** Some users: how many, and the names of the first few where they are known. */
export type Members = { readonly count: number; readonly first: readonly string[] };

/** What becomes of the users of a TestUsers. */
export type UserChanges = {
  readonly added: Members;
  readonly changed: Members;
  readonly withAnotherPassword: Members;
  readonly askedToChange: Members;
  readonly removed: Members;
  /** Taken over once, and not deleted. */
  readonly left: Members;
};

/** What a step does at PingOne. */
export type Effect = {
  /** In words. */
  readonly does: string;
  readonly calls: Calls;
  readonly users?: UserChanges;
  /** A password is set, before which nobody is asked, but after which all sets of a run share a list. */
  readonly isSet?: boolean;
  /** Something is not known yet, so that it may do more, or less. */
  readonly isOpen?: boolean;
};

/** What the steps of one resource type do. */
export type Describe = {
  /** @param said what the provider said of the resource in this preview */
  create(step: Step, said: readonly string[]): Effect;
  /** @param said what the provider said of the resource in this preview */
  update(step: Step, said: readonly string[]): Effect;
  remove(step: Step): Effect;
  refresh(step: Step): Effect;
};
