import { randomBytes, scrypt } from "node:crypto";
import { z } from "zod";
import { KEY_BYTES } from "./secret-box.ts";

/** Keys from passphrases: scrypt (RFC 7914) with parameters that travel with what they sealed. */

const LEAST_CHARACTERS = 12;
const SALT_BYTES = 16;

/** OWASP's least for scrypt: 128 MiB, and about half a second of an office machine for every guess. */
const TODAY = { n: 2 ** 17, r: 8, p: 1 } as const;
/** A file that asks for less was tampered with; one that asks for more than 1 GiB would stop the machine. */
const MOST_N = 2 ** 20;

export const scryptSchema = z.strictObject({
  name: z.literal("scrypt"),
  n: z
    .int()
    .min(TODAY.n)
    .max(MOST_N)
    .refine((n) => Number.isInteger(Math.log2(n))),
  r: z.literal(TODAY.r),
  p: z.int().min(TODAY.p).max(4),
  salt: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
});
export type ScryptParameters = z.infer<typeof scryptSchema>;

/** Today's parameters with a salt of their own. */
export function newScrypt(): ScryptParameters {
  return { name: "scrypt", ...TODAY, salt: randomBytes(SALT_BYTES).toString("base64url") };
}

/** True for a passphrase of at least 12 characters. */
export function isLongEnough(passphrase: string): boolean {
  return Array.from(normalize(passphrase)).length >= LEAST_CHARACTERS;
}

/** One passphrase, however the keyboard composed it: with full-width or half-width letters and signs. */
function normalize(passphrase: string): string {
  return passphrase.normalize("NFKC");
}

/** The key that a passphrase gives, 32 bytes. */
export async function keyOfPassphrase(
  passphrase: string,
  { n, r, p, salt }: ScryptParameters,
): Promise<Uint8Array> {
  // Node's own bound of 32 MiB is below what these parameters need: 128·N·r bytes and a little.
  const options = { N: n, r, p, maxmem: 128 * n * r + 128 * r * p + 1_048_576 };
  const secret = Buffer.from(normalize(passphrase), "utf8");
  return new Promise((resolve, reject) => {
    scrypt(secret, Buffer.from(salt, "base64url"), KEY_BYTES, options, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}
