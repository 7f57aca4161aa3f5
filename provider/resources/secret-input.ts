import * as pulumi from "@pulumi/pulumi";

/** Where a secret is read from by the provider, so that it passes neither through the program nor through the engine. */
export type SecretFrom = { env: pulumi.Input<string> } | { file: pulumi.Input<string> };

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
