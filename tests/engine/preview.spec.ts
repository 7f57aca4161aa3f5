import { expectApproved } from "../helpers/approved";
import { normalisePreview } from "../helpers/normalise-preview";
import { changeOutside, lockPassword } from "../helpers/outside";
import { withOneStack } from "../helpers/with-stack";

const VALUE = "Copper-Kettle!71x";
const OTHER = "Marble-Window?28y";
/** Fewer than eight characters, no capital, no digit, nothing special, and one three times. */
const WEAK = "abbbc";

const fromEnv = 'valueFrom: { env: "VALUE" }';
const fromOther = 'valueFrom: { env: "OTHER" }';

withOneStack("the text of a preview on the engine", ({ simulator, stack, newUser }) => {
  let users = 0;
  /** A user with the same id in each run, so that the text names the same one. */
  const add = (user: Parameters<typeof newUser>[0] = {}) => {
    users += 1;
    return newUser({ id: `00000000-0000-4000-8000-0000000000${String(users).padStart(2, "0")}`, ...user });
  };
  /** Declares passwords one after the other, because resources that do not wait for one another come in any order. */
  const declare = (inputs: Record<string, string>, before = "") => {
    const resources = Object.entries(inputs).map(
      ([name, given]) => `last = new pingone.UserPassword("${name}", {
        environmentId: "${simulator().environmentId}", ${given} }, { dependsOn: last === undefined ? [] : [last] });`,
    );
    stack().program(`let last; ${before} ${resources.join("\n")}`);
  };
  const userId = (user: Parameters<typeof newUser>[0] = {}) => `userId: "${add(user)}"`;
  const expectText = async (name: string, ...flags: string[]) => {
    const { exitCode, output } = await stack().run("preview", ...flags);
    expectApproved(`preview-${name}`, `${normalisePreview(output)}exit code ${exitCode}\n`);
  };
  beforeEach(() => {
    stack().setEnv({ ...simulator().env, VALUE, OTHER, WEAK, PINGONE_PREVIEW_WITHOUT_SECRETS: undefined });
  });

  it("is the approved one for passwords that are about to be set", async () => {
    simulator().createPopulation({ name: "Staff", passwordPolicy: "Passphrase" });
    declare(
      {
        good: `${userId()}, ${fromEnv}`,
        passphrase: `${userId({ population: "Staff" })}, value: "abcdefgh"`,
        warned: `${userId()}, valueFrom: { env: "WEAK" }, policyCheck: "warn"`,
        off: `${userId()}, valueFrom: { env: "WEAK" }, policyCheck: "off"`,
        "locked-out": `${userId({ password: OTHER, locked: true })}, ${fromEnv}`,
        "unknown-user": `userId: user.userId, ${fromEnv}`,
        "unknown-value": `${userId()}, value: pulumi.interpolate\`Copper-\${user.part}!71x\``,
        generated: `${userId()}, generate: { length: 20 }, deliverTo: { file: "generated.txt" }`,
        adopted: `${userId({ password: VALUE })}, ${fromEnv}, adopt: true`,
        nobody: `userId: "00000000-0000-4000-8000-00000000dead", ${fromEnv}`,
      },
      `class User extends pulumi.dynamic.Resource {
        constructor(name) {
          super({ create: async () => ({ id: "1", outs: {} }) }, name, { userId: undefined, part: undefined });
        }
      }
      const user = last = new User("user");`,
    );
    await expectText("set");
  });

  it("is the approved one for a value that is too weak", async () => {
    declare({ bad: `${userId()}, valueFrom: { env: "WEAK" }` });
    await expectText("bad");
  });

  it("is the approved one for a password behind an external gateway", async () => {
    declare({ external: `${userId({ external: true })}, ${fromEnv}` });
    await expectText("external");
  });

  it("is the approved one for a worker that may not read", async () => {
    const powerless = simulator().createWorker({ roles: [] });
    declare({ first: `${userId()}, ${fromEnv}`, second: `${userId()}, ${fromEnv}` });
    stack().setEnv({
      PINGONE_CLIENT_ID: powerless.clientId,
      PINGONE_CLIENT_SECRET: powerless.clientSecret,
    });
    await expectText("unreadable");
  });

  it("is the approved one for wrong credentials", async () => {
    declare({ first: `${userId()}, ${fromEnv}` });
    stack().setEnv({ PINGONE_CLIENT_SECRET: "wrong" });
    await expectText("unauthorised");
  });

  it("is the approved one where PingOne cannot be reached", async () => {
    declare({ first: `${userId()}, ${fromEnv}`, second: `${userId()}, ${fromEnv}` });
    stack().setEnv({ PINGONE_API_URL: "http://127.0.0.1:9", PINGONE_AUTH_URL: "http://127.0.0.1:9" });
    await expectText("offline");
  });

  it("is the approved one without secrets", async () => {
    declare({ missing: `${userId()}, valueFrom: { env: "NOT_THERE" }`, there: `${userId()}, ${fromEnv}` });
    stack().setEnv({ PINGONE_PREVIEW_WITHOUT_SECRETS: "1" });
    await expectText("without-secrets");
  });

  it("is the approved one for passwords that were set, and what became of them", async () => {
    const names = ["warn", "ignore", "reset", "valued", "forced", "released", "version", "same"] as const;
    const ids = Object.fromEntries(names.map((name) => [name, add()])) as Record<
      (typeof names)[number],
      string
    >;
    const declareAll = (inputs: Record<(typeof names)[number], string>) => {
      declare(Object.fromEntries(names.map((name) => [name, `userId: "${ids[name]}", ${inputs[name]}`])));
    };
    const before = {
      warn: fromEnv,
      ignore: `${fromEnv}, onExternalChange: "ignore"`,
      reset: `${fromEnv}, onExternalChange: "reset", bypassPolicy: true`,
      valued: fromEnv,
      forced: fromEnv,
      released: `${fromEnv}, forceChange: true`,
      version: `generate: {}, exposeValue: true, valueVersion: 1`,
      same: fromEnv,
    };
    declareAll(before);
    await stack().up();
    for (const name of ["warn", "ignore", "reset"] as const) {
      await changeOutside(simulator(), ids[name], OTHER);
    }
    await lockPassword(simulator(), ids.forced);
    await stack().refresh();
    declareAll({
      ...before,
      valued: fromOther,
      forced: `${fromEnv}, forceChange: true`,
      released: fromEnv,
      version: `generate: {}, exposeValue: true, valueVersion: 2`,
    });
    await expectText("changes");
    await expectText("changes-diff", "--diff");
  });
});
