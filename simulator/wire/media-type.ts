/**
 * All content types a request carries, in its order, without parameters.
 * Read from the raw headers: some clients send two, and Node's parsed headers keep only the first.
 */
export function readContentTypes(rawHeaders: readonly string[]): string[] {
  const types: string[] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.toLowerCase() !== "content-type") continue;
    types.push((rawHeaders[index + 1] ?? "").split(";", 1)[0]?.trim() ?? "");
  }
  return types;
}

/** The type that selects the operation: a vendor type wins over the general one sent before it. */
export function selectMediaType(contentTypes: readonly string[]): string {
  return contentTypes.find((type) => type.startsWith("application/vnd.")) ?? contentTypes[0] ?? "";
}
