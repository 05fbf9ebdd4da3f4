import { formatInstant } from "../../../shared/calendar/instant.ts";
import { RECEIPT_FORMAT, type Remark } from "../../../shared/submission/receipt.ts";
import { describePackageRefusal } from "../../../shared/submission/refusal.ts";
import { makeReceipt } from "../receipts/make-receipt.ts";
import type { Office } from "./office.ts";
import type { PackageRefusal, RefusedPackage } from "./package-refusal.ts";

const CONTROLS = /\p{Cc}/gu;
const LONGEST_REMARK = 500;

/**
 * The signed answer to a package that was not taken in, so that its sender need not believe a bare code.
 * Its serial is 0: it stands before every answer to a package that was received, this one perhaps, later.
 */
export async function makeRefusalReceipt(
  { keys, now }: Pick<Office, "keys" | "now">,
  { code, notes }: Pick<PackageRefusal, "code" | "notes">,
  { manifest, tagmanifest, signer, head = null }: RefusedPackage,
): Promise<Uint8Array> {
  const at = formatInstant(now);
  return makeReceipt(keys, signer.keys, {
    format: RECEIPT_FORMAT,
    packageId: manifest.id,
    tagmanifest,
    revision: manifest.revision,
    serial: 0,
    issuedAt: at,
    receivedAt: at,
    status: "refused",
    remarks: [describePackageRefusal(code), ...notes].flatMap((text) => remarkOf(code, text)),
    ...(head !== null && { head: { revision: head.revision, tagmanifest: head.tagmanifest } }),
  });
}

/** Notes may quote what stands in the package: it is made fit for a remark. */
function remarkOf(code: string, quoted: string): readonly Remark[] {
  const text = quoted.replaceAll(CONTROLS, " ").slice(0, LONGEST_REMARK);
  return text.trim() === "" ? [] : [{ personId: null, code, text }];
}
