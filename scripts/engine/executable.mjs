import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";

const SUFFIXES = process.platform === "win32" ? [".exe", ".cmd", ".bat"] : [""];

/**
 * The name under which this environment holds PATH: Windows writes it `Path`.
 * @param {NodeJS.ProcessEnv} env
 */
export function pathVariable(env) {
  return Object.keys(env).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {string[]} absolute folders, in order
 */
export function pathFolders(env) {
  const path = env[pathVariable(env)] ?? "";
  return path
    .split(delimiter)
    .filter((folder) => folder !== "")
    .map((folder) => resolve(folder));
}

/**
 * The first of the folders that holds a program of this name.
 * @param {string} name without a suffix
 * @param {readonly string[]} folders
 * @returns {string | undefined} its absolute path
 */
export function findExecutable(name, folders) {
  return folders
    .flatMap((folder) => SUFFIXES.map((suffix) => join(folder, name + suffix)))
    .find((file) => isExecutable(file));
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
