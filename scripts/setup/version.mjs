/** @typedef {readonly [major: number, minor: number, patch: number]} Version */

/**
 * The first version in a text such as "v3.258.0" or "go1.26"; a missing patch is 0.
 * @param {string} text
 * @returns {Version | undefined}
 */
export function parseVersion(text) {
  const [, major, minor, patch = 0] = /(\d+)\.(\d+)(?:\.(\d+))?/.exec(text) ?? [];
  return major === undefined ? undefined : [Number(major), Number(minor), Number(patch)];
}

/**
 * @param {Version} a
 * @param {Version} b
 * @returns {number} below zero when `a` is older, as `sort` wants it
 */
export function compareVersions(a, b) {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

/**
 * @param {Version} version
 * @param {string} minimum
 */
export function isAtLeast(version, minimum) {
  const wanted = parseVersion(minimum);
  return wanted !== undefined && compareVersions(version, wanted) >= 0;
}
