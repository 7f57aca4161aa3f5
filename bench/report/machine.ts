import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { engine } from "../../tests/helpers/engine";

/** When and with what the benchmark ran, in one sentence. */
export function describeMachine(): string {
  const date = new Date().toISOString().slice(0, 10);
  const { version: sdk } = JSON.parse(
    readFileSync(require.resolve("@pulumi/pulumi/package.json"), "utf8"),
  ) as { version: string };
  return (
    `${date}: Pulumi CLI ${engine().version}, @pulumi/pulumi ${sdk}, Node ${process.versions.node}, ` +
    `${availableParallelism()} cores, ${process.platform}, file backend.`
  );
}
