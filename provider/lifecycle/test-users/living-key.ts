/** By which a run knows that its program still has the users of one mark. */
export function livingKey(environmentId: string, owner: string): string {
  return `TestUsers ${environmentId}/${owner}`;
}

/** By which the value of a user waits for the create or update of the same process. */
export function valueKey(environmentId: string, owner: string, username: string): string {
  return JSON.stringify([environmentId, owner, username]);
}
