import { type ReadKey, readConfig } from "../config";
import type { LivingUsers, Session } from "../lifecycle";
import { createTransport, type Send } from "../transport";

/**
 * The one session of a provider process, made when it is first needed: the engine's other calls do not wait for an
 * asynchronous configure, so configure may only store what it is given.
 */
export function createProcessSession(
  beforeRequest: () => Promise<void>,
  livingUsers: LivingUsers,
  env: NodeJS.ProcessEnv = process.env,
) {
  let config: ReadKey = () => undefined;
  let transport: Send | undefined;
  const send: Send = (operation, params) => {
    transport ??= createTransport(readConfig(config, env), { beforeRequest });
    return transport(operation, params);
  };
  const session: Session = {
    checkConnection: () => {
      readConfig(config, env);
    },
    send,
    values: new Map(),
    livingUsers,
  };
  return {
    session,
    configure(read: ReadKey) {
      config = read;
    },
  };
}
