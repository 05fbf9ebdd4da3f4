/**
 * The operating system's key store, as a host hands it in (Electron's safeStorage; the loopback host has
 * none). A convenience beside passphrase and recovery code, never instead of them (promise 14): it is lost
 * with a reset password, a copied profile, another desktop session.
 */
export interface OsSealer {
  /** As safeStorage names it: `dpapi`, `keychain`, `gnome_libsecret`, `kwallet6`, `basic_text` … */
  readonly backend: string;
  readonly seal: (bytes: Uint8Array) => Promise<Uint8Array>;
  /** Null where the store does not give it out. */
  readonly open: (sealed: Uint8Array) => Promise<Uint8Array | null>;
}

/** On Linux these seal with a key that is written in Chromium's source: no protection at all. */
const NO_PROTECTION = new Set(["basic_text", "unknown", ""]);

/** True for a store that protects what it seals. */
export function isRealStore({ backend }: OsSealer): boolean {
  return !NO_PROTECTION.has(backend);
}
