import { beforeEach, describe, expect, test } from "vitest";
import { Session } from "../../../renderer/app/session.ts";
import type { OpenResult } from "../../../renderer/store/engine/open-result.ts";
import type { Store } from "../../../renderer/store/types.ts";
import type { Bridge, BridgeEvents } from "../../../shared/bridge/methods.ts";

/** A key store that knows one passphrase, as far as the session sees it. */
class KeyHost {
  state: "none" | "locked" | "unlocked" = "none";
  rehearsedAt: string | null = null;
  code = "code 1";
  readonly calls: string[] = [];
  /** The data keys that went to the screen. */
  readonly given: Uint8Array[] = [];
  tellLocked: () => void = () => {};
  /** An answer that a method gives instead. */
  readonly refusals = new Map<string, string>();

  readonly bridge: Bridge = {
    call: (async (method: string, input: Readonly<Record<string, unknown>>) => {
      this.calls.push(method);
      const refused = this.refusals.get(method);
      if (refused !== undefined) return fault(refused);
      return Promise.resolve(this.#answer(method, input));
    }) as Bridge["call"],
    on: (event, listener) => {
      if (event === "locked") {
        this.tellLocked = () => (listener as (payload: BridgeEvents["locked"]) => void)({});
      }
      return () => {};
    },
  };

  #answer(method: string, input: Readonly<Record<string, unknown>>): unknown {
    const done = (output: object, bytes: Uint8Array | null = null) => ({ ok: true, output, bytes });
    const key = new Uint8Array(32).fill(7);
    if (method === "keys.state") {
      const { state, rehearsedAt } = this;
      return done({ state, rehearsedAt, hasOsSlot: false, osStore: null });
    }
    if (method === "keys.create") {
      this.state = "unlocked";
      return done({ recoveryCode: this.code }, key);
    }
    if (method === "keys.renewRecoveryCode") {
      this.code = "code 2";
      return done({ recoveryCode: this.code });
    }
    if (method === "keys.rehearse") {
      if (input["recoveryCode"] !== this.code) return fault("recovery-wrong");
      this.rehearsedAt = "2026-11-23T08:15:30Z";
      return done({ rehearsedAt: this.rehearsedAt });
    }
    if (method === "keys.unlock") {
      const isRight = input["passphrase"] === "right" || input["recoveryCode"] === this.code;
      if (!isRight) return fault("passphrase-wrong");
      this.state = "unlocked";
      this.given.push(key);
      return done({}, key);
    }
    if (method === "keys.lock") this.state = "locked";
    return done({});
  }
}

function fault(code: string) {
  return { ok: false, error: { code, message: `sentence of ${code}` } };
}

let host: KeyHost;
let closed: number;
let result: OpenResult;
let session: Session;

beforeEach(() => {
  host = new KeyHost();
  closed = 0;
  const store = {
    close: async () => {
      host.calls.push("store.close");
      closed += 1;
      return Promise.resolve();
    },
  } as unknown as Store;
  result = { ok: true, store };
  session = new Session({
    connect: async () => Promise.resolve(host.bridge),
    open: async () => Promise.resolve(result),
    rebuild: async () => {
      result = { ok: true, store };
      return Promise.resolve({ ok: true, people: 1, entries: 1 });
    },
  });
});

const step = () => session.getState().step;

async function startWithKeys(): Promise<void> {
  host.state = "locked";
  host.rehearsedAt = "2026-11-23T08:15:30Z";
  await session.start();
}

