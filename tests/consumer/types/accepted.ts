/** Programs that are right and have to compile, by what each shows. */
export const accepted: Readonly<Record<string, string>> = {
  "each of value, valueFrom and generate": `
    new pingone.UserPassword("a", { environmentId, userId, value: text });
    new pingone.UserPassword("b", { environmentId, userId, value: pulumi.secret(text) });
    new pingone.UserPassword("c", { environmentId, userId, valueFrom: { env: "A" } });
    new pingone.UserPassword("d", { environmentId, userId, valueFrom: pulumi.output({ file: "a.txt" }) });
    new pingone.UserPassword("e", { environmentId, userId, generate: {}, deliverTo: { file: "a.txt" } });
    new pingone.UserPassword("f", { environmentId, userId, generate: { length: 30 }, exposeValue: true });
    new pingone.UserPassword("g", { environmentId, userId, generate: {}, deliverTo: { githubEnv: "A" }, exposeValue: false });`,
  "no value: adopted, ignored, or as it is": `
    new pingone.UserPassword("a", { environmentId, userId, adopt: true });
    new pingone.UserPassword("b", { environmentId, userId, adopt: true, value: text });
    new pingone.UserPassword("c", { environmentId, userId, valueFrom: { env: "A" } }, { ignoreChanges: ["fingerprint"] });
    new pingone.UserPassword("d", { environmentId, userId, forceChange: true, deletionPolicy: "keep" });`,
  "a value that may not be there": `
    new pingone.UserPassword("a", { environmentId, userId, value: maybe });
    new pingone.UserPassword("b", { environmentId, userId, valueFrom: flag ? { env: "A" } : undefined });
    new pingone.UserPassword("c", { environmentId, userId, value: undefined, valueFrom: { file: "a" }, generate: undefined, deliverTo: undefined });`,
  "spreads under a condition": `
    new pingone.UserPassword("a", { environmentId, userId, ...(flag ? { value: text } : {}) });
    new pingone.UserPassword("b", { environmentId, userId, ...(flag ? { value: text } : { valueFrom: { env: "A" } }) });
    new pingone.UserPassword("c", { environmentId, userId, ...(flag ? { valueFrom: { env: "A" } } : { valueFrom: { file: "a" } }) });
    new pingone.UserPassword("d", { environmentId, userId, exposeValue: flag, ...(flag ? { generate: {} } : { valueFrom: { env: "A" } }) });
    new pingone.UserPassword("e", { environmentId, userId, ...(flag ? { generate: {}, deliverTo: { file: "a" } } : { value: text }) });
    new pingone.UserPassword("f", { environmentId, userId, ...(maybe === undefined ? {} : { value: maybe }) });`,
  "arguments that are put together before": `
    const common = { environmentId, userId, forceChange: true };
    const whole = { ...common, generate: {}, exposeValue: true };
    const from = { ...common, valueFrom: { env: "A" } };
    const named: pingone.UserPasswordArgs = { environmentId, userId, generate: {}, deliverTo: { file: "a" } };
    new pingone.UserPassword("a", whole);
    new pingone.UserPassword("b", from);
    new pingone.UserPassword("c", named);
    new pingone.UserPassword("d", { ...named, forceChange: false });`,
  "a component that hands a password on": `
    type Member = { username: string; password: pingone.PasswordSource };
    class Team extends pulumi.ComponentResource {
      constructor(name: string, members: readonly Member[]) {
        super("acme:index:Team", name);
        for (const { username, password } of members) {
          const user = new pingone.User(username, { environmentId, username }, { parent: this });
          new pingone.UserPassword(username, { environmentId, userId: user.userId, ...password }, { parent: this });
        }
      }
    }
    new Team("t", [{ username: "a", password: { valueFrom: { env: "A" } } }, { username: "b", password: { generate: {}, exposeValue: true } }]);`,
  "a component that takes all inputs but the user": `
    type Inputs = pingone.PasswordSource & Omit<pingone.UserPasswordOptions, "userId">;
    const make = (name: string, inputs: Inputs) => new pingone.UserPassword(name, { ...inputs, userId });
    make("a", { environmentId, valueFrom: { env: "A" }, forceChange: true });
    make("b", { environmentId, generate: {}, deliverTo: { file: "a" } });
    interface Mine extends pingone.UserPasswordOptions {
      team: string;
      password: pingone.PasswordSource;
    }
    const place = ({ team, password, ...options }: Mine) => new pingone.UserPassword(team, { ...options, ...password });
    place({ team: "a", environmentId, userId, password: { value: text }, adopt: true });
    const defaults: Partial<pingone.UserPasswordOptions> = { environmentId, forceChange: true };
    new pingone.UserPassword("c", { ...defaults, environmentId, userId, value: text });`,
  "a value of the configuration, or else a place": `
    const configured = new pulumi.Config().getSecret("v");
    const password = configured === undefined ? { valueFrom: { env: "X" } } : { value: configured };
    new pingone.UserPassword("a", { environmentId, userId, ...password });
    new pingone.UserPassword("b", { environmentId, userId, ...(configured === undefined ? { valueFrom: { env: "X" } } : { value: configured }) });
    new pingone.UserPassword("c", { environmentId, userId, ...(flag ? { generate: {}, deliverTo: { file: "a" } } : { value: undefined }) });
    new pingone.TestUsers("d", { environmentId, users: [{ username: "a", ...password }] });`,
  "rows that are put together before": `
    const users: Record<string, pingone.TestUserEntry> = { a: { generate: {} } };
    users["b"] = { value: text };
    new pingone.TestUsers("a", { environmentId, users, exposeValue: true });
    const fill = (row: pingone.TestUser) => (row.value || row.valueFrom ? row : { ...row, value: undefined, valueFrom: undefined, generate: {} });
    new pingone.TestUsers("b", { environmentId, users: pingone.readUsers("a.csv").map(fill), exposeValue: true });`,
  "rows as a list, as a map and of a file": `
    new pingone.TestUsers("a", { environmentId, users: pingone.readUsers("users.csv") });
    new pingone.TestUsers("b", { environmentId, users: pingone.readUsers("a.csv").map((user) => ({ ...user, forceChange: true })) });
    new pingone.TestUsers("c", { environmentId, users: [...pingone.readUsers("a.csv"), { username: "x", value: text }] });
    new pingone.TestUsers("d", { environmentId, users: { a: {}, b: { value: text }, c: { generate: {} } }, exposeValue: true });
    new pingone.TestUsers("e", { environmentId, users: ["a", "b"].map((username) => ({ username, valueFrom: { env: username } })) });
    new pingone.TestUsers("f", { environmentId, users: Object.fromEntries(["a"].map((name) => [name, { generate: {} }])), exposeValue: true });
    new pingone.TestUsers("g", { environmentId, users: ["a"].map((username) => ({ username, ...(flag ? { generate: {} } : { value: text }) })) });
    const rows: pingone.TestUser[] = [{ username: "a", value: text }];
    const hoisted = [{ username: "a", value: text }, { username: "b", valueFrom: { env: "A" } }, { username: "c", name: { given: "C" } }];
    new pingone.TestUsers("h", { environmentId, users: [...rows, ...hoisted] });
    const args: pingone.TestUserArgs[] = [{ username: "a", email: pulumi.output(text) }];
    new pingone.TestUsers("i", { environmentId, users: args, deliverTo: { file: "a.json" } });`,
  "actions with a secret, with its place, and with neither": `
    new pingone.PasswordCheck("a", { environmentId, userId, password: text });
    new pingone.PasswordCheck("b", { environmentId, userId, passwordFrom: { env: "A" }, triggers: [1] });
    new pingone.PasswordCheck("c", { environmentId, userId });
    new pingone.PasswordRecovery("a", { environmentId, userId, recoveryCode: text, newPasswordFrom: { env: "A" } });
    new pingone.PasswordRecovery("b", { environmentId, userId, recoveryCodeFrom: { file: "a" }, newPassword: maybe });
    new pingone.PasswordRecovery("c", { environmentId, userId });
    new pingone.PasswordReset("a", { environmentId, userId, applicationId: "x", currentPasswordFrom: { env: "A" }, newPassword: text });
    new pingone.ForgotPassword("a", { environmentId, username: "a", applicationId: "x" });
    new pingone.ForgotPassword("b", { environmentId, username: "a", applicationId: "x", recoveryCodeFrom: { file: "a" }, newPassword: text });
    new pingone.ForgotPassword("c", { environmentId, username: "a", applicationId: "x", ...(flag ? { recoveryCodeFrom: { file: "a" }, newPasswordFrom: { env: "A" } } : {}) });
    new pingone.ForgotPassword("d", { environmentId, username: "a", applicationId: "x", recoveryCodeFrom: { file: "a" }, newPassword: maybe });
    new pingone.ForgotPassword("e", { environmentId, username: "a", applicationId: "x", recoveryCodeFrom: flag ? { file: "a" } : undefined, newPassword: flag ? text : undefined });
    new pingone.ForgotPassword("f", { environmentId, username: "a", applicationId: "x", recoveryCodeFrom: undefined, newPasswordFrom: undefined });`,
  "a user by id or by name, a policy by either or neither": `
    void pingone.getUser({ environmentId, userId });
    void pingone.getUser({ environmentId, username: "a", connection: { apiAccessToken: text, regionCode: "EU" } });
    pingone.getUserOutput({ environmentId, userId: pulumi.output(userId) });
    pingone.getUserOutput({ environmentId: pulumi.output(environmentId), username: pulumi.output("a") });
    void pingone.getUser({ environmentId, ...(flag ? { userId } : { username: "a" }) });
    void pingone.getPasswordPolicy({ environmentId });
    void pingone.getPasswordPolicy({ environmentId, userId: maybe });
    pingone.getPasswordPolicyOutput({ environmentId, passwordPolicyId: pulumi.output(text) });
    pingone.getPasswordPolicyOutput({ environmentId, userId: pulumi.output(text), connection: { apiAccessToken: pulumi.secret(text), apiUrl: "a", authUrl: "b" } });`,
  connections: `
    const config = new pulumi.Config();
    new pingone.Provider("a", { clientId: "c", clientSecret: config.requireSecret("s"), environmentId, regionCode: "EU" });
    new pingone.Provider("b", { apiAccessToken: process.env["TOKEN"], apiUrl: "https://a", authUrl: "https://b" });
    new pingone.Provider("c", { clientId: "c", clientSecret: process.env["S"], environmentId, regionCode: config.require<pingone.RegionCode>("r") });
    new pingone.Provider("d", { clientId: "c", clientSecret: text, environmentId, regionCode: config.get<pingone.RegionCode>("r"), apiUrl: maybe, authUrl: maybe });
    new pingone.Provider("e", { clientId: "c", clientSecret: text, environmentId, regionCode: text as pingone.RegionCode });
    new pingone.Provider("f", { clientId: "c", clientSecret: text, environmentId, regionCode: pulumi.output<pingone.RegionCode>("EU") });
    new pingone.Provider("g", { clientId: "c", environmentId, regionCode: "EU", ...(flag ? { clientSecret: text } : { apiAccessToken: text }) });
    const settings: pingone.ConnectionSettings = { clientId: "c", clientSecret: text, environmentId, regionCode: "NA" };
    createClient({ connection: settings });
    createClient({ connection: { apiAccessToken: text, regionCode: "SG" } });
    createClient();`,
};
