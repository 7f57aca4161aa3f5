import { runtime } from "@pulumi/pulumi";
import { MockMonitor } from "@pulumi/pulumi/runtime/mocks";
import { type ConnectionSettings, readConfig, readConnection, readLimits } from "../config";
import { PingOneError } from "../errors";
import type { Send } from "../transport";

const transports = new Map<string, Send>();

/**
 * The way to PingOne for a function of the program: by the connection given, else by the environment, else by the stack's
 * configuration. Nothing is shared with the provider's process.
 * @throws {PingOneError} in a unit test under mocks, which must not reach out
 */
export async function askFor(connection: ConnectionSettings | null | undefined): Promise<Send> {
  if (runtime.getMonitor() instanceof MockMonitor) {
    throw new PingOneError(
      "this asks PingOne, which a unit test under Pulumi's mocks must not do. Call it in a function of your own, and put values in its place in the test.",
    );
  }
  const configured = (key: string) => runtime.getConfig(key);
  // A program in JavaScript says null for nothing.
  const found =
    connection === undefined || connection === null
      ? readConfig(configured, process.env)
      : readConnection(connection, process.env);
  const limits = readLimits(configured, process.env);
  // Most programs ask nothing: they are spared the loading.
  const { createTransport } = await import("../transport/transport.js");
  const key = JSON.stringify([found, limits]);
  const known = transports.get(key) ?? createTransport(found, limits);
  transports.set(key, known);
  return known;
}
