import { posix } from "node:path";
import { WorkbookFault } from "./fault.ts";
import { attributesOf, scanXml } from "./xml-scanner.ts";
import type { ZipSource } from "./zip-source.ts";

/** Where the parts of a workbook lie, as its relationships say (never by guessed names). */

/** A sheet as the workbook lists it, with the part that holds its cells. */
export interface SheetPart {
  readonly name: string;
  readonly part: string;
  readonly isHidden: boolean;
}

export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  /** Null where the workbook has no shared strings. */
  readonly sharedStrings: string | null;
  readonly isCountedFrom1904: boolean;
}

interface Relationship {
  /** The last word of the type's address: `worksheet`, `sharedStrings`. */
  readonly type: string;
  readonly part: string;
}

/** Finds the parts of a workbook; a container that holds none is refused for what it is. */
export async function findParts(zip: ZipSource): Promise<WorkbookParts> {
  const root = await readRelationships(zip, "");
  const workbook = [...root.values()].find(({ type }) => type === "officeDocument")?.part;
  if (workbook === undefined || !zip.has(workbook)) throw new WorkbookFault(kindOf(zip));
  if (workbook.toLowerCase().endsWith(".bin")) throw new WorkbookFault("binary");
  const relationships = await readRelationships(zip, workbook);
  const listed = await readWorkbookPart(zip, workbook);
  if (!listed.isWorkbook) throw new WorkbookFault("notWorkbook");
  const parts = [...relationships.values()];
  return {
    sheets: listed.sheets.flatMap(({ name, id, isHidden }) => {
      const relationship = relationships.get(id);
      if (relationship === undefined) throw new WorkbookFault("broken");
      // Chart sheets stand among the others and hold no cells.
      return relationship.type === "worksheet" ? [{ name, isHidden, part: relationship.part }] : [];
    }),
    sharedStrings: parts.find(({ type }) => type === "sharedStrings")?.part ?? null,
    isCountedFrom1904: listed.isCountedFrom1904,
  };
}

function kindOf(zip: ZipSource): "openDocument" | "binary" | "notWorkbook" {
  if (zip.has("content.xml") && zip.has("mimetype")) return "openDocument";
  return zip.has("xl/workbook.bin") ? "binary" : "notWorkbook";
}

/** Relationships by id; a part without any has none. */
export async function readRelationships(
  zip: ZipSource,
  part: string,
): Promise<ReadonlyMap<string, Relationship>> {
  const folder = posix.dirname(part);
  const listed = posix.join(folder, "_rels", `${posix.basename(part)}.rels`);
  const relationships = new Map<string, Relationship>();
  if (!zip.has(listed)) return relationships;
  await scanXml(zip.read(listed), {
    open: (name, text) => {
      if (name !== "Relationship") return;
      const attributes = attributesOf(text);
      if (attributes.get("TargetMode") === "External") return;
      const target = attributes.get("Target") ?? "";
      relationships.set(attributes.get("Id") ?? "", {
        type: posix.basename(attributes.get("Type") ?? ""),
        // Targets may be written from the root on: /xl/worksheets/sheet1.xml.
        part: target.startsWith("/") ? target.slice(1) : posix.join(folder, target),
      });
    },
    close: () => {},
  });
  return relationships;
}

interface ListedSheet {
  readonly name: string;
  readonly id: string;
  readonly isHidden: boolean;
}

async function readWorkbookPart(zip: ZipSource, part: string) {
  const sheets: ListedSheet[] = [];
  let isWorkbook = false;
  let isCountedFrom1904 = false;
  await scanXml(zip.read(part), {
    open: (name, text) => {
      if (name === "workbook") isWorkbook = true;
      const attributes = attributesOf(text);
      if (name === "workbookPr") {
        isCountedFrom1904 = ["1", "true"].includes(attributes.get("date1904") ?? "");
      }
      if (name !== "sheet") return;
      const state = attributes.get("state") ?? "visible";
      sheets.push({
        name: attributes.get("name") ?? "",
        id: attributes.get("id") ?? "",
        isHidden: state !== "visible",
      });
    },
    close: () => {},
  });
  return { sheets, isWorkbook, isCountedFrom1904 };
}