describe("the session", () => {
  test("begins with the first run where there are no keys, and opens only after the code was typed back", async () => {
    await session.start();
    expect(step()).toBe("first-run");
    expect(await session.createKeys("right", "unit")).toBeNull();
    expect(session.getState()).toMatchObject({ step: "rehearsing", recoveryCode: "code 1" });
    expect((await session.rehearse("another"))?.code).toBe("recovery-wrong");
    expect(step()).toBe("rehearsing");
    expect(await session.rehearse("code 1")).toBeNull();
    expect(step()).toBe("open");
  });

  test("gives a new code where the first was never typed back", async () => {
    host.state = "locked";
    await session.start();
    expect(await session.unlock({ passphrase: "right" })).toBeNull();
    expect(session.getState()).toMatchObject({ step: "rehearsing", recoveryCode: "code 2" });
    await session.rehearse("code 2");
    expect(step()).toBe("open");
  });

  test("stays locked on a wrong passphrase and gives the reason", async () => {
    await startWithKeys();
    expect(step()).toBe("locked");
    expect((await session.unlock({ passphrase: "wrong" }))?.code).toBe("passphrase-wrong");
    expect(step()).toBe("locked");
    await session.unlock({ passphrase: "right" });
    expect(step()).toBe("open");
  });

  test("opens by the recovery code after a new passphrase was set with it", async () => {
    await startWithKeys();
    expect(await session.replacePassphrase("code 1", "right")).toBeNull();
    expect(host.calls).toContain("keys.changePassphrase");
    expect(step()).toBe("open");
  });

  test("ends the store's writing before it locks the keys", async () => {
    await startWithKeys();
    await session.unlock({ passphrase: "right" });
    host.calls.length = 0;
    await session.lock();
    expect(host.calls.slice(0, 2)).toEqual(["store.close", "keys.lock"]);
    expect(step()).toBe("locked");
    expect(session.dataKey).toBeNull();
  });

  test("overwrites the data key when it locks, and when Node does", async () => {
    for (const lock of [
      () => session.lock(),
      async () => {
        host.state = "locked";
        host.tellLocked();
        await expect.poll(step).toBe("locked");
      },
    ]) {
      await startWithKeys();
      await session.unlock({ passphrase: "right" });
      const key = session.dataKey;
      expect(key).toEqual(new Uint8Array(32).fill(7));
      await lock();
      expect(key).toEqual(new Uint8Array(32));
    }
  });

  test("overwrites the data key where the unlocking comes to nothing", async () => {
    host.state = "locked";
    await session.start();
    host.refusals.set("keys.renewRecoveryCode", "folder-in-use");
    expect((await session.unlock({ passphrase: "right" }))?.code).toBe("folder-in-use");
    expect(host.given).toEqual([new Uint8Array(32)]);
  });

  test("closes the store once where Node locked by itself", async () => {
    await startWithKeys();
    await session.unlock({ passphrase: "right" });
    host.state = "locked";
    host.tellLocked();
    await expect.poll(step).toBe("locked");
    host.tellLocked();
    expect(closed).toBe(1);
  });

  test("shows why the records do not open, and opens them once they are mended", async () => {
    await startWithKeys();
    result = { ok: false, code: "wiped", message: "空", details: {} };
    await session.unlock({ passphrase: "right" });
    expect(session.getState()).toMatchObject({ step: "refused", refusal: { code: "wiped" } });
    expect(await session.rebuild({})).toMatchObject({ ok: true });
    expect(step()).toBe("open");
  });

  test("a store that opens after the lock was closed again is closed too", async () => {
    let open: (opened: OpenResult) => void = () => {};
    const slow = new Session({
      connect: async () => Promise.resolve(host.bridge),
      open: async () => new Promise((resolve) => (open = resolve)),
      rebuild: async () => Promise.reject(new Error("not asked")),
    });
    host.state = "locked";
    host.rehearsedAt = "2026-11-23T08:15:30Z";
    await slow.start();
    const unlocking = slow.unlock({ passphrase: "right" });
    await expect.poll(() => slow.getState().step).toBe("opening");
    await slow.lock();
    open(result);
    await unlocking;
    expect(closed).toBe(1);
    expect(slow.getState().step).toBe("locked");
  });

  test("says so where there is no way to Node", async () => {
    const lost = new Session({
      connect: async () => Promise.reject(new Error("没有配对")),
      open: async () => Promise.resolve(result),
      rebuild: async () => Promise.reject(new Error("not asked")),
    });
    await lost.start();
    expect(lost.getState()).toEqual({ step: "unreachable", message: "没有配对" });
  });
});
