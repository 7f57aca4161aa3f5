import { expect } from "chai";
import { checkSeed } from "../../../simulator/seed/check-seed";

describe("checkSeed", () => {
  it("accepts nothing at all, and everything at once", () => {
    for (const seed of [
      {},
      {
        environment: { id: "00000000-0000-4000-8000-000000000001", name: "Test" },
        worker: {
          clientId: "w",
          clientSecret: "s",
          roles: [{ name: "Identity Data Admin", environmentIds: [] }],
        },
        applications: [
          { clientId: "a", name: "Shop", redirectUris: ["https://a.b/c"], tokenEndpointAuthMethod: "NONE" },
        ],
        passwordPolicies: [{ name: "Own", length: { min: 10 } }],
        populations: [{ name: "Staff", passwordPolicy: "Own", default: true }],
        users: [
          { username: "alice", name: { given: "Alice" }, password: "x", locked: true, mfa: { failures: 1 } },
        ],
      },
    ]) {
      expect(() => {
        checkSeed(seed);
      }).not.to.throw();
    }
  });

  const wrong: readonly (readonly [unknown, string])[] = [
    [[], "the whole must be an object"],
    [{ user: [] }, "user is not a known field"],
    [{ users: {} }, "users must be a list"],
    [{ applications: [{ clientId: "a" }] }, "applications[0].name is missing"],
    [{ applications: [{ name: "Shop", secret: "s" }] }, "applications[0].secret is not a known field"],
    [{ users: ["alice"] }, "users[0] must be an object"],
    [{ users: [{ username: "a" }, { email: "b" }] }, "users[1].username is missing"],
    [{ users: [{ username: "" }] }, "users[0].username must be a text that is not empty"],
    [{ users: [{ username: "a", pasword: "x" }] }, "users[0].pasword is not a known field"],
    [{ users: [{ username: "a", enabled: "yes" }] }, "users[0].enabled must be true or false"],
    [{ users: [{ username: "a", mfa: true }] }, "users[0].mfa must be an object"],
    [{ users: [{ username: "a", mfa: { failed: 1 } }] }, "users[0].mfa.failed is not a known field"],
    [
      { users: [{ username: "a", mfa: { failures: -1 } }] },
      "users[0].mfa.failures must be a whole number that is not negative",
    ],
    [{ users: [{ username: "a", id: "1" }] }, "users[0].id must be a UUID in lower case"],
    [{ users: [{ username: "a", constructor: 1 }] }, "users[0].constructor is not a known field"],
    [{ environment: { id: "1" } }, "environment.id must be a UUID in lower case"],
    [{ worker: { secret: "x" } }, "worker.secret is not a known field"],
    [{ worker: { roles: [{}] } }, "worker.roles[0].name is missing"],
    [{ populations: [{}] }, "populations[0].name is missing"],
    [
      { users: [{ username: "a", password: "Pl4nted\n" }] },
      "users[0].password has a line feed (U+000A) at its end, which nobody can type. Take it out (in YAML, |- keeps no line end, as | does)",
    ],
    [
      { users: [{ username: "a", password: "P\0l4nted" }] },
      "users[0].password has a null character (U+0000) as its character 2, which nobody can type. Take it out (in YAML, |- keeps no line end, as | does)",
    ],
    [
      { worker: { clientSecret: "Pl4\uFFFDted" } },
      "worker.clientSecret has a replacement character (U+FFFD) as its character 4, which nobody can type. Take it out (in YAML, |- keeps no line end, as | does)",
    ],
    [
      { applications: [{ name: "Shop", clientSecret: "Pl4nted\uD83D" }] },
      "applications[0].clientSecret has a character (U+D83D) at its end, which nobody can type. Take it out (in YAML, |- keeps no line end, as | does)",
    ],
    [{ passwordPolicies: [{ name: "Own", maxAge: 1 }] }, "passwordPolicies[0].maxAge is not a known field"],
    [
      { passwordPolicies: [{ name: "Own", maxAgeDays: "1" }] },
      "passwordPolicies[0].maxAgeDays must be a number",
    ],
  ];
  for (const [seed, message] of wrong) {
    it(`says: ${message}`, () => {
      expect(() => {
        checkSeed(seed);
      }).to.throw(`Wrong seed: ${message}.`);
    });
  }
});
