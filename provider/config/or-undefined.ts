/** An empty setting (a CI variable that is not there) counts as not set. */
export function orUndefined(value: string | undefined): string | undefined {
  const text = value?.trim();
  return text === "" ? undefined : text;
}
