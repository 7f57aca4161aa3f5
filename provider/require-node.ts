/** True for a Node that can load the packages this one depends on: ES modules with `require`. @param version without a leading v */
export function isSupportedNode(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
}

/** What to say of a Node that is not supported. */
export function describeNode(version: string): string {
  return `pulumi-pingone-password needs Node 22.12 or newer, or 20.19 or newer of Node 20; this is ${version}. Install one from https://nodejs.org, and put it first on PATH where this runs.`;
}

// Imported before anything else: an older Node would fail in a dependency, with a message about that.
if (!isSupportedNode(process.versions.node)) {
  // Pulumi prints the message of such an error alone, and inspects its stack all the same, on which some Nodes loop for ever.
  const error = new Error(describeNode(process.versions.node));
  throw Object.assign(error, { __pulumiRunError: true, stack: String(error) });
}
