import { connect } from "node:net";
import { PingOneError } from "../errors";

/** The variable that tells where `pulumi-pingone-password mask` listens. */
export const MASK_SOCKET = "PINGONE_MASK_SOCKET";

/** Milliseconds for the command around us to mask a value. */
const PATIENCE = 10_000;

/**
 * Has the command around `pulumi` mask a value in the job's log. What a provider prints passes through the engine, which puts words
 * before it: as a command to the job it would come too late.
 */
export async function maskSecret(value: string, env: NodeJS.ProcessEnv): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const fail = () => {
      reject(
        new PingOneError(
          "deliverTo.githubEnv: the password could not be masked in the job's log, so none was set. Run `npx pulumi-pingone-password mask -- pulumi up`.",
        ),
      );
    };
    const address = env[MASK_SOCKET] ?? "";
    if (address === "") {
      fail();
      return;
    }
    const socket = connect({ path: address });
    socket.setTimeout(PATIENCE, () => {
      socket.destroy();
      fail();
    });
    socket.once("error", fail);
    socket.once("end", fail);
    socket.once("data", () => {
      socket.removeAllListeners("end");
      socket.end();
      resolve();
    });
    socket.write(`${JSON.stringify(value)}\n`);
  });
}
