// Every resource type, and every option that leaves something of its own in a state.
const pulumi = require("@pulumi/pulumi");
const pingone = require("pulumi-pingone-password");

const environmentId = process.env.PINGONE_ENVIRONMENT_ID;
const applicationId = "bbbbbbbb-cccc-4ddd-8eee-ffffffffffff";
const triggers = [process.env.BUILD];

/** A user of the seed. */
const user = (number) => ({ environmentId, userId: `00000000-0000-4000-8000-0000000000${number}` });

// Users: created, adopted, and the one child of a component.
const alice = new pingone.User("alice", {
  environmentId,
  username: "alice",
  email: "alice@example.com",
  name: { given: "Alice", family: "Archer" },
  enabled: true,
});
new pingone.User("carol", { environmentId, username: "carol", email: "carol@example.com", adopt: true });

class Account extends pulumi.ComponentResource {
  constructor(name, args, opts) {
    super("test:index:Account", name, {}, opts);
    new pingone.UserPassword(name, args, { parent: this });
    this.registerOutputs({});
  }
}
new Account("component", { ...user(11), valueFrom: { env: "COMPONENT_PASSWORD" } });

// Passwords, by each of the ways in.
new pingone.UserPassword("from-env", {
  environmentId,
  userId: alice.userId,
  valueFrom: { env: "ENV_PASSWORD" },
});
new pingone.UserPassword("from-value", {
  ...user(12),
  value: pulumi.secret(process.env.VALUE_PASSWORD),
  forceChange: true,
  deletionPolicy: "forceChange",
});
new pingone.UserPassword("from-file", {
  ...user(13),
  valueFrom: { file: "password.txt" },
  policyCheck: "warn",
  deletionPolicy: "unset",
  deletionPolicyForce: true,
});
new pingone.UserPassword("bypassing", {
  ...user(14),
  valueFrom: { env: "BYPASSING_PASSWORD" },
  bypassPolicy: true,
  valueVersion: 1,
  onExternalChange: "reset",
});
const generated = new pingone.UserPassword("generated", {
  ...user(15),
  generate: { length: 20, avoid: "ambiguous" },
  valueVersion: "first",
  exposeValue: true,
});
new pingone.UserPassword("delivered", { ...user(16), generate: {}, deliverTo: { file: "delivered.txt" } });
new pingone.UserPassword("adopted", { ...user(17), adopt: true, onExternalChange: "ignore" });

// A resource that was renamed and still has the alias, and two that are renamed once the state is there.
const renamed = (name, former, isRenamed) =>
  isRenamed ? [name, { aliases: [{ name: former }] }] : [former, {}];
const [name, opts] = renamed("renamed", "former", !process.env.BEFORE_RENAMING);
new pingone.UserPassword(name, { ...user(18), valueFrom: { env: "RENAMED_PASSWORD" } }, opts);
const [late, lateOpts] = renamed("late", "early", process.env.STATE_IS_THERE);
const lateUser = new pingone.User(late, { environmentId, username: "late" }, lateOpts);
new pingone.UserPassword(
  late,
  { environmentId, userId: lateUser.userId, valueFrom: { env: "LATE_PASSWORD" } },
  lateOpts,
);

// An explicit provider, whose connection and limits are in the state.
const tenant = new pingone.Provider("tenant", {
  environmentId,
  clientId: process.env.PINGONE_CLIENT_ID,
  clientSecret: process.env.PINGONE_CLIENT_SECRET,
  apiUrl: process.env.PINGONE_API_URL,
  authUrl: process.env.PINGONE_AUTH_URL,
  maxConcurrency: 4,
  requestsPerSecond: 50,
});
new pingone.UserPassword(
  "of-tenant",
  { ...user(19), valueFrom: { env: "TENANT_PASSWORD" } },
  { provider: tenant },
);

// The actions; only the first two run again for another build.
new pingone.PasswordUnlock("unlock", { ...user(21), scope: "both", when: "always", triggers });
new pingone.PasswordForceChange("force-change", { ...user(22), triggers });
new pingone.PasswordRecoveryCode("recovery-code", {
  ...user(23),
  triggers: { ticket: 1, of: ["Anna", true] },
});
new pingone.PasswordRecovery("recovery", {
  ...user(24),
  recoveryCodeFrom: { env: "RECOVERY_CODE" },
  newPassword: process.env.RECOVERED_PASSWORD,
});
new pingone.PasswordReset("reset", {
  ...user(25),
  applicationId,
  currentPasswordFrom: { env: "SEED_PASSWORD" },
  newPasswordFrom: { env: "RESET_PASSWORD" },
});
new pingone.PasswordCheck("check", { ...user(26), passwordFrom: { env: "SEED_PASSWORD" }, triggers: [1] });
new pingone.ForgotPassword("forgot", { environmentId, username: "forgetful", applicationId, triggers: [1] });

// Many users: rows of a file and of the program; "stranger" was there before.
const fixture = new pingone.TestUsers("fixture", {
  environmentId,
  adopt: true,
  deliverTo: { file: "passwords.json" },
  users: [
    ...pingone.readUsers("users.csv"),
    { username: "row-value", email: "row-value@example.com", value: process.env.ROW_VALUE_PASSWORD },
    { username: "row-generated", generate: { length: 12 }, valueVersion: 1, forceChange: true },
  ],
});
const shown = new pingone.TestUsers("shown", {
  environmentId,
  users: { "row-shown": { name: { given: "Shona" }, population: "Default", generate: {} } },
  exposeValue: true,
  refreshPasswords: true,
});

exports.lookedUp = pingone.UserPassword.get("looked-up", `${environmentId}/${user(27).userId}`).status;
exports.userId = alice.userId;
exports.statuses = fixture.accounts.apply((accounts) => Object.values(accounts).map(({ status }) => status));
exports.generated = generated.value;
exports.values = shown.values;
