import { type ReadKey, readConfig, readLimits } from "../config";
import { PingOneConfigError } from "../errors";
import { createRunReads, type LivingUsers, type Session } from "../lifecycle";
import { isWithoutSecrets, WITHOUT_SECRETS } from "../preview-flag";
import type { Send } from "../transport";
import { createTransport } from "../transport/transport";

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
  let isPreview = false;
  const send: Send = async (operation, params, options) => {
    if (operation.method !== "GET" && isWithoutSecrets(env)) {
      throw new PingOneConfigError(
        `${operation.name} was not sent: ${WITHOUT_SECRETS}=1 is for previews, and nothing is written under it. Unset it, and give the secrets, to make changes.`,
      );
    }
    transport ??= createTransport(readConfig(config, env), { beforeRequest, ...readLimits(config, env) });
    return transport(operation, params, options);
  };
  const session: Session = {
    checkConnection: () => {
      readConfig(config, env);
      readLimits(config, env);
    },
    send,
    isPreview: () => isPreview,
    values: new Map(),
    unfit: new Map(),
    livingUsers,
    reads: createRunReads(send),
  };
  return {
    session,
    configure(read: ReadKey) {
      config = read;
    },
    /** A process serves one preview, or one update. */
    notePreview() {
      isPreview = true;
    },
  };
}
