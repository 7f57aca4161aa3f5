import * as pulumi from "@pulumi/pulumi";

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

/** Makes secrets of the named arguments, where they are given. */
export function withSecrets(args: object, names: readonly string[]): pulumi.Inputs {
  const inputs: pulumi.Inputs = { ...args };
  for (const name of names) {
    if (inputs[name] !== undefined) {
      inputs[name] = pulumi.secret(inputs[name]);
    }
  }
  return inputs;
}
