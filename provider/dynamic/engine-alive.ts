import { connect } from "node:net";
import type { EngineAddress } from "./engine-address";

/** Milliseconds between two looks at the engine while nothing is asked of this process. */
const IDLE_LOOK = 5_000;

/** Milliseconds for which one look is good: a look opens a connection, and thousands of requests a second would each open one. */
const FRESH = 50;

/**
 * Ends this process when its engine is gone. A killed engine leaves its providers running, and what they changed then would
 * be in nobody's state. To be awaited before every request, those of the same moment sharing a look; while idle it looks by itself.
 * @param engine without one nothing is looked at
 */
export function createEngineGuard(
  engine: EngineAddress | undefined,
  exit: () => void = exitWithoutEngine,
): () => Promise<void> {
  if (engine === undefined) {
    return () => Promise.resolve();
  }
  const look = async () => {
    if (await isGone(engine)) {
      exit();
    }
  };
  setInterval(() => void look(), IDLE_LOOK).unref();
  let latest: { readonly at: number; readonly look: Promise<void> } | undefined;
  return () => {
    const now = performance.now();
    if (latest === undefined || now - latest.at > FRESH) {
      latest = { at: now, look: look() };
    }
    return latest.look;
  };
}

/** Only a refused connection tells that nobody listens; a machine short of sockets says something else. */
async function isGone({ host, port }: EngineAddress): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once("connect", () => {
      socket.destroy();
      resolve(false);
    });
    socket.once("error", (error: NodeJS.ErrnoException) => {
      resolve(error.code === "ECONNREFUSED");
    });
  });
}

function exitWithoutEngine(): void {
  process.stderr.write("The engine is gone: this provider stops, and changes nothing more at PingOne.\n");
  process.exit(1);
}
