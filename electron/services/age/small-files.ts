import { sourceOfBytes } from "./byte-source.ts";
import { AgeFault, type AgeFaultCode } from "./fault.ts";
import { OpenedPayload } from "./opened-payload.ts";
import { PayloadSealer } from "./payload-sealer.ts";

/** Files that fit into memory, such as receipts. */

/** Encrypts for every recipient (`age1…`). */
export async function encryptBytes(
  recipients: readonly string[],
  bytes: Uint8Array,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const sealer = await PayloadSealer.start(recipients, (batch) => {
    pieces.push(...batch);
    return Promise.resolve();
  });
  await sealer.write(bytes);
  await sealer.finish();
  return Buffer.concat(pieces);
}

export type DecryptedBytes =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly code: AgeFaultCode };

/** Decrypts with any of the identities (`AGE-SECRET-KEY-1…`): the whole, or why it cannot be read. */
export async function decryptBytes(
  identities: readonly string[],
  bytes: Uint8Array,
): Promise<DecryptedBytes> {
  try {
    const payload = await OpenedPayload.open(sourceOfBytes(bytes), identities);
    return { ok: true, bytes: await payload.readBytes(0, payload.size) };
  } catch (error) {
    if (error instanceof AgeFault) return { ok: false, code: error.code };
    throw error;
  }
}
