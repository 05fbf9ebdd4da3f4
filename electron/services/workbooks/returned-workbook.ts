import type { SheetData } from "../../../shared/workbook/cell.ts";
import { isBlank, showCell } from "../../../shared/workbook/cell.ts";
import type { ImportReport } from "../../../shared/workbook/import/report.ts";
import { refusalReasons, type SheetReasons } from "../../../shared/workbook/import/returned.ts";
import { REASON_HEADING } from "../../../shared/workbook/import/reason-heading.ts";
import { headingKey } from "../../../shared/workbook/text.ts";
import { replaceFile } from "../files/durable.ts";
import { withCell, withWideColumn } from "./cell-splicer.ts";
import { refuseFaults, WorkbookFault, type WorkbookRefusal } from "./fault.ts";
import { MemorySpace } from "./memory-space.ts";
import { findParts } from "./package-parts.ts";
import { type LongWork, readWorkbook } from "./read-workbook.ts";
import { splitRows } from "./row-splitter.ts";
import { decodePieces } from "./xml-scanner.ts";
import { ZipSource } from "./zip-source.ts";
import { type ZipSpace, ZipTarget } from "./zip-target.ts";

/**
 * The user's own workbook, given back with the reasons beside the rows that were refused. Parts that
 * hold no such row are copied as they are packed; in the others only cells of one column change.
 */

export type ReturnWorkbookResult =
  /** `rows`: beside how many rows a reason stands. */
  { readonly ok: true; readonly rows: number } | WorkbookRefusal;

interface SheetChange {
  readonly column: number;
  readonly headingRow: number;
  readonly reasons: ReadonlyMap<number, string>;
  readonly lastRow: number;
}

/** Writes the source with its reasons to the target, which may be the source itself. */
export async function writeReturnedWorkbook(
  source: string,
  report: ImportReport,
  target: string,
  work: LongWork = {},
): Promise<ReturnWorkbookResult> {
  return addReasons(source, refusalReasons(report), work, (copy) => replaceFile(target, copy));
}

/** The same from bytes to bytes, in memory: what names people need not touch the disk. */
export async function packReturnedWorkbook(
  source: Uint8Array,
  reasons: readonly SheetReasons[],
  work: LongWork = {},
): Promise<
  { readonly ok: true; readonly rows: number; readonly bytes: Uint8Array } | WorkbookRefusal
> {
  const space = new MemorySpace();
  const added = await addReasons(source, reasons, work, (copy) => copy(space));
  return added.ok ? { ...added, bytes: space.take() } : added;
}

async function addReasons(
  source: string | Uint8Array,
  reasons: readonly SheetReasons[],
  work: LongWork,
  save: (copy: (space: ZipSpace) => Promise<void>) => Promise<void>,
): Promise<ReturnWorkbookResult> {
  const read = await readWorkbook(source, work);
  if (!read.ok) return read;
  return refuseFaults(work.signal, async () => {
    const zip = await ZipSource.open(source);
    try {
      const changes = await changesByPart(zip, read.workbook.sheets, reasons);
      await save((space) => copyParts(zip, new ZipTarget(space), changes, work.signal));
      const rows = [...changes.values()].reduce((sum, change) => sum + change.reasons.size, 0);
      return { ok: true, rows };
    } finally {
      zip.close();
    }
  });
}

async function changesByPart(
  zip: ZipSource,
  sheets: readonly SheetData[],
  reasons: readonly SheetReasons[],
): Promise<ReadonlyMap<string, SheetChange>> {
  const parts = await findParts(zip);
  const changes = new Map<string, SheetChange>();
  for (const one of reasons) {
    const sheet = sheets.find(({ name }) => name === one.sheet);
    const part = parts.sheets.find(({ name }) => name === one.sheet)?.part;
    if (sheet === undefined || part === undefined) throw new WorkbookFault("broken");
    const change = changeOf(sheet, one);
    if (change !== null) changes.set(part.toLowerCase(), change);
  }
  return changes;
}

/** Null where nothing is refused and no reasons of an earlier time stand there. */
function changeOf(sheet: SheetData, { headingRow, reasons }: SheetReasons): SheetChange | null {
  const earlier = columnOfReasons(sheet, headingRow);
  if (reasons.size === 0 && earlier === null) return null;
  const lastRow = sheet.rows.at(-1)?.number ?? headingRow;
  return { column: earlier ?? firstFreeColumn(sheet, headingRow), headingRow, reasons, lastRow };
}

function columnOfReasons({ rows }: SheetData, headingRow: number): number | null {
  const cells = rows.find(({ number }) => number === headingRow)?.cells ?? [];
  const key = headingKey(REASON_HEADING);
  const column = cells.findLastIndex((cell) => headingKey(showCell(cell)) === key);
  return column === -1 ? null : column;
}

/** The column right of everything that stands in or is merged into the rows from the headings on. */
function firstFreeColumn({ rows, merged }: SheetData, headingRow: number): number {
  const used = rows.map(({ cells }) => cells.findLastIndex((cell) => !isBlank(cell)));
  const covered = merged.filter(({ bottom }) => bottom >= headingRow).map(({ right }) => right);
  return (
    Math.max(
      -1,
      ...covered,
      used.reduce((most, column) => Math.max(most, column), -1),
    ) + 1
  );
}

async function copyParts(
  source: ZipSource,
  target: ZipTarget,
  changes: ReadonlyMap<string, SheetChange>,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (const entry of source.entries) {
    signal?.throwIfAborted();
    if (entry.isEncrypted()) throw new WorkbookFault("broken");
    const { fileName: name, compressionMethod: method, uncompressedSize: size } = entry;
    const change = changes.get(name.toLowerCase());
    if (change === undefined) {
      const part = { name, method, size, checksum: entry.crc32 };
      await target.addPacked(part, await source.readPacked(entry));
    } else {
      await target.add(name, withReasons(source.read(name), change), signal);
    }
  }
  await target.finish();
}

async function* withReasons(
  bytes: AsyncIterable<Buffer>,
  { column, headingRow, reasons, lastRow }: SheetChange,
): AsyncGenerator<string> {
  for await (const piece of splitRows(decodePieces(bytes))) {
    if (piece.kind === "head") yield withWideColumn(toUtf8(piece.xml), column, lastRow);
    else if (piece.kind === "rest") yield piece.xml;
    else if (piece.number < headingRow) yield piece.xml;
    else {
      const isHeading = piece.number === headingRow;
      const text = isHeading ? REASON_HEADING : (reasons.get(piece.number) ?? null);
      yield withCell(piece.xml, piece.number, column, text);
    }
  }
}

/** What was UTF-16 is written as UTF-8, and says so. */
function toUtf8(head: string): string {
  return head.replace(/(<\?xml[^>]*encoding=["'])utf-16(["'])/i, "$1UTF-8$2");
}
