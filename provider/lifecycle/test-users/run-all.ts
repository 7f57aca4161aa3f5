/** More than any limiter lets through at once, and few enough to hold. */
const WIDTH = 256;

/** Runs a task for each item, many at once, until there is none left or `isOver`. A task settles its own failures. */
export async function runAll<T>(
  items: Iterable<T>,
  task: (item: T) => Promise<void>,
  isOver: () => boolean,
): Promise<void> {
  const rest = items[Symbol.iterator]();
  const worker = async () => {
    for (let next = rest.next(); next.done !== true && !isOver(); next = rest.next()) {
      await task(next.value);
    }
  };
  await Promise.all(Array.from({ length: WIDTH }, worker));
}
