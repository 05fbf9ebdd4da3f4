import type { WorkbookFaultCode } from "./fault.ts";

/** Tells by its first bytes what a file is; its name says little, since systems export anything as .xls. */

const ZIP = Buffer.from("504b0304", "hex");
/** Compound files: .xls, .et, and workbooks with a password. */
const COMPOUND = Buffer.from("d0cf11e0a1b11ae1", "hex");
/** The stream in which a compound file keeps a workbook with a password. */
const ENCRYPTED = Buffer.from("EncryptedPackage", "utf16le");
const HEAD = 512;
const DIRECTORY_BYTES = 4_096;

/** A file, or the bytes of one. */
export interface HeadSource {
  readonly size: number;
  readonly read: (position: number, length: number) => Promise<Buffer>;
}

/** Null for a ZIP container, which may be a workbook; else the reason to refuse. */
export async function refusalByHead(source: HeadSource): Promise<WorkbookFaultCode | null> {
  const head = await source.read(0, HEAD);
  if (head.subarray(0, ZIP.length).equals(ZIP)) return null;
  if (head.subarray(0, COMPOUND.length).equals(COMPOUND)) {
    return (await hasEncryptedStream(source, head)) ? "encrypted" : "legacy";
  }
  if (source.size === 0) return "broken";
  return head.includes(0) ? "notWorkbook" : "plainText";
}

/** Looks for the stream's name in the directory, whose first sector the header names ([MS-CFB] 2.2). */
async function hasEncryptedStream(source: HeadSource, head: Buffer): Promise<boolean> {
  const DIRECTORY_SECTOR_AT = 0x30;
  const SECTOR_SHIFT_AT = 0x1e;
  if (head.length < HEAD) return false;
  const shift = head.readUInt16LE(SECTOR_SHIFT_AT);
  if (shift < 7 || shift > 20) return false;
  const position = (head.readUInt32LE(DIRECTORY_SECTOR_AT) + 1) * 2 ** shift;
  return (await source.read(position, DIRECTORY_BYTES)).includes(ENCRYPTED);
}
