import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";
import { lifecycles, type Props } from "../../provider/lifecycle";
import type { UserRef } from "../../provider/operations";
import { addUser, calls, withSimulator } from "../helpers/with-simulator";

withSimulator("dynamicProvider", (simulator) => {
  /** Runs a script in a provider process of its own, as the engine would start one; it answers JSON. */
  async function inProcess(script: string): Promise<unknown> {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        "-e",
        `const provider = require("pulumi-pingone-password/provider");
         (async () => { ${script} })().then((answer) => process.stdout.write("\\n" + JSON.stringify(answer)));`,
      ],
      { cwd: join(__dirname, "../.."), env: { ...process.env, ...simulator.env, VALUE: "New-Secret.43" } },
    );
    return JSON.parse(stdout.split("\n").at(-1) ?? "");
  }

  const declared = (user: UserRef, more: Props = {}) =>
    JSON.stringify({ ...user, valueFrom: { env: "VALUE" }, fingerprint: "", __provider: "text", ...more });

  it("asks PingOne in a preview, of which the constructor tells it, and of whatever it checks after that", async () => {
    const first = addUser(simulator);
    const second = addUser(simulator, { username: "bob" });
    const failures = await inProcess(`
      const { check } = provider.UserPassword();
      const one = await check({}, ${declared(first, { __preview: true })});
      const two = await check({}, ${declared(second)});
      return [one.failures, two.failures];
    `);
    expect(failures).to.deep.equal([[], []]);
    expect(calls(simulator)).to.deep.equal(["readPasswordState", "readPasswordState"]);
  });

  it("asks nothing before an update, whatever else stands in that place", async () => {
    const others = [undefined, false, "true", 1].map((__preview, index) =>
      declared(addUser(simulator, { username: `user-${index}` }), { __preview }),
    );
    const failures = await inProcess(`
      const { check } = provider.UserPassword();
      const checked = [];
      for (const news of [${others.join()}]) {
        checked.push((await check({}, news)).failures);
      }
      return checked;
    `);
    expect(failures).to.deep.equal([[], [], [], []]);
    expect(calls(simulator)).to.deep.equal([]);
  });

  it("hands none of its own keys on, to inputs or outputs", async () => {
    const user = addUser(simulator);
    const keys = { __preview: true, __urn: "urn:alice" };
    const answers = await inProcess(`
      const keys = ${JSON.stringify({ ...keys, __provider: "text" })};
      const { check, create, diff, read, update } = provider.UserPassword();
      const { inputs } = await check({ ...keys }, ${declared(user, keys)});
      const { id, outs } = await create({ ...inputs, ...keys });
      const news = { ...inputs, ...keys, forceChange: true };
      return {
        inputs,
        outs,
        diff: await diff(id, { ...outs, ...keys }, news),
        same: await diff(id, { ...outs, ...keys }, { ...inputs, ...keys }),
        updated: (await update(id, { ...outs, ...keys }, news)).outs,
        read: (await read(id, { ...outs, ...keys })).props,
      };
    `);
    expect(answers).to.have.all.keys("inputs", "outs", "diff", "same", "updated", "read");
    expect(answers).to.deep.include({
      diff: { changes: true, replaces: [] },
      same: { changes: false, replaces: [] },
    });
    expect(JSON.stringify(answers)).not.to.contain("__");
  });

  it("decides of a date that a state has lost as diff did, whatever else is declared for the user", async () => {
    const user = addUser(simulator, { password: "Copper-Kettle!71x" });
    const answers = await inProcess(`
      const { check, diff, update } = provider.PasswordForceChange();
      const declared = (triggers) => ({ ...${JSON.stringify(user)}, triggers, __provider: "text" });
      const id = "${user.environmentId}/${user.userId}/force-change";
      const outs = declared([{}]);
      const first = await check(declared([new Date(0).toISOString()]), declared([new Date(1000).toISOString()]));
      const found = await diff(id, outs, first.inputs);
      await check(declared(["x"]), declared(["x"]));
      const again = await diff(id, outs, first.inputs);
      const done = await update(id, outs, first.inputs);
      return [found.changes, again.changes, done.outs.performedAt !== undefined];
    `);
    expect(answers).to.deep.equal([true, true, true]);
    expect(calls(simulator)).to.include("forcePasswordChange");
  });

  it("takes them out of what a resource of any type declares", async () => {
    const answers = await inProcess(`
      const keys = { __preview: true, __urn: "urn:alice", __provider: "text" };
      const checks = Object.keys(provider).map(async (name) => {
        return [name, await provider[name]().check({ ...keys }, { environmentId: "e", ...keys })];
      });
      return Object.fromEntries(await Promise.all(checks));
    `);
    expect(answers).to.have.all.keys(Object.keys(lifecycles));
    expect(JSON.stringify(answers)).not.to.contain("__");
  });
});
