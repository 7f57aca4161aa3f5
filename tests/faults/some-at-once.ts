/** Runs jobs in their order, some of them at the same time. What waits for a pause leaves the machine to another. */
export async function someAtOnce(atOnce: number, jobs: readonly (() => Promise<void>)[]): Promise<void> {
  const waiting = jobs.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const job of waiting) {
        await job();
      }
    }),
  );
}
