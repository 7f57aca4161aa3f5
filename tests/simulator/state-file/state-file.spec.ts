import { lstat, mkdir, mkdtemp, readFile, readdir, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { StateFileError, createSimulator } from "../../../simulator";
import type { Simulator, SimulatorOptions } from "../../../simulator";
import { send, textAt } from "../bench";

describe("the state file", () => {
  let folder = "";
  let file = "";
  const running: Simulator[] = [];
  const start = async (options: SimulatorOptions = {}) => {
    const simulator = await createSimulator({ state: file, ...options });
    running.push(simulator);
    return simulator;
  };
  const failure = (options?: SimulatorOptions) =>
    start(options).then(
      () => undefined,
      (error: unknown) => error,
    );
  /** Reads the file until it holds a text; mocha ends one that never comes. */
  const untilKept = async (text: string) => {
    while (!(await readFile(file, "utf8")).includes(text));
  };
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "pingone-state-"));
    file = join(folder, "sim.json");
  });
  afterEach(async () => {
    await Promise.allSettled(running.splice(0).map((simulator) => simulator.close()));
    await rm(folder, { recursive: true });
  });

  it("keeps everything across a restart, and goes on from it instead of the seed", async () => {
    const first = await start({ seed: { users: [{ username: "alice", password: "Secret-Word.42" }] } });
    const bob = first.createUser({ username: "bob", password: "Secret-Word.43", forceChange: true });
    first.advance(86_400_000);
    const [env, application] = [{ ...first.env }, first.application];
    expect(first.resumed).to.equal(false);
    await first.close();
    const second = await start({ seed: { users: [{ username: "somebody else" }] } });
    expect(second.resumed).to.equal(true);
    expect(second.counts().users).to.equal(2);
    expect(second.verifyPassword(bob, "Secret-Word.43")).to.equal(true);
    expect(second.readUser(bob)?.password.status).to.equal("MUST_CHANGE_PASSWORD");
    expect(second.now().getTime() - Date.now()).to.be.greaterThan(86_000_000);
    expect({ ...second.env, PINGONE_API_URL: "", PINGONE_AUTH_URL: "" }).to.deep.equal({
      ...env,
      PINGONE_API_URL: "",
      PINGONE_AUTH_URL: "",
    });
    expect(second.application).to.deep.equal(application);
    second.reset();
    expect(second.counts().users, "the seed's").to.equal(1);
    expect([second.worker.clientSecret, second.application]).to.deep.equal([
      env["PINGONE_CLIENT_SECRET"],
      application,
    ]);
  });

  it("is written soon after a change, by whatever way it came", async () => {
    const simulator = await start();
    simulator.createUser({ username: "by-the-library" });
    await untilKept("by-the-library");
    const { url, environmentId, worker } = simulator;
    const credentials = { client_id: worker.clientId, client_secret: worker.clientSecret };
    const body = new URLSearchParams({ grant_type: "client_credentials", ...credentials });
    const token = textAt(
      (await send(`${url}/${environmentId}/as/token`, { method: "POST", body })).body,
      "access_token",
    );
    await send(`${url}/v1/environments/${environmentId}/users`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ username: "by-the-api" }),
    });
    await untilKept("by-the-api");
    await send(`${url}/simulator/clock`, { method: "POST", body: '{"advanceSeconds": 864000}' });
    await untilKept('"clockOffset":8640');
    await send(`${url}/simulator/reset`, { method: "POST" });
    while ((await readFile(file, "utf8")).includes("by-the-api"));
  });

  it("is readable by its owner alone, holds no clear text, and leaves nothing beside it", async () => {
    await writeFile(`${file}.tmp`, "left by a crash", { mode: 0o666 });
    const simulator = await start({ seed: { users: [{ username: "alice", password: "Secret-Word.42" }] } });
    await simulator.close();
    expect((await stat(file)).mode & 0o777).to.equal(0o600);
    expect(await readFile(file, "utf8")).not.to.contain("Secret-Word");
    expect(await readdir(folder)).to.deep.equal(["sim.json"]);
  });

  it("follows a link, and keeps it", async () => {
    await (await start()).close();
    const link = join(folder, "link.json");
    await symlink(file, link);
    const simulator = await start({ state: link });
    simulator.createUser({ username: "linked" });
    await simulator.close();
    expect(await readFile(file, "utf8")).to.contain("linked");
  });

  it("follows a link to a file that is not there yet", async () => {
    await mkdir(join(folder, "real"));
    const link = join(folder, "link.json");
    await symlink(join("real", "sim.json"), link);
    await (await start({ state: link })).close();
    expect((await lstat(link)).isSymbolicLink()).to.equal(true);
    expect(await readFile(join(folder, "real", "sim.json"), "utf8")).to.contain("pingone-simulator");
  });

  for (const [title, text, message] of [
    ["broken", '{"format":"pingone-simulator","vers', "is not valid JSON: it is broken or something else"],
    ["empty", "", "is not valid JSON"],
    ["foreign", '{"users": [{"password": "Secret-Word.42"}]}', "format must be pingone-simulator"],
    ["from another version", '{"format":"pingone-simulator","version":2}', "version must be 1"],
  ] as const) {
    it(`refuses a file that is ${title}, and leaves it as it is`, async () => {
      await writeFile(file, text);
      const error = await failure();
      expect(error).to.be.instanceOf(StateFileError);
      expect(String(error)).to.contain(file).and.to.contain(message).and.to.contain("move it away");
      expect(String(error)).not.to.contain("Secret-Word");
      expect(await readFile(file, "utf8")).to.equal(text);
    });
  }

  it("says when it cannot be written, before anybody relies on it", async () => {
    const error = await failure({ state: join(folder, "none", "sim.json") });
    expect(String(error)).to.contain("its folder does not exist");
    await mkdir(file);
    expect(String(await failure())).to.contain("is a directory: name a file in it");
  });

  it("is not touched by one that finds its port taken", async () => {
    const first = await start();
    const before = await readFile(file, "utf8");
    expect(await failure({ port: Number(new URL(first.url).port) })).to.have.property("code", "EADDRINUSE");
    expect(await readFile(file, "utf8")).to.equal(before);
    first.createUser({ username: "alice" });
    await first.close();
    expect(await readFile(file, "utf8")).to.contain("alice");
  });

  it("is not overwritten once something else has changed it, and that is said", async () => {
    const simulator = await start();
    await writeFile(file, "mine");
    simulator.createUser({ username: "alice" });
    const error = await simulator.close().catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(StateFileError);
    expect(String(error)).to.contain("was changed by something else and is left as it is");
    expect(await readFile(file, "utf8")).to.equal("mine");
  });

  it("is written again after it was deleted", async () => {
    const simulator = await start();
    await rm(file);
    simulator.createUser({ username: "alice" });
    await simulator.close();
    expect(await readFile(file, "utf8")).to.contain("alice");
  });
});
