"use strict";

const { createHash } = require("node:crypto");

/** @typedef {Record<string, unknown>} Props */

/** What PingOne tells of a password, in as many bytes. */
const OBSERVED = {
  status: "OK",
  lastChangedAt: "2026-01-01T00:00:00.000Z",
  passwordPolicyId: "00000000-0000-4000-8000-000000000000",
  appliedAt: "2026-01-01T00:00:00.000Z",
  externallyChanged: false,
};

/**
 * Stands for a text in twelve characters; the cheapest that differs when the text does.
 * @param {unknown} text
 */
const shortHash = (text) => createHash("sha256").update(String(text)).digest("base64url").slice(0, 12);

/**
 * A provider that calls nobody.
 * @param {(news: Props) => Props} check
 * @param {(inputs: Props) => { id: string, outs: Props }} create
 * @param {string} compared the one property that counts as a change
 */
const nothing = (check, create, compared) => ({
  /** @type {(olds: Props, news: Props) => Promise<{ inputs: Props }>} */
  check: (_olds, { __provider, __urn, ...news }) => Promise.resolve({ inputs: check(news) }),
  /** @type {(id: string, olds: Props, news: Props) => Promise<{ changes: boolean }>} */
  diff: (_id, olds, news) => Promise.resolve({ changes: olds[compared] !== news[compared] }),
  /** @type {(inputs: Props) => Promise<{ id: string, outs: Props }>} */
  create: ({ __provider, ...inputs }) => Promise.resolve(create(inputs)),
  /** @type {(id: string, props: Props) => Promise<{ id: string, props: Props }>} */
  read: (id, { __provider, ...props }) => Promise.resolve({ id, props }),
  /** @type {(id: string, olds: Props, news: Props) => Promise<{ outs: Props }>} */
  update: (_id, _olds, { __provider, ...news }) => Promise.resolve({ outs: create(news).outs }),
  delete: () => Promise.resolve(),
});

const FloorPassword = () =>
  nothing(
    ({ value, ...news }) => ({ ...news, fingerprint: `scrypt$4096$8$${shortHash(value)}` }),
    ({ environmentId, userId, fingerprint }) => ({
      id: `${String(environmentId)}/${String(userId)}`,
      outs: { fingerprint, ...OBSERVED },
    }),
    "fingerprint",
  );

const FloorUsers = () =>
  nothing(
    ({ passwords, ...news }) => ({
      ...news,
      fingerprints: Object.values(passwords ?? {})
        .map(shortHash)
        .join(""),
    }),
    ({ users, fingerprints }) => ({
      id: "pulumi:bench/dev/users",
      outs: {
        users,
        fingerprints,
        ids: Object.fromEntries(
          Object.keys(users ?? {}).map((username) => [username, shortHash(username).padEnd(22, "0")]),
        ),
      },
    }),
    "fingerprints",
  );

module.exports = { FloorPassword, FloorUsers };
