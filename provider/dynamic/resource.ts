import * as pulumi from "@pulumi/pulumi";
import { toRunError } from "../errors/end-run";
import type { ResourceName } from "../lifecycle";
import { describeConstruction } from "./describe-construction";
import { PREVIEW_KEY, PROVIDER_KEY, URN_KEY } from "./keys";
import { plainInputs } from "./plain-inputs";
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
  /** @param describe the inputs that the arguments make; what is wrong with those may be thrown here, and nowhere else in a constructor */
  constructor(
    type: ResourceName,
    name: string,
    args: object,
    describe: () => Description,
    opts: pulumi.CustomResourceOptions | undefined,
  ) {
    try {
      refuseUnfit(args, opts);
      const { inputs, secretOutputs } = describe();
      const token = `pulumi-nodejs:dynamic/pingone:${type}`;
      super(
        token,
        name,
        {
          ...plainInputs(inputs),
          [PROVIDER_KEY]: providerText(type),
          [URN_KEY]: urnOf(name, token, opts?.parent),
          ...(pulumi.runtime.isDryRun() ? { [PREVIEW_KEY]: true } : {}),
        },
        secretOutputs === undefined
          ? opts
          : pulumi.mergeOptions(opts, { additionalSecretOutputs: [...secretOutputs] }),
      );
      // Inputs stand on the object as outputs do: a program that exports the whole resource would put these into its stack's outputs.
      // One that is given nothing is an output of that name.
      for (const secret of SECRET_INPUTS.filter((name) => inputs[name] !== undefined)) {
        Reflect.deleteProperty(this, secret);
      }
    } catch (error) {
      throw toRunError(error, describeConstruction(type, name));
    }
  }
}

/** What a resource tells the engine of itself. */
export type Description = {
  readonly inputs: pulumi.Inputs;
  /** Outputs that are secret whatever they are made of. */
  readonly secretOutputs?: readonly string[];
};

/** A program in JavaScript gives anything. */
function refuseUnfit(args: unknown, opts: pulumi.CustomResourceOptions | undefined): void {
  if (typeof args !== "object" || args === null) {
    throw new pulumi.RunError("its arguments are missing: give { environmentId, ... } behind the name.");
  }
  if (opts?.import !== undefined) {
    throw new pulumi.RunError(
      "the option import does not work with a dynamic resource. Declare the resource without it.",
    );
  }
}

/** The text in the state. Old states hold it as it was written: both names in it have to work for ever. */
export function providerText(type: ResourceName): string {
  return `exports.handler=require("pulumi-pingone-password/provider").${type}`;
}
