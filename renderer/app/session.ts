import type { KeysState, Role } from "../../shared/bridge/keys-methods.ts";
import type { BridgeError } from "../../shared/bridge/method.ts";
import type { Bridge } from "../../shared/bridge/methods.ts";
import type { OpenRefusal, OpenResult } from "../store/engine/open-result.ts";
import type { RebuildOptions, RebuildResult, Store } from "../store/types.ts";

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
  | {
      readonly step: "open";
      readonly bridge: Bridge;
      readonly store: Store;
      readonly role: Role;
    };

export type Credential =
  | { readonly passphrase: string }
  | { readonly recoveryCode: string }
  | { readonly os: true };

/** What a step of the user came to: null, or why not. */
export type StepFault = BridgeError | null;

export interface SessionParts {
  readonly connect: () => Promise<Bridge>;
  readonly open: (bridge: Bridge, dataKey: Uint8Array) => Promise<OpenResult>;
  readonly rebuild: (
    bridge: Bridge,
    dataKey: Uint8Array,
    options: RebuildOptions,
  ) => Promise<RebuildResult>;
}

/** A session; it begins with `start`. Each step that the user takes gives null, or why it did not work. */
export class Session {
  readonly #parts: SessionParts;
  readonly #listeners = new Set<() => void>();
  #state: SessionState = { step: "connecting" };
  #dataKey: Uint8Array | null = null;

  constructor(parts: SessionParts) {
    this.#parts = parts;
  }

  readonly getState = (): SessionState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The data key while unlocked, for what mends a refused store. */
  get dataKey(): Uint8Array | null {
    return this.#dataKey;
  }

  async start(): Promise<void> {
    try {
      const bridge = await this.#parts.connect();
      bridge.on("locked", () => {
        if (this.#dataKey !== null) void this.#forget();
      });
      await this.#showLock(bridge);
    } catch (error) {
      this.#go({ step: "unreachable", message: error instanceof Error ? error.message : "" });
    }
  }

  async createKeys(passphrase: string, role: Role): Promise<StepFault> {
    const bridge = this.#bridge();
    const answer = await bridge.call("keys.create", { passphrase, role });
    if (!answer.ok) return answer.error;
    this.#dataKey = answer.bytes;
    this.#go({ step: "rehearsing", bridge, recoveryCode: answer.output.recoveryCode });
    return null;
  }

  async rehearse(recoveryCode: string): Promise<StepFault> {
    const bridge = this.#bridge();
    const answer = await bridge.call("keys.rehearse", { recoveryCode });
    if (!answer.ok) return answer.error;
    if (this.#dataKey === null) await this.#showLock(bridge);
    else await this.#openWith(bridge, this.#dataKey);
    return null;
  }

  /** A set-up whose recovery was never rehearsed gets a new code first (promise 14). */
  async unlock(credential: Credential): Promise<StepFault> {
    const bridge = this.#bridge();
    const answer = await bridge.call("keys.unlock", credential);
    if (!answer.ok) return answer.error;
    if (answer.bytes === null) throw new Error("unlocking gave no data key");
    const keys = await bridge.call("keys.state", {});
    if (keys.ok && keys.output.rehearsedAt === null && "passphrase" in credential) {
      const renewed = await bridge.call("keys.renewRecoveryCode", credential);
      if (!renewed.ok) {
        answer.bytes.fill(0);
        return renewed.error;
      }
      this.#dataKey = answer.bytes;
      this.#go({ step: "rehearsing", bridge, recoveryCode: renewed.output.recoveryCode });
      return null;
    }
    await this.#openWith(bridge, answer.bytes);
    return null;
  }

  /** Unlocks by the recovery code and sets a new passphrase. */
  async replacePassphrase(recoveryCode: string, passphrase: string): Promise<StepFault> {
    const input = { credential: recoveryCode, isRecoveryCode: true, passphrase };
    const changed = await this.#bridge().call("keys.changePassphrase", input);
    return changed.ok ? this.unlock({ passphrase }) : changed.error;
  }

  async lock(): Promise<void> {
    const bridge = this.#bridge();
    this.#dropKey();
    // The store ends its writing before the keys go.
    if (this.#state.step === "open") await this.#state.store.close();
    await bridge.call("keys.lock", {});
    await this.#showLock(bridge);
  }

  /** Tries again to open what was refused, perhaps after it was mended. */
  async reopen(): Promise<void> {
    if (this.#dataKey !== null) await this.#openWith(this.#bridge(), this.#dataKey);
  }

  /** Mends a refused store from the journal and opens it. */
  async rebuild(options: RebuildOptions): Promise<RebuildResult | null> {
    if (this.#dataKey === null) return null;
    const result = await this.#parts.rebuild(this.#bridge(), this.#dataKey, options);
    if (result.ok) await this.reopen();
    return result;
  }

  #go(next: SessionState): void {
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }

  #bridge(): Bridge {
    if ("bridge" in this.#state) return this.#state.bridge;
    throw new Error("a step was taken before the bridge stood");
  }

  async #showLock(bridge: Bridge): Promise<void> {
    const answer = await bridge.call("keys.state", {});
    if (!answer.ok) this.#go({ step: "unreachable", message: answer.error.message });
    else if (answer.output.state === "none") this.#go({ step: "first-run", bridge });
    else this.#go({ step: "locked", bridge, keys: answer.output });
  }

  async #openWith(bridge: Bridge, key: Uint8Array): Promise<void> {
    this.#dataKey = key;
    this.#go({ step: "opening", bridge });
    const role = await this.#readRole(bridge);
    const result = await this.#parts.open(bridge, key);
    if (this.#dataKey !== key) {
      // Locked meanwhile.
      if (result.ok) await result.store.close();
    } else if (result.ok) this.#go({ step: "open", bridge, store: result.store, role });
    else this.#go({ step: "refused", bridge, refusal: result });
  }

  /** Overwritten and not only dropped: the memory of a page may live long after its lock. */
  #dropKey(): void {
    this.#dataKey?.fill(0);
    this.#dataKey = null;
  }

  async #readRole(bridge: Bridge): Promise<Role> {
    const keys = await bridge.call("keys.state", {});
    return (keys.ok ? keys.output.role : null) ?? "unit";
  }

  /** Node locked the keys by itself. */
  async #forget(): Promise<void> {
    const before = this.#state;
    this.#dropKey();
    if (before.step === "open") await before.store.close();
    if ("bridge" in before) await this.#showLock(before.bridge);
  }
}
