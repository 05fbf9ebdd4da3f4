import type { KeysState } from "../../shared/bridge/keys-methods.ts";
import type { Answer, BridgeError } from "../../shared/bridge/method.ts";
import type { Bridge } from "../../shared/bridge/methods.ts";
import type { Store } from "../store/types.ts";

/** Why the store does not open; each has a page of its own. */
export type OpenRefusalCode =
  | "newer-data"
  | "shrunk"
  | "wiped"
  | "journal-ahead"
  | "journal-damaged"
  | "other-window"
  | "wrong-key"
  | "database-failed";
export interface OpenRefusal {
  readonly ok: false;
  readonly code: OpenRefusalCode;
  /** A Chinese sentence that says what to do. */
  readonly message: string;
}
export type OpenResult = { readonly ok: true; readonly store: Store } | OpenRefusal;

/**
 * What stands between the start and the records, as one machine outside React: connecting, making keys,
 * unlocking, opening the store, locking.
 */
export type SessionState =
  | { readonly step: "connecting" }
  | { readonly step: "unreachable"; readonly message: string }
  /** No keys yet. */
  | { readonly step: "first-run"; readonly bridge: Bridge }
  /** Keys were made or a new code was; it is shown until it was typed back. */
  | { readonly step: "rehearsing"; readonly bridge: Bridge; readonly recoveryCode: string }
  | { readonly step: "locked"; readonly bridge: Bridge; readonly keys: KeysState }
  | { readonly step: "opening"; readonly bridge: Bridge }
  | { readonly step: "refused"; readonly bridge: Bridge; readonly refusal: OpenRefusal }
  | { readonly step: "open"; readonly bridge: Bridge; readonly store: Store };

export type Credential =
  | { readonly passphrase: string }
  | { readonly recoveryCode: string }
  | { readonly os: true };

/** What a step of the user came to: null, or why not. */
export type StepFault = BridgeError | null;

export interface Session {
  readonly getState: () => SessionState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly start: () => Promise<void>;
  readonly createKeys: (passphrase: string) => Promise<StepFault>;
  readonly rehearse: (typedCode: string) => Promise<StepFault>;
  readonly unlock: (credential: Credential) => Promise<StepFault>;
  /** Unlocks by the recovery code and sets a new passphrase. */
  readonly replacePassphrase: (recoveryCode: string, passphrase: string) => Promise<StepFault>;
  readonly lock: () => Promise<void>;
  /** Tries again to open what was refused, perhaps after it was mended. */
  readonly reopen: () => Promise<void>;
  /** The data key while unlocked, for what mends a refused store. */
  readonly dataKey: () => Uint8Array | null;
}

export interface SessionParts {
  readonly connect: () => Promise<Bridge>;
  readonly open: (bridge: Bridge, dataKey: Uint8Array) => Promise<OpenResult>;
}

/** A session that has not begun. */
export function createSession({ connect, open }: SessionParts): Session {
  let state: SessionState = { step: "connecting" };
  let dataKey: Uint8Array | null = null;
  const listeners = new Set<() => void>();

  const go = (next: SessionState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const bridgeNow = (): Bridge => {
    if (!("bridge" in state)) throw new Error("a step was taken before the bridge stood");
    return state.bridge;
  };

  const showLock = async (bridge: Bridge) => {
    const answer = await bridge.call("keys.state", {});
    if (!answer.ok) go({ step: "unreachable", message: answer.error.message });
    else if (answer.output.state === "none") go({ step: "first-run", bridge });
    else go({ step: "locked", bridge, keys: answer.output });
  };
  const openWith = async (bridge: Bridge, key: Uint8Array) => {
    dataKey = key;
    go({ step: "opening", bridge });
    const result = await open(bridge, key);
    if (dataKey !== key) {
      // Locked meanwhile.
      if (result.ok) await result.store.close();
    } else if (result.ok) go({ step: "open", bridge, store: result.store });
    else go({ step: "refused", bridge, refusal: result });
  };
  const forget = async () => {
    const before = state;
    dataKey = null;
    if (before.step === "open") await before.store.close();
    if ("bridge" in before) await showLock(before.bridge);
  };

  /** After unlocking: a set-up whose recovery was never rehearsed gets a new code first (promise 14). */
  const goOn = async (bridge: Bridge, answer: Answer<object>, passphrase: string | null) => {
    if (!answer.ok) return answer.error;
    if (answer.bytes === null) throw new Error("unlocking gave no data key");
    const keys = await bridge.call("keys.state", {});
    if (keys.ok && keys.output.rehearsedAt === null && passphrase !== null) {
      const renewed = await bridge.call("keys.renewRecoveryCode", { passphrase });
      if (!renewed.ok) return renewed.error;
      dataKey = answer.bytes;
      go({ step: "rehearsing", bridge, recoveryCode: renewed.output.recoveryCode });
      return null;
    }
    await openWith(bridge, answer.bytes);
    return null;
  };

  const unlock = async (credential: Credential): Promise<StepFault> => {
    const bridge = bridgeNow();
    const passphrase = "passphrase" in credential ? credential.passphrase : null;
    return goOn(bridge, await bridge.call("keys.unlock", credential), passphrase);
  };

  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: async () => {
      try {
        const bridge = await connect();
        bridge.on("locked", () => {
          if (dataKey !== null) void forget();
        });
        await showLock(bridge);
      } catch (error) {
        go({ step: "unreachable", message: error instanceof Error ? error.message : "" });
      }
    },
    createKeys: async (passphrase) => {
      const bridge = bridgeNow();
      const answer = await bridge.call("keys.create", { passphrase });
      if (!answer.ok) return answer.error;
      dataKey = answer.bytes;
      go({ step: "rehearsing", bridge, recoveryCode: answer.output.recoveryCode });
      return null;
    },
    rehearse: async (recoveryCode) => {
      const bridge = bridgeNow();
      const answer = await bridge.call("keys.rehearse", { recoveryCode });
      if (!answer.ok) return answer.error;
      if (dataKey === null) await showLock(bridge);
      else await openWith(bridge, dataKey);
      return null;
    },
    unlock,
    replacePassphrase: async (recoveryCode, passphrase) => {
      const bridge = bridgeNow();
      const input = { credential: recoveryCode, isRecoveryCode: true, passphrase };
      const changed = await bridge.call("keys.changePassphrase", input);
      return changed.ok ? unlock({ passphrase }) : changed.error;
    },
    lock: async () => {
      const bridge = bridgeNow();
      dataKey = null;
      // The store ends its writing before the keys go.
      if (state.step === "open") await state.store.close();
      await bridge.call("keys.lock", {});
      await showLock(bridge);
    },
    reopen: async () => {
      if (dataKey !== null) await openWith(bridgeNow(), dataKey);
    },
    dataKey: () => dataKey,
  };
}
