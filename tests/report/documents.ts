type Props = Readonly<Record<string, unknown>>;

/** A URN as the engine makes it. */
export function urnOf(type: string, name: string): string {
  return `urn:pulumi:dev::test::pulumi-nodejs:dynamic/pingone:${type}::${name}`;
}

/** A resource as `pulumi preview --json` and `pulumi stack export` write it. */
export function held(
  type: string,
  name: string,
  inputs: Props,
  outputs: Props = {},
  more: Props = {},
): Props {
  return { urn: urnOf(type, name), type: `pulumi-nodejs:dynamic/pingone:${type}`, inputs, outputs, ...more };
}

/** A step of a preview; the name and the type come from its states. */
export function step(op: string, oldState: Props | undefined, newState?: Props): Props {
  const { urn } = newState ?? oldState ?? {};
  return {
    op,
    urn,
    ...(oldState === undefined ? {} : { oldState }),
    ...(newState === undefined ? {} : { newState }),
  };
}

/** Something a resource says in a preview. */
export function said(type: string, name: string, message: string, severity = "info"): Props {
  const prefix = severity === "info" ? "" : `${severity}: `;
  return { urn: urnOf(type, name), message: `${prefix}${message}\n`, severity };
}

/** A check that failed, in the engine's words. */
export function failed(type: string, name: string, reason: string): Props {
  return said(
    type,
    name,
    `pulumi-nodejs:dynamic/pingone:${type} resource '${name}' has a problem: ${reason}`,
    "error",
  );
}

/** What `pulumi preview --json` writes. */
export function previewJson(steps: readonly Props[], diagnostics: readonly Props[] = []): string {
  return JSON.stringify({ steps, diagnostics, duration: 1, changeSummary: { create: steps.length } });
}

/** What `pulumi stack export` writes. */
export function exportJson(resources: readonly Props[]): string {
  return JSON.stringify({ version: 3, deployment: { manifest: {}, resources } });
}

/** A secret as a state holds it with `--show-secrets`. */
export function shownSecret(value: unknown): Props {
  return {
    "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
    plaintext: JSON.stringify(value),
  };
}
