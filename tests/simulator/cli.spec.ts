import { randomUUID } from "node:crypto";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { createSimulator } from "../../simulator";
import { send, textAt, valueAt } from "./bench";

const ENTRY = join(__dirname, "../../simulator/cli.ts");

type Outcome = { readonly code: number | null; readonly output: string; readonly errors: string };

describe("cli", () => {
  let folder = "";
  const children: ChildProcess[] = [];
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "pingone-simulator-"));
  });
  afterEach(() => {
    for (const child of children.splice(0)) child.kill("SIGKILL");
  });
  after(() => rm(folder, { recursive: true }));

  async function writeSeed(name: string, text: string): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  }

  /** Runs the command; `onReady` is called with the summary once it is complete. */
  function run(
    args: readonly string[],
    onReady?: (summary: string, child: ChildProcess) => void,
  ): Promise<Outcome> {
    const child = spawn(process.execPath, ["--import", "tsx", ENTRY, ...args], {
      env: { ...process.env, SIMULATOR_SECRET: "it's secret" },
    });
    children.push(child);
    let output = "";
    let errors = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      if (output.includes("Ctrl-C")) onReady?.(output, child);
    });
    return new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code) => {
        resolve({ code, output, errors });
      });
    });
  }

  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    it(`prints what a client needs and stops at ${signal}`, async () => {
      const { code, output, errors } = await run(["--port", "0"], (_summary, child) => child.kill(signal));
      expect(code).to.equal(0);
      expect(errors).to.equal("");
      for (const name of ["API_URL", "AUTH_URL", "CLIENT_ID", "CLIENT_SECRET", "ENVIRONMENT_ID"]) {
        expect(output).to.match(new RegExp(`^export PINGONE_${name}=\\S+$`, "m"));
      }
      expect(output).to.contain("sign on to the web application bbbbbbbb-cccc-4ddd-8eee-ffffffffffff.");
    });
  }

  it("serves a seed with the secret of an environment variable", async () => {
    const seed = { worker: { clientId: "w" }, users: [{ username: "alice" }] };
    const path = await writeSeed("seed.json", JSON.stringify(seed));
    const users: Promise<unknown>[] = [];
    const { output } = await run(
      ["--port", "0", "--seed", path, "--client-secret-env", "SIMULATOR_SECRET"],
      (summary, child) => users.push(listUsers(summary).finally(() => child.kill("SIGTERM"))),
    );
    expect(output).to.contain(`export PINGONE_CLIENT_SECRET='it'\\''s secret'`);
    expect(await users[0]).to.have.nested.property("_embedded.users[0].username", "alice");
  });

  it("keeps its state across a kill, with the same credentials and nothing of the seed", async () => {
    const state = join(folder, "state.json");
    const seed = await writeSeed("users.csv", "username,passwordRef\nalice,env:ALICE\n");
    const args = ["--port", "0", "--state", state, "--seed", seed, "--clock", "+30d"];
    const first = await run(args, (summary, child) => {
      const url = /PINGONE_API_URL=(\S+)/.exec(summary)?.[1] ?? "";
      void (async () => {
        await send(`${url}/simulator/clock`, { method: "POST", body: '{"advanceSeconds": 86400}' });
        while (!(await readFile(state, "utf8")).includes('"clockOffset":267'));
        child.kill("SIGKILL");
      })();
    });
    expect(first.output).to.contain(`# ${seed}: passwordRef is ignored (1 row)`);
    await writeFile(seed, "username\nbob\ncarol\n");
    const users: Promise<unknown>[] = [];
    const second = await run(args, (summary, child) => {
      const url = /PINGONE_API_URL=(\S+)/.exec(summary)?.[1] ?? "";
      users.push(
        send(`${url}/simulator/state`, {})
          .then(({ body }) => body)
          .finally(() => child.kill("SIGTERM")),
      );
    });
    const secretOf = ({ output }: Outcome) => /^export PINGONE_CLIENT_SECRET=(.*)$/m.exec(output)?.[1];
    expect(secretOf(second)).to.be.a("string").and.to.equal(secretOf(first));
    expect(second.output).to.contain(`# Continued from ${state}: 1 user,`);
    expect(second.output).to.contain("# --seed counts only at a reset.");
    const [body] = await Promise.all(users);
    expect(body).to.have.nested.property("environments[0].users[0].username", "alice");
    expect((Date.parse(textAt(body, "now")) - Date.now()) / 86_400_000).to.be.closeTo(31, 0.1);
  });

  it("says that a state file is broken, and leaves it alone", async () => {
    const state = await writeSeed("broken-state.json", '{"format": "pingone-sim');
    const { code, errors } = await run(["--port", "0", "--state", state]);
    expect(code).to.equal(1);
    expect(errors).to.contain(`The state file ${state} is not valid JSON`).and.to.contain("move it away");
    expect(await readFile(state, "utf8")).to.equal('{"format": "pingone-sim');
  });

  it("takes rules of faults from a file, behind those of the command line", async () => {
    const file = await writeSeed("faults.yaml", "- kind: 502-html\n");
    const replies: Promise<Response[]>[] = [];
    await run(
      ["--port", "0", "--faults", file, "--fault", "listUsers:503-json:count=1"],
      (summary, child) => {
        const url = /PINGONE_API_URL=(\S+)/.exec(summary)?.[1] ?? "";
        const call = () => fetch(`${url}/v1/environments/${randomUUID()}/users`);
        const both = call().then(async (first) => [first, await call()]);
        replies.push(both.finally(() => child.kill("SIGTERM")));
      },
    );
    expect((await replies[0])?.map(({ status }) => status)).to.deep.equal([503, 502]);
  });

  it("limits the rate and slows answers down", async () => {
    const replies: Promise<Response>[] = [];
    await run(["--port", "0", "--rate-limit", "0.001", "--latency", "1"], (summary, child) => {
      const url = /PINGONE_API_URL=(\S+)/.exec(summary)?.[1] ?? "";
      const call = () => fetch(`${url}/v1/environments/${randomUUID()}/users`);
      replies.push(
        call()
          .then(call)
          .finally(() => child.kill("SIGTERM")),
      );
    });
    expect(await replies[0]).to.include({ status: 429 });
  });

  it("lets go wrong what it is told, by one rule after the other", async () => {
    const replies: Promise<Response>[] = [];
    const faults = ["listUsers:503-json:count=1", '{"kind": "502-html"}'];
    await run(["--port", "0", ...faults.flatMap((fault) => ["--fault", fault])], (summary, child) => {
      const url = /PINGONE_API_URL=(\S+)/.exec(summary)?.[1] ?? "";
      const first = fetch(`${url}/v1/environments/${randomUUID()}/users`);
      const second = first.then(({ url: same }) => fetch(same));
      replies.push(first, second);
      void second.finally(() => child.kill("SIGTERM"));
    });
    expect((await Promise.all(replies)).map(({ status }) => status)).to.deep.equal([503, 502]);
  });

  it("stops at a signal while a client waits for an answer that never comes", async () => {
    const { code } = await run(["--port", "0", "--fault", "*:hang-before"], (summary, child) => {
      const url = /PINGONE_API_URL=(\S+)/.exec(summary)?.[1] ?? "";
      const hanging = fetch(`${url}/v1/environments/${randomUUID()}/users`);
      hanging.catch(() => undefined);
      const seen = async (): Promise<boolean> => {
        const { body } = await send(`${url}/simulator/ledger`, {});
        return valueAt(body, "total") === 1;
      };
      void (async () => {
        while (!(await seen()));
        child.kill("SIGTERM");
      })();
    });
    expect(code).to.equal(0);
  });

  it("says what is wrong with a fault", async () => {
    const { code, errors } = await run(["--fault", "setPassword:500-json:count=0"]);
    expect(code).to.equal(1);
    expect(errors).to.match(
      /^error: .*--fault <rule>.* Wrong fault: count must be a whole number from 1\.\n$/,
    );
  });

  it("says that the port is taken", async () => {
    const simulator = await createSimulator();
    const { port } = new URL(simulator.url);
    const outcome = await run(["--port", port]).finally(() => simulator.close());
    expect(outcome).to.include({ code: 1, output: "" });
    expect(outcome.errors).to.equal(
      `Port ${port} is taken, perhaps by another pingone-simulator; choose another one with --port, or any free one with --port 0.\n`,
    );
  });

  it("says that the seed does not exist", async () => {
    const path = join(folder, "none.json");
    expect(await run(["--seed", path])).to.deep.include({
      code: 1,
      errors: `The seed file ${path} does not exist: check the path, or name another one with --seed.\n`,
    });
  });

  it("says that the seed is not JSON, without quoting it", async () => {
    const path = await writeSeed("broken.json", '{"users": [{"password": "hunter2"');
    const { code, errors } = await run(["--seed", path]);
    expect(code).to.equal(1);
    expect(errors).to.contain(`The seed file ${path} is not valid JSON`);
    expect(errors).not.to.contain("hunter2");
  });

  it("says which entry of the seed is wrong", async () => {
    const path = await writeSeed("wrong.json", '{"users": [{"name": {}}]}');
    expect(await run(["--seed", path])).to.include({
      code: 1,
      errors: `Wrong seed: ${path}, line 1: users[0].username is missing. Give it.\n`,
    });
  });

  it("says that a variable is not set", async () => {
    const { code, errors } = await run(["--client-secret-env", "NOT_THERE_AT_ALL"]);
    expect(code).to.equal(1);
    expect(errors).to.equal("The environment variable NOT_THERE_AT_ALL is not set.\n");
  });

  it("refuses a port that is none, and an address to bind to", async () => {
    for (const args of [
      ["--port", "abc"],
      ["--port", "70000"],
      ["--rate-limit", "0"],
      ["--rate-limit", "many"],
      ["--latency", "-1"],
      ["--clock", "tomorrow"],
      ["--host", "0.0.0.0"],
    ]) {
      const { code, errors } = await run(args);
      expect([code, errors.slice(0, 7)]).to.deep.equal([1, "error: "]);
    }
  });
});

async function listUsers(summary: string): Promise<unknown> {
  const url = /PINGONE_API_URL=(\S+)/.exec(summary)?.[1] ?? "";
  const environmentId = /PINGONE_ENVIRONMENT_ID=(\S+)/.exec(summary)?.[1] ?? "";
  const credentials = { client_id: "w", client_secret: "it's secret", grant_type: "client_credentials" };
  const body = new URLSearchParams(credentials);
  const reply = await send(`${url}/${environmentId}/as/token`, { method: "POST", body });
  const authorization = `Bearer ${textAt(reply.body, "access_token")}`;
  return (await send(`${url}/v1/environments/${environmentId}/users`, { headers: { authorization } })).body;
}
