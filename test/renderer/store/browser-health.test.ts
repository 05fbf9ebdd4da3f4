import { expect, test } from "vitest";
import { askToPersist, readBrowserHealth } from "../../../renderer/store/browser-health.ts";

function storageOf(more: Partial<StorageManager>): StorageManager {
  return {
    persisted: () => Promise.resolve(true),
    persist: () => Promise.resolve(true),
    estimate: () => Promise.resolve({ usage: 10, quota: 100 }),
    ...more,
  } as StorageManager;
}

test("what the browser says of its storage is told", async () => {
  expect(await readBrowserHealth(storageOf({}))).toEqual({
    isPersisted: true,
    usedBytes: 10,
    quotaBytes: 100,
  });
  expect(await askToPersist(storageOf({ persist: () => Promise.resolve(false) }))).toBe(false);
});

test("a browser that does not tell, or has no storage to ask, is not known and not called bad", async () => {
  const fail = () => Promise.reject(new TypeError("not allowed"));
  const silent = storageOf({ persisted: fail, persist: fail, estimate: fail });
  const unknown = { isPersisted: null, usedBytes: null, quotaBytes: null };
  expect(await readBrowserHealth(silent)).toEqual(unknown);
  expect(await readBrowserHealth(null)).toEqual(unknown);
  expect(await askToPersist(silent)).toBeNull();
  expect(await askToPersist(null)).toBeNull();
});
