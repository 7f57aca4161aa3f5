import type { Stack } from "./stack";

/**
 * Where any of some secrets shows: in the state with every secret decrypted, in any file the engine wrote, in anything a run printed. A
 * search in ciphertext would prove nothing, hence the first.
 */
export async function findSecret(stack: Stack, ...secrets: string[]): Promise<string[]> {
  const places = [
    { name: "stack export --show-secrets", text: await stack.exportPlain() },
    ...stack.runs.map(({ command, output }) => ({ name: `output of pulumi ${command}`, text: output })),
    ...stack.writtenFiles().map(({ path, text }) => ({ name: path, text })),
  ];
  const forms = secrets.flatMap((secret) => [
    secret,
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret).toString("base64"),
    encodeURIComponent(secret),
  ]);
  return places.filter(({ text }) => forms.some((form) => text.includes(form))).map(({ name }) => name);
}
