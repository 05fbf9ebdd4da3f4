import type { FileHandle } from "node:fs/promises";
import type { WorkbookFaultCode } from "./fault.ts";

/** Tells by its first bytes what a file is; its name says little, since systems export anything as .xls. */

const ZIP = Buffer.from("504b0304", "hex");
/** Compound files: .xls, .et, and workbooks with a password. */
const COMPOUND = Buffer.from("d0cf11e0a1b11ae1", "hex");
/** The stream in which a compound file keeps a workbook with a password. */
const ENCRYPTED = Buffer.from("EncryptedPackage", "utf16le");
const HEAD = 512;
const DIRECTORY_BYTES = 4_096;

/** Null for a ZIP container, which may be a workbook; else the reason to refuse. */
export async function refusalByHead(file: FileHandle): Promise<WorkbookFaultCode | null> {
  const { size } = await file.stat();
  const head = await readAt(file, 0, HEAD);
  if (head.subarray(0, ZIP.length).equals(ZIP)) return null;
  if (head.subarray(0, COMPOUND.length).equals(COMPOUND)) {
    return (await hasEncryptedStream(file, head)) ? "encrypted" : "legacy";
  }
  if (size === 0) return "broken";
  return head.includes(0) ? "notWorkbook" : "plainText";
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

/** Looks for the stream's name in the directory, whose first sector the header names ([MS-CFB] 2.2). */
async function hasEncryptedStream(file: FileHandle, head: Buffer): Promise<boolean> {
  const DIRECTORY_SECTOR_AT = 0x30;
  const SECTOR_SHIFT_AT = 0x1e;
  if (head.length < HEAD) return false;
  const shift = head.readUInt16LE(SECTOR_SHIFT_AT);
  if (shift < 7 || shift > 20) return false;
  const position = (head.readUInt32LE(DIRECTORY_SECTOR_AT) + 1) * 2 ** shift;
  return (await readAt(file, position, DIRECTORY_BYTES)).includes(ENCRYPTED);
}
