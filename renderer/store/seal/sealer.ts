import { cmac } from "@noble/ciphers/aes.js";
import { xchacha20poly1305 } from "@noble/ciphers/chacha.js";
import { decodeText, encodeText, toHex } from "./bytes.ts";

/**
 * Seals what the screen stores (promise 15). XChaCha20-Poly1305 with a random nonce of 24 bytes, which
 * needs no counter; synchronous, because a transaction of IndexedDB ends while one waits for WebCrypto.
 */
export interface Sealer {
  /** A value as a sealed box that opens only in the place that it was sealed for. */
  readonly seal: (place: string, value: unknown) => Uint8Array<ArrayBuffer>;
  /** Throws `SealBroken` where the box is damaged, of another place, or of another key. */
  readonly open: (place: string, box: Uint8Array) => unknown;
  readonly sealBytes: (place: string, bytes: Uint8Array) => Uint8Array<ArrayBuffer>;
  readonly openBytes: (place: string, box: Uint8Array) => Uint8Array<ArrayBuffer>;
  /**
   * The key of a row, 32 hexadecimal digits that say nothing: a clerk's own ids may be staff numbers or
   * even ID numbers, so they do not stand in the database in clear.
   */
  readonly keyOf: (table: string, id: string) => string;
  /** Overwrites the keys; the sealer is of no use afterwards. */
  readonly forget: () => void;
}

/** A sealed box did not open. */
export class SealBroken extends Error {
  constructor(place: string) {
    super(`a sealed document does not open: ${place.split("/")[0] ?? ""}`);
    this.name = "SealBroken";
  }
}

const NONCE_BYTES = 24;

/**
 * A sealer under keys derived from the data key. It keeps no copy of that one; a data key that was
 * overwritten meanwhile throws, for what is sealed under zeros would never open again.
 */
export async function openSealer(dataKey: Uint8Array): Promise<Sealer> {
  if (dataKey.every((byte) => byte === 0)) throw new Error("the data key was forgotten");
  const own = new Uint8Array(dataKey);
  const base = await crypto.subtle.importKey("raw", own, "HKDF", false, ["deriveBits"]);
  own.fill(0);
  const sealing = await deriveKey(base, "jiceng screen database: documents");
  const naming = await deriveKey(base, "jiceng screen database: row keys");
  let isForgotten = false;

  const refuseForgotten = () => {
    if (isForgotten) throw new Error("the data key was forgotten");
  };
  const sealBytes = (place: string, bytes: Uint8Array) => {
    refuseForgotten();
    const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
    const sealed = xchacha20poly1305(sealing, nonce, encodeText(place)).encrypt(bytes);
    const box = new Uint8Array(NONCE_BYTES + sealed.length);
    box.set(nonce);
    box.set(sealed, NONCE_BYTES);
    return box;
  };
  const openBytes = (place: string, box: Uint8Array) => {
    refuseForgotten();
    try {
      const cipher = xchacha20poly1305(sealing, box.subarray(0, NONCE_BYTES), encodeText(place));
      return new Uint8Array(cipher.decrypt(box.subarray(NONCE_BYTES)));
    } catch {
      throw new SealBroken(place);
    }
  };
  return {
    sealBytes,
    openBytes,
    seal: (place, value) => sealBytes(place, encodeText(JSON.stringify(value))),
    open: (place, box) => JSON.parse(decodeText(openBytes(place, box))) as unknown,
    keyOf(table, id) {
      refuseForgotten();
      return toHex(cmac(encodeText(`${table}\n${id}`), naming));
    },
    forget() {
      isForgotten = true;
      sealing.fill(0);
      naming.fill(0);
    },
  };
}

/** HKDF with SHA-256 (RFC 5869). */
async function deriveKey(base: CryptoKey, info: string): Promise<Uint8Array<ArrayBuffer>> {
  const derivation = {
    name: "HKDF",
    hash: "SHA-256",
    salt: new Uint8Array(),
    info: encodeText(info),
  };
  return new Uint8Array(await crypto.subtle.deriveBits(derivation, base, 256));
}
