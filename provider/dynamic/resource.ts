import * as pulumi from "@pulumi/pulumi";
import type { ResourceName } from "../lifecycle";
import { plainInputs } from "./plain-inputs";
import { PREVIEW_KEY, PROVIDER_KEY, URN_KEY } from "./keys";
import { urnOf } from "./urn-of";

/** Secrets that the provider takes out of the inputs, so that they reach no state. */
const SECRET_INPUTS = ["value", "password", "currentPassword", "newPassword", "recoveryCode"] as const;

/**
 * A resource whose behaviour is this package's `./provider`.
 *
 * `pulumi.dynamic.Resource` would serialise that behaviour into the state of every resource, twice: large, slow, and frozen
 * until the next update. This puts a short text there instead, which finds the installed package. So an upgrade of the
 * package is at work at once, also for refresh and destroy, and shows no diff.
 */
export class DynamicResource extends pulumi.CustomResource {
  constructor(
    type: ResourceName,
    name: string,
    props: pulumi.Inputs,
    opts: pulumi.CustomResourceOptions | undefined,
  ) {
    if (opts?.import !== undefined) {
      throw new pulumi.RunError(
        `${type} "${name}": the option import does not work with a dynamic resource. Declare the resource without it.`,
      );
    }
    const token = `pulumi-nodejs:dynamic/pingone:${type}`;
    super(
      token,
      name,
      {
        ...plainInputs(props),
        [PROVIDER_KEY]: providerText(type),
        [URN_KEY]: urnOf(name, token, opts?.parent),
        ...(pulumi.runtime.isDryRun() ? { [PREVIEW_KEY]: true } : {}),
      },
      opts,
    );
    // Inputs stand on the object as outputs do: a program that exports the whole resource would put these into its stack's outputs.
    // One that is given nothing is an output of that name.
    for (const secret of SECRET_INPUTS.filter((name) => props[name] !== undefined)) {
      Reflect.deleteProperty(this, secret);
    }
  }
}

/** The text in the state. Old states hold it as it was written: both names in it have to work for ever. */
export function providerText(type: ResourceName): string {
  return `exports.handler=require("pulumi-pingone-password/provider").${type}`;
}
