import * as pulumi from "@pulumi/pulumi";
import { wellFormed } from "../well-formed";

/** Inputs that exclude others: of these none may be given. */
export type Without<Names extends string> = Partial<Record<Names, undefined>>;

/** Where a secret is read from by the provider, so that it passes neither through the program nor through the engine. */
export type SecretFrom =
  | {
      /** Name of an environment variable, where `pulumi` runs. */
      env: pulumi.Input<string>;
      file?: undefined;
    }
  | {
      /** Path of a file that holds the secret and nothing else; a relative one starts at the program's folder. */
      file: pulumi.Input<string>;
      env?: undefined;
    };

/**
 * Makes a secret of an argument. Half of a character is no text for the SDK: inside a value it leaves the half out, so that another secret
 * would be set, and at the end of one it fails. U+FFFD goes in its place, which the provider refuses.
 */
export function secretInput<T>(value: pulumi.Input<T>): pulumi.Output<pulumi.Unwrap<T>> {
  return pulumi.secret(value).apply(withoutHalves);
}

/** The same for a text that is a part of a secret. */
export function withoutHalves<T>(value: T): T {
  return typeof value === "string" ? (wellFormed(value) as T) : value;
}

/** Makes secrets of the named arguments, where they are given. */
export function withSecrets(args: object, names: readonly string[]): pulumi.Inputs {
  const inputs: pulumi.Inputs = { ...args };
  for (const name of names) {
    if (inputs[name] !== undefined) {
      inputs[name] = secretInput(inputs[name]);
    }
  }
  return inputs;
}
