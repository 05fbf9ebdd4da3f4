/** One window at a time (promise 7): two would each think that the history ends with their own change. */

/** After a reload the page before may hold the lock a little longer. */
const PATIENCE = 2_000;
const BETWEEN = 100;

/** Takes the lock; gives a function that lets it go, or null where another window keeps it. */
export async function holdWindowLock(
  locks: LockManager | null,
  name: string,
): Promise<(() => void) | null> {
  if (locks === null) return () => {};
  const until = performance.now() + PATIENCE;
  for (;;) {
    const release = await tryLock(locks, name);
    if (release !== null || performance.now() > until) return release;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN));
  }
}

function tryLock(locks: LockManager, name: string): Promise<(() => void) | null> {
  return new Promise((resolve, reject) => {
    locks
      .request(name, { ifAvailable: true }, (lock) => {
        if (lock === null) {
          resolve(null);
          return undefined;
        }
        return new Promise<void>((release) => resolve(release));
      })
      .catch(reject);
  });
}
