import { open } from "node:fs/promises";
import type { CellValue, SheetData, WorkbookData } from "../../../../shared/workbook/cell.ts";
import { readWorkbook } from "../../../../electron/services/workbooks/read-workbook.ts";
import { ZipTarget } from "../../../../electron/services/workbooks/zip-target.ts";

/** Workbooks put together by hand, as programs other than ours write them. */

export type Parts = Readonly<Record<string, string>>;

/** Writes parts into a container. */
export async function writeParts(path: string, parts: Parts): Promise<void> {
  const file = await open(path, "w");
  try {
    const zip = new ZipTarget(file);
    for (const [name, content] of Object.entries(parts)) await zip.add(name, [content]);
    await zip.finish();
  } finally {
    await file.close();
  }
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

export interface HandMade {
  /** Rows and whatever else, inside `<worksheet>`. */
  readonly sheet: string;
  readonly name?: string;
  readonly sharedStrings?: string;
  readonly workbookPr?: string;
  /** How the workbook names its sheet's part. */
  readonly target?: string;
  readonly state?: string;
}

/** A workbook of one sheet. */
export function handMade({
  sheet,
  name = "Sheet1",
  sharedStrings,
  workbookPr = "",
  target = "worksheets/sheet1.xml",
  state = "visible",
}: HandMade): Parts {
  const strings =
    sharedStrings === undefined
      ? ""
      : `<Relationship Id="rId2" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/>`;
  return {
    "[Content_Types].xml":
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}">${sheet}</worksheet>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${workbookPr}<sheets><sheet name="${name}" sheetId="1" state="${state}" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="${target}"/>${strings}</Relationships>`,
    ...(sharedStrings === undefined
      ? {}
      : { "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${sharedStrings}</sst>` }),
  };
}

/** The workbook in a file; one that is refused is a fault of the test and throws. */
export async function readSound(path: string): Promise<WorkbookData> {
  const read = await readWorkbook(path);
  if (!read.ok) throw new Error(`refused: ${read.code}`);
  return read.workbook;
}

/** The first sheet of a workbook. */
export function firstSheet({ sheets: [sheet] }: WorkbookData): SheetData {
  if (sheet === undefined) throw new Error("a workbook without sheets");
  return sheet;
}

/** The cells of a row. */
export function cellsOfRow(sheet: SheetData, number: number): readonly (CellValue | undefined)[] {
  return sheet.rows.find((row) => row.number === number)?.cells ?? [];
}
