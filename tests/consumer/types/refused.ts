/** A program that must not compile. */
export type Refused = {
  readonly program: string;
  /** What the compiler's words have to name. */
  readonly says: RegExp;
  /** What stands where the compiler points, where that matters. */
  readonly at?: string;
};

/** Programs that no user means, by what is wrong with them: each is one error that names the property. */
export const refused: Readonly<Record<string, Refused>> = {
  "value and valueFrom": {
    program: `new pingone.UserPassword("a", { environmentId, userId, value: text, valueFrom: { env: "A" } });`,
    says: /property 'valueFrom' are incompatible/,
  },
  "value and generate": {
    program: `new pingone.UserPassword("a", { environmentId, userId, value: text, generate: {}, exposeValue: true });`,
    says: /property 'generate' are incompatible/,
  },
  "valueFrom and generate": {
    program: `new pingone.UserPassword("a", { environmentId, userId, valueFrom: { env: "A" }, generate: {}, deliverTo: { file: "a" } });`,
    says: /property 'generate' are incompatible/,
  },
  "generate without a place": {
    program: `new pingone.UserPassword("a", { environmentId, userId, generate: {} });`,
    says: /'\(DeliveredPassword .*\| \(ExposedPassword [^]*Property 'exposeValue' is missing/,
  },
  "deliverTo without generate": {
    program: `new pingone.UserPassword("a", { environmentId, userId, value: text, deliverTo: { file: "a" } });`,
    says: /property 'deliverTo' are incompatible/,
  },
  "deliverTo alone": {
    program: `new pingone.UserPassword("a", { environmentId, userId, deliverTo: { file: "a" } });`,
    says: /Property 'generate' is missing/,
  },
  "two places of delivery": {
    program: `new pingone.UserPassword("a", { environmentId, userId, generate: {}, deliverTo: { file: "a", githubEnv: "A" } });`,
    says: /'(file|githubEnv|deliverTo)'|'string' is not assignable to type 'undefined'/,
  },
  "env and file": {
    program: `new pingone.UserPassword("a", { environmentId, userId, valueFrom: { env: "A", file: "a" } });`,
    says: /'string' is not assignable to type 'undefined'/,
    at: "valueFrom|env|file",
  },
  "neither env nor file": {
    program: `new pingone.UserPassword("a", { environmentId, userId, valueFrom: {} });`,
    says: /'\{\}' is not assignable to type 'Input<SecretFrom>/,
    at: "valueFrom",
  },
  "a misspelt place": {
    program: `new pingone.UserPassword("a", { environmentId, userId, valueFrom: { enviroment: "A" } });`,
    says: /'enviroment' does not exist/,
    at: "enviroment",
  },
  "a misspelt input": {
    program: `new pingone.UserPassword("a", { environmentId, userId, value: text, forceChagne: true });`,
    says: /'forceChagne' does not exist/,
    at: "forceChagne",
  },
  "no user": {
    program: `new pingone.UserPassword("a", { environmentId, value: text });`,
    says: /Property 'userId' is missing/,
  },
  "a value that is a number": {
    program: `new pingone.UserPassword("a", { environmentId, userId, value: 12345678 });`,
    says: /'number' is not assignable to type '.*Input<string>/,
    at: "value",
  },
  "a misspelt property of a row in a list": {
    program: `new pingone.TestUsers("a", { environmentId, users: [{ username: "a" }, { username: "b", emial: "b@x.org" }] });`,
    says: /'emial' does not exist in type 'TestUserArgs'. Did you mean to write 'email'/,
    at: "emial",
  },
  "a misspelt property of a row in a map": {
    program: `new pingone.TestUsers("a", { environmentId, users: { a: {}, b: { emial: "b@x.org" } } });`,
    says: /'emial' does not exist in type 'TestUserEntry'. Did you mean to write 'email'/,
    at: "emial",
  },
  "a misspelt property of a row's name": {
    program: `new pingone.TestUsers("a", { environmentId, users: [{ username: "a", name: { givn: "A" } }] });`,
    says: /'givn' does not exist/,
    at: "givn",
  },
  "a misspelt property of a row with a password": {
    program: `new pingone.TestUsers("a", { environmentId, users: [{ username: "a", value: text, enabeld: true }] });`,
    says: /'enabeld' does not exist/,
    at: "enabeld",
  },
  "a row with value and valueFrom": {
    program: `new pingone.TestUsers("a", { environmentId, users: [{ username: "a" }, { username: "b", value: text, valueFrom: { env: "B" } }] });`,
    says: /property 'valueFrom' are incompatible/,
    at: '{ username: "b"',
  },
  "a row of a map with value and generate": {
    program: `new pingone.TestUsers("a", { environmentId, users: { a: {}, b: { value: text, generate: {} } } });`,
    says: /property 'generate' are incompatible/,
    at: "b",
  },
  "a row without a username": {
    program: `new pingone.TestUsers("a", { environmentId, users: [{ username: "a" }, { email: "b@x.org" }] });`,
    says: /Property 'username' is missing/,
    at: "{ email",
  },
  "a row with a wrong type": {
    program: `new pingone.TestUsers("a", { environmentId, users: [{ username: "a", enabled: "yes" }] });`,
    says: /'string' is not assignable to type '.*boolean/,
    at: "enabled",
  },
  "users that are no rows": {
    program: `new pingone.TestUsers("a", { environmentId, users: "users.csv" });`,
    says: /'string' is not assignable to type/,
    at: "users",
  },
  "password and passwordFrom": {
    program: `new pingone.PasswordCheck("a", { environmentId, userId, password: text, passwordFrom: { env: "A" } });`,
    says: /property 'passwordFrom' are incompatible/,
  },
  "recoveryCode and recoveryCodeFrom": {
    program: `new pingone.PasswordRecovery("a", { environmentId, userId, recoveryCode: text, recoveryCodeFrom: { env: "A" }, newPassword: text });`,
    says: /property 'recoveryCodeFrom' are incompatible/,
  },
  "newPassword and newPasswordFrom of a PasswordRecovery": {
    program: `new pingone.PasswordRecovery("a", { environmentId, userId, recoveryCode: text, newPassword: text, newPasswordFrom: { env: "A" } });`,
    says: /property 'newPasswordFrom' are incompatible/,
  },
  "currentPassword and currentPasswordFrom": {
    program: `new pingone.PasswordReset("a", { environmentId, userId, applicationId: "x", currentPassword: text, currentPasswordFrom: { env: "A" } });`,
    says: /property 'currentPasswordFrom' are incompatible/,
  },
  "newPassword and newPasswordFrom of a ForgotPassword": {
    program: `new pingone.ForgotPassword("a", { environmentId, username: "a", applicationId: "x", recoveryCodeFrom: { file: "a" }, newPassword: text, newPasswordFrom: { env: "A" } });`,
    says: /property 'newPasswordFrom' are incompatible/,
  },
  "getUser by id and by name": {
    program: `void pingone.getUser({ environmentId, userId, username: "a" });`,
    says: /property 'username' are incompatible/,
  },
  "getUser by neither": {
    program: `void pingone.getUser({ environmentId });`,
    says: /Property 'username' is missing/,
  },
  "getUserOutput by id and by name": {
    program: `pingone.getUserOutput({ environmentId, userId: pulumi.output(userId), username: "a" });`,
    says: /property 'username' are incompatible/,
  },
  "getUserOutput by neither": {
    program: `pingone.getUserOutput({ environmentId });`,
    says: /Property 'username' is missing/,
  },
  "getPasswordPolicy by id and of a user": {
    program: `void pingone.getPasswordPolicy({ environmentId, userId, passwordPolicyId: text });`,
    says: /property 'passwordPolicyId' are incompatible/,
  },
  "getPasswordPolicyOutput by id and of a user": {
    program: `pingone.getPasswordPolicyOutput({ environmentId, userId: pulumi.output(userId), passwordPolicyId: text });`,
    says: /property 'passwordPolicyId' are incompatible/,
  },
  "a provider with a client secret and an access token": {
    program: `new pingone.Provider("a", { clientId: "c", clientSecret: text, environmentId, apiAccessToken: text, regionCode: "EU" });`,
    says: /property '(apiAccessToken|clientSecret)' are incompatible/,
  },
  "a provider without a client secret": {
    program: `new pingone.Provider("a", { clientId: "c", environmentId, regionCode: "EU" });`,
    says: /Property 'clientSecret' is missing/,
  },
  "a region that is none": {
    program: `new pingone.Provider("a", { apiAccessToken: text, regionCode: "US" });`,
    says: /'"US"' is not assignable to type '.*RegionCode/,
    at: "regionCode",
  },
  "a client with a client secret and an access token": {
    program: `createClient({ connection: { clientId: "c", clientSecret: text, environmentId, apiAccessToken: text, regionCode: "EU" } });`,
    says: /'string' is not assignable to type 'undefined'/,
    at: "apiAccessToken",
  },
  "a client with a region that is none": {
    program: `createClient({ connection: { apiAccessToken: text, regionCode: "US" } });`,
    says: /'"US"' is not assignable to type '.*RegionCode/,
    at: "regionCode",
  },
  "a client with nobody": {
    program: `createClient({ connection: { regionCode: "EU" } });`,
    says: /missing the following properties from type 'WorkerApplication': clientId, clientSecret, environmentId/,
  },
};
