"use strict";

const pulumi = require("@pulumi/pulumi");
const fixtures = require("./fixtures");

/**
 * The text that finds the provider of this package, as long as the one of `pulumi-pingone-password`.
 * @param {string} type
 */
const providerText = (type) => `exports.handler=require("pingone-bench-floor/provider").${type}`;

/**
 * The inputs that a dynamic resource of `pulumi-pingone-password` adds to those of the program.
 * @param {string} type
 * @param {string} name
 */
const withProvider = (type, name) => {
  const token = `pulumi-nodejs:dynamic/bench:${type}`;
  return { token, added: { __provider: providerText(type), __urn: pulumi.createUrn(name, token) } };
};

/** Takes the inputs of a UserPassword, fills a state of the same size and does nothing. */
class FloorPassword extends pulumi.CustomResource {
  /**
   * @param {string} name
   * @param {{ environmentId: string, userId: string, value: pulumi.Input<string> }} args
   */
  constructor(name, args) {
    const { token, added } = withProvider("FloorPassword", name);
    super(
      token,
      name,
      {
        status: undefined,
        lastChangedAt: undefined,
        passwordPolicyId: undefined,
        appliedAt: undefined,
        externallyChanged: undefined,
        ...args,
        fingerprint: pulumi.secret(""),
        ...added,
      },
      { additionalSecretOutputs: ["fingerprint"] },
    );
  }
}

/** Takes the inputs of a TestUsers, the same rows with their passwords aside, keeps them and does nothing. */
class FloorUsers extends pulumi.CustomResource {
  /**
   * @param {string} name
   * @param {{ environmentId: string, users: import("./fixtures").BenchUser[] }} args
   */
  constructor(name, { environmentId, users }) {
    const { token, added } = withProvider("FloorUsers", name);
    super(
      token,
      name,
      {
        environmentId,
        users: Object.fromEntries(users.map(({ username, value, ...row }) => [username, row])),
        passwords: pulumi.secret(Object.fromEntries(users.map(({ username, value }) => [username, value]))),
        fingerprints: pulumi.secret(""),
        ids: undefined,
        ...added,
      },
      { additionalSecretOutputs: ["fingerprints"] },
    );
  }
}

module.exports = { ...fixtures, FloorPassword, FloorUsers };
