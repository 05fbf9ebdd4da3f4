import { sm2 } from "sm-crypto-v2";
import type { PublicKeys } from "../../../shared/submission/public-keys.ts";

/**
 * SM2 signatures with SM3 (GB/T 32918.2, user id as in GM/T 0009), DER: what
 * `openssl pkeyutl -rawin -digest sm3 -pkeyopt distid:1234567812345678` makes and checks. The library's
 * defaults sign the bare bytes and agree with nobody.
 */
const STANDARD = { hash: true, der: true, userId: "1234567812345678" } as const;

/** Number of the curve's points (GB/T 32918.5): r and s lie between 1 and one less. */
const ORDER = BigInt("0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123");

export interface Sm2Pair {
  /** 64 hexadecimal digits. */
  readonly secret: string;
  /** Uncompressed point, 130 hexadecimal digits. */
  readonly publicKey: string;
}

/** A new SM2 key pair. */
export function createSm2Pair(): Sm2Pair {
  // Without a seed: from any seed the library makes the secret 1 (it reduces by 1 instead of the order).
  const { privateKey, publicKey } = sm2.generateKeyPairHex();
  return { secret: privateKey, publicKey };
}

/** The DER signature of some bytes. */
export function signSm2(bytes: Uint8Array, { secret, publicKey }: Sm2Pair): Uint8Array {
  return Buffer.from(sm2.doSignature(bytes, secret, { ...STANDARD, publicKey }), "hex");
}

/** True where the DER signature of these bytes is by the SM2 key of `keys`; false also where they have none. */
export function verifySm2(bytes: Uint8Array, der: Uint8Array, keys: PublicKeys): boolean {
  if (keys.sm2 === null || !isSm2Point(keys.sm2) || !isStrictSignature(der)) return false;
  return sm2.doVerifySignature(bytes, Buffer.from(der).toString("hex"), keys.sm2, STANDARD);
}

/** True for a point of the curve; the library throws where a number is none. */
export function isSm2Point(publicKey: string): boolean {
  try {
    return sm2.verifyPublicKey(publicKey);
  } catch {
    return false;
  }
}

/** SEQUENCE of two INTEGERs in the one DER spelling, both between 1 and n-1; the library reads more than that. */
function isStrictSignature(der: Uint8Array): boolean {
  const [tag, length, ...body] = der;
  if (tag !== 0x30 || length !== body.length) return false;
  const first = readInteger(body);
  const second = first === null ? null : readInteger(first.rest);
  return first !== null && second !== null && second.rest.length === 0;
}

function readInteger(bytes: readonly number[]): { readonly rest: readonly number[] } | null {
  const [tag, length = 0] = bytes;
  const value = bytes.slice(2, 2 + length);
  if (tag !== 0x02 || length < 1 || length > 33 || value.length !== length) return null;
  const [high = 0, next = 0] = value;
  // Negative, or with a leading zero that is not needed.
  if (high >= 0x80 || (high === 0 && length > 1 && next < 0x80)) return null;
  const number = BigInt(`0x${Buffer.from(value).toString("hex")}`);
  return number > 0n && number < ORDER ? { rest: bytes.slice(2 + length) } : null;
}
