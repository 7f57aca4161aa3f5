import { runtime } from "@pulumi/pulumi";

/**
 * Runs a program under the mocks that users' own unit tests have, and prints each resource that it registers as a line of JSON. A resource
 * is what its inputs and the outputs given say. In a process of its own, because mocks hold for the whole of one:
 * `node --import tsx print-registered.ts PROGRAM PROJECT OUTPUTS`, with PULUMI_CONFIG.
 */
async function printRegistered([
  program = "",
  project = "",
  outputs = "{}",
]: readonly string[]): Promise<void> {
  const given = JSON.parse(outputs) as object;
  await runtime.setMocks(
    {
      newResource: ({ type, name, inputs }) => {
        process.stdout.write(`${JSON.stringify({ type, name, inputs: inputs as unknown })}\n`);
        return { id: `${name}-id`, state: { ...(inputs as object), ...given } };
      },
      call: () => ({}),
    },
    project,
  );
  await import(program);
}

void printRegistered(process.argv.slice(2));
