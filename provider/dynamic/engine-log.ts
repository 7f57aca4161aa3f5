import { createRequire } from "node:module";
import type * as Grpc from "@grpc/grpc-js";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";
import type { EngineAddress } from "./engine-address";

/** How much a message matters. */
export type Severity = "info" | "warning";

/** Shows a message to the user: on the resource's line when its URN is known, else on the stack's. */
export type EngineLog = (
  severity: Severity,
  message: string,
  urn: string | undefined,
  /** Shown until the next one comes. */
  isEphemeral?: boolean,
) => Promise<void>;

/**
 * The engine's own log service. What a provider prints lands on the stack's line, and twice; this reaches the resource.
 * Without an engine that answers (another caller, another version) the message is printed.
 */
export function createEngineLog(engine: EngineAddress | undefined): EngineLog {
  if (engine === undefined) {
    return print;
  }
  // The client has to come with the SDK's own grpc: it is not a dependency of ours, and two copies do not mix.
  const grpc = createRequire(require.resolve("@pulumi/pulumi"))("@grpc/grpc-js") as typeof Grpc;
  const client = new EngineClient(`${engine.host}:${engine.port}`, grpc.credentials.createInsecure());
  const send: EngineLog = (severity, message, urn, isEphemeral = false) =>
    new Promise((resolve) => {
      const request = new LogRequest();
      request.setSeverity(severity === "info" ? LogSeverity.INFO : LogSeverity.WARNING);
      request.setMessage(message);
      request.setUrn(urn ?? "");
      request.setEphemeral(isEphemeral);
      client.log(request, (error: Error | null) => {
        resolve(error === null ? undefined : print(severity, message));
      });
    });
  // One after the other: calls that go out together may come in in any order.
  let last: Promise<void> = Promise.resolve();
  return (...message) => {
    last = last.then(() => send(...message));
    return last;
  };
}

function print(severity: Severity, message: string): Promise<void> {
  process.stdout.write(`${severity}: ${message}\n`);
  return Promise.resolve();
}
