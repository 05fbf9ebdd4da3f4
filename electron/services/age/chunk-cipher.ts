import { createCipheriv, createDecipheriv, webcrypto } from "node:crypto";
import { chacha20poly1305 } from "@noble/ciphers/chacha.js";

/**
 * ChaCha20-Poly1305 (RFC 8439) without associated data, as age seals its chunks, by the fastest engine
 * there is. Electron's BoringSSL lacks the cipher in node:crypto, WebCrypto has it only in new engines,
 * noble works anywhere at a tenth of the speed. libsodium would add 2 to 18 MB for the cases between:
 * a package of usual size (50 MB) takes noble 0.6 s, and 500 MB less than a USB stick needs to take it.
 */

type Eventually<Value> = Value | Promise<Value>;

/** Seals and opens under one key; a nonce must never seal twice. */
export interface ChunkCipher {
  /** Ciphertext and then the tag of 16 bytes, in any number of pieces. */
  readonly seal: (nonce: Uint8Array, plain: Uint8Array) => Eventually<readonly Uint8Array[]>;
  /** The plaintext; null where ciphertext and tag (16 bytes or more) are not authentic. */
  readonly open: (nonce: Uint8Array, sealed: Uint8Array) => Eventually<Uint8Array | null>;
}

export interface CipherEngine {
  readonly name: "node" | "webcrypto" | "noble";
  readonly start: (key: Uint8Array) => Eventually<ChunkCipher>;
}

export const TAG_BYTES = 16;

const NODE_CIPHER = "chacha20-poly1305";
const NODE_OPTIONS = { authTagLength: TAG_BYTES } as const;

const NODE_ENGINE: CipherEngine = {
  name: "node",
  start: (key) => ({
    seal: (nonce, plain) => {
      const cipher = createCipheriv(NODE_CIPHER, key, nonce, NODE_OPTIONS);
      const body = cipher.update(plain);
      cipher.final();
      return [body, cipher.getAuthTag()];
    },
    open: (nonce, sealed) => {
      const decipher = createDecipheriv(NODE_CIPHER, key, nonce, NODE_OPTIONS);
      decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
      const plain = decipher.update(sealed.subarray(0, -TAG_BYTES));
      return nullWhenRefused(() => {
        decipher.final();
        return plain;
      });
    },
  }),
};

const WEB_CIPHER = "ChaCha20-Poly1305";

/** The engine over a WebCrypto that has the cipher ('Modern Algorithms in the Web Cryptography API'). */
export function makeWebEngine(subtle: webcrypto.SubtleCrypto): CipherEngine {
  return {
    name: "webcrypto",
    start: async (raw) => {
      // The declarations of Node 20 know neither the format nor the cipher.
      const format = "raw-secret" as "raw";
      const key = await subtle.importKey(format, raw, WEB_CIPHER, false, ["encrypt", "decrypt"]);
      return {
        seal: async (iv, plain) => [
          new Uint8Array(await subtle.encrypt({ name: WEB_CIPHER, iv }, key, plain)),
        ],
        open: async (iv, sealed) => {
          try {
            return new Uint8Array(await subtle.decrypt({ name: WEB_CIPHER, iv }, key, sealed));
          } catch (error) {
            if (error instanceof DOMException && error.name === "OperationError") return null;
            throw error;
          }
        },
      };
    },
  };
}

const NOBLE_ENGINE: CipherEngine = {
  name: "noble",
  start: (key) => ({
    seal: (nonce, plain) => [chacha20poly1305(key, nonce).encrypt(plain)],
    open: (nonce, sealed) => nullWhenRefused(() => chacha20poly1305(key, nonce).decrypt(sealed)),
  }),
};

/** The fastest first. */
export const CIPHER_ENGINES: readonly CipherEngine[] = [
  NODE_ENGINE,
  makeWebEngine(webcrypto.subtle),
  NOBLE_ENGINE,
];

/** Key 00 to 1f, nonce 00 to 0b; made with OpenSSL, agreed with noble. */
const PROBE = {
  plain: "jiceng.package/1",
  sealed: "e3926b6547708b30d6e05492ff7821528637eae4df368ab752c001e0d5207a20",
} as const;

/** True where an engine is there and gives what the standard says. */
export async function canUseEngine(engine: CipherEngine): Promise<boolean> {
  const nonce = Uint8Array.from({ length: 12 }, (_, index) => index);
  try {
    const cipher = await engine.start(Uint8Array.from({ length: 32 }, (_, index) => index));
    const sealed = Buffer.concat(await cipher.seal(nonce, Buffer.from(PROBE.plain)));
    if (sealed.toString("hex") !== PROBE.sealed) return false;
    const opened = await cipher.open(nonce, sealed);
    sealed.writeUInt8(sealed.readUInt8(0) ^ 1, 0);
    const forged = await cipher.open(nonce, sealed);
    return opened !== null && Buffer.from(opened).toString() === PROBE.plain && forged === null;
  } catch {
    // An engine that lacks the cipher says so in as many ways as there are engines.
    return false;
  }
}

let chosen: Promise<CipherEngine> | null = null;

/** The first engine that can be used; found once a process. */
export function chooseEngine(): Promise<CipherEngine> {
  chosen ??= findEngine();
  return chosen;
}

async function findEngine(): Promise<CipherEngine> {
  for (const engine of CIPHER_ENGINES) if (await canUseEngine(engine)) return engine;
  throw new Error("no engine for ChaCha20-Poly1305");
}

/** Both engines throw for a wrong tag, and for nothing else once the lengths are right. */
function nullWhenRefused(open: () => Uint8Array): Uint8Array | null {
  try {
    return open();
  } catch {
    return null;
  }
}
