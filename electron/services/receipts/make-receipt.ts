import { formatPath } from "../../../shared/records/issue.ts";
import type { PublicKeys } from "../../../shared/submission/public-keys.ts";
import { checkReceipt, type Receipt } from "../../../shared/submission/receipt.ts";
import { SIGNATURE_TYPES } from "../../../shared/submission/signature-types.ts";
import { encryptBytes } from "../age/small-files.ts";
import type { UnlockedKeys } from "../keys/unlocked-keys.ts";

/**
 * The bytes of a receipt file (`*.jcr`): signed by the bureau, encrypted to the unit and, so that it can
 * be read back, to the bureau itself. A receipt that its own schema refuses is a bug and throws.
 */
export async function makeReceipt(
  bureau: UnlockedKeys,
  unit: PublicKeys,
  receipt: Receipt,
): Promise<Uint8Array> {
  const checked = checkReceipt(receipt);
  if (!checked.ok) {
    // Places only: what stands there may be somebody's name.
    const places = checked.issues.map(({ path }) => formatPath(path));
    throw new Error(`a receipt at fault in ${places.join(", ")}`);
  }
  const jws = await bureau.signAttached(SIGNATURE_TYPES.receipt, checked.value);
  return encryptBytes([unit.reading, bureau.publicKeys.reading], Buffer.from(jws));
}
