import { createServer } from "node:http";
import { setTimeout } from "node:timers/promises";
import { expect } from "chai";
import { createEngineGuard } from "../../provider/dynamic/engine-alive";
import type { EngineAddress } from "../../provider/dynamic/engine-address";
import { closedPort, listen, startLocalServer, stop } from "../transport/local-server";

/** How often the process is ended by one look at an engine. */
async function exits(engine: EngineAddress | undefined): Promise<number> {
  let count = 0;
  await createEngineGuard(engine, () => {
    count += 1;
  })();
  return count;
}

describe("createEngineGuard", () => {
  it("lets a process go on whose engine listens", async () => {
    const engine = await startLocalServer(() => undefined);
    expect(await exits({ host: "127.0.0.1", port: engine.port })).to.equal(0);
    await engine.close();
  });

  it("looks once for requests of the same moment", async () => {
    const engine = createServer();
    let looks = 0;
    engine.on("connection", () => {
      looks += 1;
    });
    const guard = createEngineGuard({ host: "127.0.0.1", port: await listen(engine) }, () => undefined);
    await Promise.all(Array.from({ length: 100 }, guard));
    // A server hears of a connection a little after the one who made it.
    await setTimeout(50);
    await stop(engine);
    expect(looks).to.equal(1);
  });

  it("looks anew for a request of another moment", async () => {
    const engine = createServer();
    let exits = 0;
    const guard = createEngineGuard({ host: "127.0.0.1", port: await listen(engine) }, () => {
      exits += 1;
    });
    await guard();
    await stop(engine);
    while (exits === 0) {
      await guard();
      await setTimeout(5);
    }
    expect(exits).to.equal(1);
  });

  it("ends a process whose engine is gone", async () => {
    expect(await exits({ host: "127.0.0.1", port: await closedPort() })).to.equal(1);
  });

  it("does not take another failure to connect for an engine that is gone", async () => {
    // TCP to the broadcast address fails at once, and not by a refusal.
    expect(await exits({ host: "255.255.255.255", port: 9 })).to.equal(0);
  });

  it("has nothing to look at without an engine", async () => {
    expect(await exits(undefined)).to.equal(0);
  });
});
