import type { PublicKeys } from "../../../shared/submission/public-keys.ts";
import { checkReceipt, type Receipt } from "../../../shared/submission/receipt.ts";
import { SIGNATURE_TYPES } from "../../../shared/submission/signature-types.ts";
import { isRevoked } from "../../../shared/submission/trust.ts";
import { decryptBytes } from "../age/small-files.ts";
import { readKid, verifyAttached } from "../keys/jws.ts";
import type { ReceiptFault, ReceiptRefusal } from "./fault.ts";

/** Far more than 100,000 remarks take. */
const LARGEST_RECEIPT = 64 * 1_048_576;

/** A key whose receipts count, or counted until it was revoked. */
export interface ReceiptSigner {
  readonly keys: PublicKeys;
  readonly revokedAt: string | null;
}

export type ReadReceipt =
  | {
      readonly ok: true;
      readonly receipt: Receipt;
      /** The key that signed it. */
      readonly kid: string;
    }
  | ReceiptRefusal;

/**
 * Reads a receipt file: decrypts it, finds the signer among those that this installation trusts, verifies.
 * A key that was revoked signs nothing any more, whatever date its receipt bears. Whether the receipt answers a package is the
 * caller's to ask (`isReceiptFor`).
 */
export async function readReceipt(
  bytes: Uint8Array,
  identities: readonly string[],
  signers: readonly ReceiptSigner[],
): Promise<ReadReceipt> {
  if (bytes.length > LARGEST_RECEIPT) return refuse("too-big");
  const opened = await decryptBytes(identities, bytes);
  if (!opened.ok) return refuse(opened.code);
  const jws = Buffer.from(opened.bytes).toString("latin1");
  const kid = readKid(jws);
  if (kid === null) return refuse("receipt-signature");
  const signer = signers.find(({ keys }) => keys.kid === kid);
  if (signer === undefined) return refuse("receipt-signer");
  if (isRevoked(signer)) return refuse("receipt-revoked");
  const verified = await verifyAttached(jws, SIGNATURE_TYPES.receipt, signer.keys);
  if (!verified.ok) return refuse("receipt-signature");
  const checked = checkReceipt(verified.data);
  if (!checked.ok) return { ok: false, code: "receipt-content", issues: checked.issues };
  return { ok: true, receipt: checked.value, kid };
}

function refuse(code: ReceiptFault): ReceiptRefusal {
  return { ok: false, code };
}
