import { connect } from "node:net";

/**
 * Ends this process when its engine is gone. A killed engine leaves its providers running, and what they changed then would
 * be in nobody's state.
 * @param address of the engine; without one nothing is looked at
 */
export function createEngineGuard(
  address: string | undefined,
  exit: () => void = exitWithoutEngine,
): () => Promise<void> {
  if (address === undefined) {
    return () => Promise.resolve();
  }
  const port = Number(address.slice(address.lastIndexOf(":") + 1));
  const host = address.slice(0, address.lastIndexOf(":"));
  return async () => {
    if (!(await accepts(host, port))) {
      exit();
    }
  };
}

async function accepts(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => {
      resolve(false);
    });
  });
}

function exitWithoutEngine(): void {
  process.exit(1);
}
