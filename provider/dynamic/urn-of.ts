import * as pulumi from "@pulumi/pulumi";

/** The type of a stack, which stands in no URN of its children. */
const STACK = "pulumi:pulumi:Stack";

/**
 * The URN that the engine will give a resource. `pulumi.createUrn` takes the parent's name apart where `::` stands in it.
 *
 * It is a plain promise, because an output would depend on the parent, which the SDK takes for all of the parent's children: two
 * children of one component would wait for each other for ever. The promise fails where the parent fails: nothing waits for a
 * parent that does not come.
 */
export async function urnOf(
  name: string,
  token: string,
  parent: pulumi.Resource | undefined,
): Promise<string> {
  if (parent === undefined) {
    return `urn:pulumi:${pulumi.getStack()}::${pulumi.getProject()}::${token}::${name}`;
  }
  const { urn } = await pulumi.runtime.serializeProperties(name, { urn: parent.urn });
  const [stack = "", project = "", parentType = STACK] = String(urn).split("::");
  const type = parentType === STACK ? token : `${parentType}$${token}`;
  return `${stack}::${project}::${type}::${name}`;
}
