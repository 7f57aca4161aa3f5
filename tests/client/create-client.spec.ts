import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect } from "chai";
import {
  type ClientOptions,
  type ConnectionSettings,
  createClient,
  PingOneApiError,
  PingOneConfigError,
  PingOneError,
} from "../../provider/client";
import { operations } from "../../provider/operations";
import { refusalOf } from "../errors/refusal-of";
import { settingsOf } from "../functions/without-engine";
import { addUser, calls, withSimulator } from "../helpers/with-simulator";

withSimulator("createClient", (simulator) => {
  const client = () => createClient({ connection: settingsOf(simulator) });

  it("has every operation by its name, and nothing else", () => {
    expect(Object.keys(client()).sort()).to.deep.equal(Object.keys(operations).sort());
  });

  it("sends each name's own operation", async () => {
    const user = addUser(simulator);
    const pingone = client();
    await pingone.setPassword({ ...user, value: "First-Secret.42", forceChange: true });
    await pingone.unlockPassword(user);
    await pingone.lockAccount(user);
    await pingone.unlockAccount(user);
    expect((await pingone.readPasswordState(user)).status).to.equal("MUST_CHANGE_PASSWORD");
    expect(calls(simulator)).to.deep.equal([
      "setPassword",
      "unlockPassword",
      "lockAccount",
      "unlockAccount",
      "readPasswordState",
    ]);
  });

  it("walks a sign-on to its end", async () => {
    const user = addUser(simulator, { password: "First-Secret.42", forceChange: true });
    const pingone = client();
    const { environmentId } = user;
    const started = await pingone.startFlow({ environmentId, applicationId: simulator.application.clientId });
    const asked = await pingone.checkUsernamePassword({
      flow: started,
      username: "alice",
      password: "First-Secret.42",
    });
    expect(asked.status).to.equal("MUST_CHANGE_PASSWORD");
    const done = await pingone.resetInFlow({
      flow: asked,
      currentPassword: "First-Secret.42",
      newPassword: "Final-Secret.43",
    });
    expect(done.status).to.equal("COMPLETED");
    expect(calls(simulator)).to.deep.equal(["startFlow", "checkUsernamePassword", "resetInFlow"]);
  });

  it("throws PingOne's refusals", async () => {
    const user = addUser(simulator, { password: "First-Secret.42" });
    const error = await refusalOf(PingOneApiError, client().checkPassword({ ...user, password: "wrong" }));
    expect(error).to.include({ status: 400, code: "INVALID_DATA" });
  });

  it("tells a wrong password, and what it costs", async () => {
    const user = addUser(simulator, { password: "First-Secret.42" });
    const error = await refusalOf(PingOneApiError, client().checkPassword({ ...user, password: "wrong" }));
    expect(error.message).to.contain("counts as a failed check (4 left before a lockout)");
  });

  it("leaves it to PingOne to say what a script forgot", async () => {
    const pingone = client() as unknown as Record<string, (params: object) => Promise<unknown>>;
    const user = addUser(simulator, { password: "First-Secret.42" });
    for (const name of ["setPassword", "checkPassword", "recoverPassword", "resetPassword"]) {
      const error = await refusalOf(PingOneApiError, pingone[name]?.(user) ?? Promise.resolve());
      expect(error.status, name).to.equal(400);
    }
    const { environmentId } = user;
    const error = await refusalOf(
      PingOneError,
      pingone["unlockPassword"]?.({ environmentId }) ?? Promise.resolve(),
    );
    expect(error.message).to.contain("An id is missing");
  });

  it("refuses what is no option: a connection that is not given as such would be the environment's", () => {
    const options = { clientId: "c", clientSecret: "s" } as object;
    expect(() => createClient(options)).to.throw(
      PingOneConfigError,
      'createClient has no option "clientId". It takes connection, timeout, maxConcurrency, requestsPerSecond; client id, secret and the like go into connection: { ... }.',
    );
    expect(() => createClient({ conection: settingsOf(simulator) } as object)).to.throw(
      PingOneConfigError,
      'createClient has no option "conection": did you mean connection? It takes',
    );
  });

  it("takes null, and an option without a value, for left out", () => {
    const nothing = { connection: null, timeout: null, maxConcurrency: null, conection: undefined };
    for (const options of [null, nothing]) {
      expect(() => createClient(options as unknown as ClientOptions)).to.throw(
        PingOneConfigError,
        "createClient: the connection to PingOne is not configured.",
      );
    }
    const given = { ...nothing, connection: settingsOf(simulator) };
    expect(() => createClient(given as unknown as ClientOptions)).not.to.throw();
  });

  it("refuses a misspelt address, without which the client secret would go to the region's host", () => {
    const { apiUrl, ...others } = settingsOf(simulator);
    const connection = { ...others, regionCode: "EU", apiURL: apiUrl } as const;
    expect(() => createClient({ connection })).to.throw(
      PingOneConfigError,
      'connection has no "apiURL": did you mean apiUrl? It takes clientId,',
    );
    expect(() =>
      createClient({ connection: { ...settingsOf(simulator), name: "x" } as ConnectionSettings }),
    ).not.to.throw();
  });

  it("refuses a pace that is none, whether given or from the environment", () => {
    const connection = settingsOf(simulator);
    expect(() => createClient({ connection, maxConcurrency: 0 })).to.throw(
      PingOneConfigError,
      "maxConcurrency in the options has to be a whole number of at least 1",
    );
    process.env["PINGONE_REQUESTS_PER_SECOND"] = "none";
    try {
      expect(() => createClient({ connection })).to.throw(
        PingOneConfigError,
        "PINGONE_REQUESTS_PER_SECOND in the environment has to be a number above 0",
      );
    } finally {
      delete process.env["PINGONE_REQUESTS_PER_SECOND"];
    }
  });

  it("keeps to its pace", async () => {
    const user = addUser(simulator);
    const pingone = createClient({ connection: settingsOf(simulator), maxConcurrency: 1 });
    simulator.failNext("readUser", { delayMs: 200 });
    const order: string[] = [];
    await Promise.all([
      pingone.readUser(user).then(() => order.push("slow")),
      pingone.readPasswordState(user).then(() => order.push("quick")),
    ]);
    expect(order).to.deep.equal(["slow", "quick"]);
  });

  it("says how a script is connected when nothing is", () => {
    const { env } = process;
    const pingone = Object.entries(env).filter(([name]) => name.startsWith("PINGONE_"));
    for (const [name] of pingone) {
      Reflect.deleteProperty(env, name);
    }
    try {
      expect(() => createClient()).to.throw(PingOneConfigError, "or pass connection: { clientId");
    } finally {
      Object.assign(env, Object.fromEntries(pingone));
    }
  });

  it("says what is missing of a connection before any call", () => {
    const { clientId: _left, ...connection } = settingsOf(simulator);
    expect(() => createClient({ connection: connection as ConnectionSettings })).to.throw(
      PingOneConfigError,
      "clientId is missing",
    );
  });
});

describe("the entry for scripts", () => {
  it("loads nothing of Pulumi", () => {
    const script = `
      require("pulumi-pingone-password/client");
      const loaded = Object.keys(require.cache).filter((file) => file.includes("@pulumi"));
      process.stdout.write(JSON.stringify(loaded));
    `;
    const output = execFileSync(process.execPath, ["-e", script], {
      cwd: join(__dirname, "../.."),
      encoding: "utf8",
    });
    expect(output).to.equal("[]");
  });
});
