import type { SheetPlan, WorkbookPlan } from "../../../shared/workbook/plan.ts";
import { replaceFile } from "../files/durable.ts";
import { refuseFaults, type WorkbookRefusal } from "./fault.ts";
import { noteBoxesXml, notesXml } from "./notes.ts";
import type { LongWork } from "./read-workbook.ts";
import { sheetXml } from "./sheet-writer.ts";
import { stylesXml } from "./styles.ts";
import { encodeXml } from "./xml-text.ts";
import { MemorySpace } from "./memory-space.ts";
import { ZipTarget } from "./zip-target.ts";

/**
 * Writes `.xlsx` itself rather than through exceljs: the same plan gives the same bytes (exceljs
 * stamps every part with the clock), rows wait for the disk instead of piling up in memory, and text
 * that looks like an escape (`_x0041_`) comes back as it was.
 */

export type WriteWorkbookResult = { readonly ok: true } | WorkbookRefusal;

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Writes a workbook; the target is replaced whole or left as it was. */
export function writeWorkbook(
  target: string,
  plan: WorkbookPlan,
  work: LongWork = {},
): Promise<WriteWorkbookResult> {
  return refuseFaults(work.signal, async () => {
    await replaceFile(target, (file) => writeParts(new ZipTarget(file), plan, work));
    return { ok: true };
  });
}

/** A small workbook in memory: what names people goes into a package without touching the disk. */
export async function packWorkbook(plan: WorkbookPlan, signal?: AbortSignal): Promise<Uint8Array> {
  const space = new MemorySpace();
  await writeParts(new ZipTarget(space), plan, { ...(signal && { signal }) });
  return space.take();
}

async function writeParts(zip: ZipTarget, plan: WorkbookPlan, work: LongWork): Promise<void> {
  await writeFrame(zip, plan);
  const advance = countRows(plan, work);
  for (const [index, sheet] of plan.sheets.entries()) {
    await writeSheet(zip, sheet, index, advance(), work.signal);
  }
  await zip.finish();
}

async function writeFrame(zip: ZipTarget, { sheets }: WorkbookPlan): Promise<void> {
  await zip.add("[Content_Types].xml", [contentTypes(sheets)]);
  await zip.add("_rels/.rels", [relationships([["rId1", "officeDocument", "xl/workbook.xml"]])]);
  await zip.add("xl/workbook.xml", [workbookXml(sheets)]);
  await zip.add("xl/_rels/workbook.xml.rels", [
    relationships([
      ...sheets.map((_, index) => sheetRelation(index)),
      ["rIdStyles", "styles", "styles.xml"],
    ]),
  ]);
  await zip.add("xl/styles.xml", [stylesXml()]);
}

/** Tells how many rows of all sheets are written; each sheet takes up where the one before ended. */
function countRows({ sheets }: WorkbookPlan, { signal, onProgress }: LongWork) {
  const total = sheets.reduce((sum, { rowCount }) => sum + rowCount, 0);
  let done = 0;
  return () => {
    const before = done;
    return (row: number) => {
      signal?.throwIfAborted();
      done = before + row;
      onProgress?.(done, total);
    };
  };
}

async function writeSheet(
  zip: ZipTarget,
  plan: SheetPlan,
  index: number,
  onRow: (row: number) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  const number = index + 1;
  await zip.add(`xl/worksheets/sheet${number}.xml`, sheetXml(plan, index === 0, onRow), signal);
  const { notes = [] } = plan;
  if (notes.length === 0) return;
  await zip.add(`xl/worksheets/_rels/sheet${number}.xml.rels`, [
    relationships([
      ["rIdNotes", "vmlDrawing", `../drawings/vmlDrawing${number}.vml`],
      ["rIdNoteTexts", "comments", `../comments${number}.xml`],
    ]),
  ]);
  await zip.add(`xl/comments${number}.xml`, [notesXml(notes)]);
  await zip.add(`xl/drawings/vmlDrawing${number}.vml`, [noteBoxesXml(notes)]);
}

type Relation = readonly [id: string, type: string, target: string];

function sheetRelation(index: number): Relation {
  return [`rId${index + 1}`, "worksheet", `worksheets/sheet${index + 1}.xml`];
}

function relationships(relations: readonly Relation[]): string {
  const items = relations.map(
    ([id, type, target]) =>
      `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `${DECLARATION}<Relationships xmlns="${PACKAGE_RELATIONS}">${items.join("")}</Relationships>`;
}

function contentTypes(sheets: readonly SheetPlan[]): string {
  const override = (part: string, type: string) =>
    `<Override PartName="${part}" ContentType="${TYPES}.${type}+xml"/>`;
  const parts = sheets.flatMap(({ notes = [] }, index) => [
    override(`/xl/worksheets/sheet${index + 1}.xml`, "worksheet"),
    ...(notes.length === 0 ? [] : [override(`/xl/comments${index + 1}.xml`, "comments")]),
  ]);
  return [
    `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>',
    override("/xl/workbook.xml", "sheet.main"),
    override("/xl/styles.xml", "styles"),
    ...parts,
    "</Types>",
  ].join("");
}

function workbookXml(sheets: readonly SheetPlan[]): string {
  const items = sheets.map(
    ({ name }, index) =>
      `<sheet name="${sheetName(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const titles = sheets.flatMap(({ name, print }, index) => {
    if (print?.repeatedRows === undefined) return [];
    const [first, last] = print.repeatedRows;
    const range = `'${sheetName(name).replaceAll("'", "''")}'!$${first}:$${last}`;
    return [
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${range}</definedName>`,
    ];
  });
  const names = titles.length === 0 ? "" : `<definedNames>${titles.join("")}</definedNames>`;
  return `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView/></bookViews><sheets>${items.join("")}</sheets>${names}</workbook>`;
}

/** Tabs have names of up to 31 characters without the signs that references use. */
function sheetName(name: string): string {
  if (!/^[^[\]:*?/\\]{1,31}$/.test(name)) throw new RangeError(`no name for a sheet: ${name}`);
  return encodeXml(name);
}
