"use strict";

/** @typedef {{ username: string, email: string, name: { given: string }, value: string }} BenchUser */

/**
 * Id of the user with this number, where the users are there before the stack.
 * @param {number} index
 */
const userId = (index) => `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;

/**
 * A password that the Standard policy takes: another one for each user and version.
 * @param {number} index
 * @param {number} version
 */
const password = (index, version) => {
  // A letter between two digits: the policy takes no character three times in a row.
  const digits = [...String(index)].join("k");
  return `Copper-Kettle!${digits}v${version}x`;
};

/**
 * Users of three columns and a password each.
 * @param {number} count
 * @param {number} [changed] how many of them, the first ones, have another password
 * @returns {BenchUser[]}
 */
const users = (count, changed = 0) =>
  Array.from({ length: count }, (_, index) => ({
    username: `test-user-${index}`,
    email: `test-user-${index}@example.com`,
    name: { given: `Given${index}` },
    value: password(index, index < changed ? 2 : 1),
  }));

module.exports = { password, userId, users };
