/** Stands behind a message about a path that is not there. */
export function hintAtHome(path: string): string {
  return startsAtHome(path) ? " Only a shell expands ~: write the path out." : "";
}

/** True for `~/...` and `~bob/...`, which name a home directory to a shell and a folder to everything else. */
export function startsAtHome(path: string): boolean {
  return /^~[^/\\]*[/\\]/.test(path);
}
