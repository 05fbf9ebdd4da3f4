/** What the browser says of its storage (promise 6); null where it does not tell. */
export interface BrowserHealth {
  /** Whether the browser has promised not to clear it by itself. */
  readonly isPersisted: boolean | null;
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
}

/** The browser's own; null where there is none. */
function browserStorage(): StorageManager | null {
  const { navigator } = globalThis as { navigator?: { storage?: StorageManager } };
  return navigator?.storage ?? null;
}

/** Reads the state of the browser's storage. */
export async function readBrowserHealth(
  storage: StorageManager | null = browserStorage(),
): Promise<BrowserHealth> {
  if (storage === null) return { isPersisted: null, usedBytes: null, quotaBytes: null };
  const [isPersisted, estimate] = await Promise.all([
    storage.persisted().catch(() => null),
    storage.estimate().catch(() => null),
  ]);
  return {
    isPersisted,
    usedBytes: estimate?.usage ?? null,
    quotaBytes: estimate?.quota ?? null,
  };
}

/** Asks the browser never to clear the storage by itself; gives its answer. */
export async function askToPersist(
  storage: StorageManager | null = browserStorage(),
): Promise<boolean | null> {
  if (storage === null) return null;
  return storage.persist().catch(() => null);
}
