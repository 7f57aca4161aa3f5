import { readlinkSync, realpathSync } from "node:fs";
import { stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { StateFileError } from "./state-file-error";
import { writeAtomically } from "./write-atomically";

/** Milliseconds from a change to its being written, so that a burst of them is written once. */
const DEBOUNCE = 200;

/** How much longer than a save took the next one waits: saving never takes more than a tenth of the time. */
const REST = 9;

/** A full disk, a quota, a limit on the size of files. */
const NO_ROOM = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);

/** A file that follows the state. */
export class StateFile {
  readonly #path: string;
  #timer: NodeJS.Timeout | undefined;
  #isDirty = false;
  #running: Promise<void> | undefined;
  #wait = DEBOUNCE;
  #isOpen = false;
  /** What the file was when it was read or written last; undefined when there was none. */
  #seen: string | undefined;
  #warned = "";

  /** @param path as the user named it; a link is followed @param serialize the text of the moment */
  constructor(
    readonly path: string,
    private readonly serialize: () => string,
  ) {
    this.#path = follow(path);
  }

  /** Writes the file for the first time and follows all changes from now on. @throws StateFileError when it cannot be written */
  async open(): Promise<void> {
    this.#isDirty = true;
    this.#isOpen = true;
    await this.flush();
  }

  /** Takes note of the file as it is, so that nothing else's is ever overwritten. */
  async look(): Promise<void> {
    this.#seen = await fingerprint(this.#path);
  }

  /** Says that something has changed: it is written soon. */
  note(): void {
    this.#isDirty = true;
    if (!this.#isOpen || this.#timer !== undefined || this.#running !== undefined) return;
    this.#timer = setTimeout(() => {
      this.flush().catch((error: unknown) => {
        this.#warn(error);
      });
    }, this.#wait);
  }

  /** Writes what has changed, now. @throws StateFileError when it cannot be written; the next change tries again */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    while (this.#running !== undefined) await this.#running.catch(() => undefined);
    if (!this.#isDirty) return;
    this.#running = this.#save().finally(() => {
      this.#running = undefined;
    });
    await this.#running;
    if (this.#hasChanged()) this.note();
  }

  /** Writes the last change and follows no more. @throws StateFileError when it cannot be written */
  async close(): Promise<void> {
    this.#isOpen = false;
    await this.flush();
    // A change during that save.
    await this.flush();
  }

  /** What changed during a save began no wait of its own. */
  #hasChanged(): boolean {
    return this.#isDirty;
  }

  async #save(): Promise<void> {
    const started = performance.now();
    this.#isDirty = false;
    try {
      const isStillOurs = async () => [undefined, this.#seen].includes(await fingerprint(this.#path));
      if (!(await writeAtomically(this.#path, this.serialize(), isStillOurs))) throw this.#taken();
      await this.look();
    } catch (error) {
      this.#isDirty = true;
      throw error instanceof StateFileError ? error : this.#unwritable(error);
    } finally {
      this.#wait = Math.max(DEBOUNCE, REST * (performance.now() - started));
    }
  }

  #taken(): StateFileError {
    return new StateFileError(
      `The state file ${this.path} was changed by something else and is left as it is: ` +
        "what has changed here since is not kept. Stop the other one, or name another file with --state.",
    );
  }

  #unwritable(error: unknown): StateFileError {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    const reason = code === "ENOENT" ? "its folder does not exist" : code;
    const remedy = NO_ROOM.has(code) ? "make room on its disk" : "make its folder writable";
    return new StateFileError(
      `The state file ${this.path} cannot be written (${reason}): ${remedy}, or name another file with --state.`,
      { cause: error },
    );
  }

  /** Once for each reason: the next change tries again. */
  #warn(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    if (message === this.#warned) return;
    this.#warned = message;
    process.emitWarning(message);
  }
}

/** Another text, or another file of the same name, has another one. */
async function fingerprint(path: string): Promise<string | undefined> {
  try {
    const { ino, size, mtimeMs } = await stat(path);
    return [ino, size, mtimeMs].join(" ");
  } catch {
    return undefined;
  }
}

/** A rename would put a file in the place of the link, one whose target is not there yet included. */
function follow(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const target = targetOf(path);
    return target === undefined ? resolve(path) : resolve(dirname(path), target);
  }
}

function targetOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}
