import { cpSync, readdirSync, readFileSync } from "node:fs";
import type * as FileSystem from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, it, vi } from "vitest";
import { changePassphrase } from "../../../../electron/services/keys/change-keys.ts";
import { keyFilePath } from "../../../../electron/services/keys/key-file.ts";
import { createKeyStore, unlockKeyStore } from "../../../../electron/services/keys/key-store.ts";
import { temporaryFolder } from "../../../support/folder.ts";

/**
 * The power fails before the n-th call that touches the disk, for every n: from then on no call does
 * anything. A write that is cut leaves half its bytes.
 */

class PowerCut extends Error {}

const power = vi.hoisted(() => ({ callsLeft: Infinity }));

function useDisk(): void {
  power.callsLeft -= 1;
  if (power.callsLeft < 0) throw new PowerCut("no power");
}

vi.mock("node:fs/promises", async (importOriginal) => {
  const real = await importOriginal<typeof FileSystem>();
  const watched = (file: FileSystem.FileHandle): FileSystem.FileHandle =>
    new Proxy(file, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== "function") return value;
        return async (...given: unknown[]): Promise<unknown> => {
          if (name === "writeFile" && power.callsLeft < 1) {
            await target.writeFile(String(given[0]).slice(0, 100));
          }
          if (name === "close") await target.close();
          useDisk();
          return name === "close" ? undefined : (Reflect.apply(value, target, given) as unknown);
        };
      },
    });
  return {
    ...real,
    open: async (...given: Parameters<typeof real.open>) => {
      useDisk();
      return watched(await real.open(...given));
    },
    rename: async (...given: Parameters<typeof real.rename>) => {
      useDisk();
      await real.rename(...given);
    },
    rm: async (...given: Parameters<typeof real.rm>) => {
      useDisk();
      await real.rm(...given);
    },
  };
});

const FOLDER = temporaryFolder();
const ORIGINAL = join(FOLDER, "original");
const OLD = "correct horse battery";
const NEW = "staple of another kind";
let recoveryCode: string;

beforeAll(async () => {
  const created = await createKeyStore(ORIGINAL, { role: "unit", passphrase: OLD, now: 0 });
  if (!created.ok) throw new Error(created.code);
  ({ recoveryCode } = created);
});

/** Changes the passphrase with so many calls to the disk before the power fails; tells whether it got through. */
async function changeWithPowerFor(calls: number, folder: string): Promise<boolean> {
  power.callsLeft = calls;
  try {
    const changed = await changePassphrase(folder, { recoveryCode }, NEW);
    return changed.ok;
  } catch (error) {
    if (!(error instanceof PowerCut)) throw error;
    return false;
  } finally {
    power.callsLeft = Infinity;
  }
}

it("loses no key wherever the power fails while the passphrase is changed", async () => {
  const before = readFileSync(keyFilePath(ORIGINAL), "utf8");
  const seen = { old: 0, new: 0 };
  for (let calls = 0; ; calls += 1) {
    const folder = join(FOLDER, `cut-${calls}`);
    cpSync(ORIGINAL, folder, { recursive: true });
    const isDone = await changeWithPowerFor(calls, folder);
    const after = readFileSync(keyFilePath(folder), "utf8");
    expect((await unlockKeyStore(folder, { recoveryCode })).ok).toBe(true);
    if (after === before) {
      seen.old += 1;
    } else {
      expect((await unlockKeyStore(folder, { passphrase: NEW })).ok).toBe(true);
      seen.new += 1;
    }
    if (isDone) break;
  }
  // Beginning, writing, flushing, closing and renaming leave the old file; what follows leaves the new one.
  expect(seen.old).toBeGreaterThanOrEqual(5);
  expect(seen.new).toBeGreaterThanOrEqual(2);
  expect(
    readdirSync(join(FOLDER, "cut-2", "keys")).some((name) => name.endsWith(".unfinished")),
  ).toBe(true);
});
