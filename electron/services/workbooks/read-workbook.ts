import { open } from "node:fs/promises";
import type { SheetData, WorkbookData } from "../../../shared/workbook/cell.ts";
import { refuseFaults, WorkbookFault, type WorkbookRefusal } from "./fault.ts";
import { type HeadSource, refusalByHead } from "./file-kind.ts";
import { LIMITS } from "./limits.ts";
import { findParts, type WorkbookParts } from "./package-parts.ts";
import { readSharedStrings } from "./shared-strings.ts";
import { type CellCounter, SheetReader } from "./sheet-reader.ts";
import { scanXml } from "./xml-scanner.ts";
import { ZipSource } from "./zip-source.ts";

/**
 * Reads `.xlsx` itself rather than through exceljs: its streaming reader takes an ISO date cell for the
 * number of its year, keeps the last run only of an inline rich text and the pinyin instead of the
 * name where both are there, names no sheet of a file by openpyxl (exceljs#2663), and writes sheets
 * full of personal data in clear into the system's temporary folder.
 */

export interface LongWork {
  readonly signal?: AbortSignal | undefined;
  /** How far the work has come, in units of its own. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export type ReadWorkbookResult =
  | { readonly ok: true; readonly workbook: WorkbookData }
  | WorkbookRefusal;

/** The cells of a workbook, from its path or its bytes. What is not a sound `.xlsx` is refused with a code. */
export function readWorkbook(
  source: string | Uint8Array,
  work: LongWork = {},
): Promise<ReadWorkbookResult> {
  return refuseFaults(work.signal, async () => {
    await checkSource(source);
    const zip = await ZipSource.open(source);
    try {
      return { ok: true, workbook: await readParts(zip, await findParts(zip), work) };
    } finally {
      zip.close();
    }
  });
}

async function checkSource(source: string | Uint8Array): Promise<void> {
  if (typeof source !== "string") {
    const read = (position: number, length: number) =>
      Promise.resolve(Buffer.from(source.subarray(position, position + length)));
    await checkHead({ size: source.length, read });
    return;
  }
  const file = await open(source, "r");
  try {
    const { size } = await file.stat();
    const read = async (position: number, length: number) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
      return buffer.subarray(0, bytesRead);
    };
    await checkHead({ size, read });
  } finally {
    await file.close();
  }
}

/** Refuses by size and by first bytes, before anything is unpacked. */
async function checkHead(source: HeadSource): Promise<void> {
  if (source.size > LIMITS.fileBytes) throw new WorkbookFault("tooBig");
  const refusal = await refusalByHead(source);
  if (refusal !== null) throw new WorkbookFault(refusal);
}

async function readParts(
  zip: ZipSource,
  { sheets, sharedStrings, isCountedFrom1904 }: WorkbookParts,
  { signal, onProgress }: LongWork,
): Promise<WorkbookData> {
  const strings = await readSharedStrings(zip, sharedStrings);
  const counter: CellCounter = { cells: 0 };
  const total = sheets.reduce((sum, { part }) => sum + zip.sizeOf(part), 0);
  let done = 0;
  const advance = (bytes: number) => {
    signal?.throwIfAborted();
    done += bytes;
    onProgress?.(done, total);
  };
  const read: SheetData[] = [];
  for (const { name, part, isHidden } of sheets) {
    const reader = new SheetReader(strings, counter);
    await scanXml(watch(zip.read(part), advance), reader);
    const { rows, merged } = reader;
    read.push({ name, rows, merged, ...(isHidden ? { isHidden } : {}) });
  }
  return { sheets: read, dateSystem: isCountedFrom1904 ? 1904 : 1900 };
}

async function* watch(
  chunks: AsyncIterable<Buffer>,
  advance: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    advance(chunk.length);
    yield chunk;
  }
}
