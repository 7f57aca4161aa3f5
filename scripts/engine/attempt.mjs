/**
 * One way to an engine. Throws `Unavailable` when it does not work here.
 * @callback Attempt
 * @param {import("../setup/context.mjs").SetupContext} context
 * @returns {Promise<FoundEngine>}
 */

/**
 * @typedef {object} FoundEngine
 * @property {string} pulumi absolute path of the CLI
 * @property {string} version
 * @property {string} how for the user: where it came from
 */

export {};
