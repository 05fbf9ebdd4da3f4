import type { Day } from "../../shared/calendar/day.ts";
import type { Person } from "../../shared/records/person.ts";
import type { UnitFile } from "../../shared/records/unit-file.ts";
import type { Candidate, ListSource } from "../../shared/workbook/lists/candidates.ts";
import { listPlan } from "../../shared/workbook/lists/list-plan.ts";
import type { ListCell, OfficialList } from "../../shared/workbook/lists/list.ts";
import { type ListDefinition, OFFICIAL_LISTS } from "../../shared/workbook/lists/registry.ts";
import type { WorkbookPlan } from "../../shared/workbook/plan.ts";
import { WORKBOOK_TITLE } from "../../shared/workbook/sheets/registry.ts";
import { unitWorkbookPlan } from "../../shared/workbook/unit-workbook.ts";
import { staffRoster } from "./staff-roster.ts";

/** What can be exported, and what each export is drawn up from. */

type ListName = keyof typeof OFFICIAL_LISTS;
export type ExportId = "staff" | "workbook" | ListName;

export interface ExportKind {
  readonly id: ExportId;
  /** The official name, Chinese in both languages. */
  readonly label: string;
  /** `people`: of everybody or of some. `candidates`: of those put forward. `unit`: of the unit alone. */
  readonly about: "people" | "candidates" | "unit";
}

const DEFINITIONS: Readonly<Record<ListName, ListDefinition>> = OFFICIAL_LISTS;

function aboutOf(name: ListName): ExportKind["about"] {
  if ("forCandidates" in DEFINITIONS[name]) return "candidates";
  return name === "catalogue" ? "unit" : "people";
}

/** Every export: what units keep themselves first, then the official lists. */
export const EXPORT_KINDS: readonly ExportKind[] = [
  { id: "staff", label: "人员花名册", about: "people" },
  { id: "workbook", label: WORKBOOK_TITLE, about: "people" },
  ...(["training", "service", "roster", "review", "publicity", "catalogue"] as const).map(
    (name): ExportKind => ({ id: name, label: DEFINITIONS[name].label, about: aboutOf(name) }),
  ),
];

/** What an export is drawn up from. */
export interface ExportSource extends ListSource {
  readonly today: Day;
  /** Null: everybody. */
  readonly ids: ReadonlySet<string> | null;
  readonly candidates: readonly Candidate[];
}

/** The first rows of an export, or what its sheets hold. */
export interface ExportPreview {
  readonly title: string;
  /** With their widths in characters of half width. */
  readonly columns: readonly { readonly heading: string; readonly width: number }[];
  readonly rows: readonly (readonly string[])[];
  /** How many rows there are in all. */
  readonly total: number;
}

export interface ExportDocument {
  readonly plan: WorkbookPlan;
  readonly preview: ExportPreview;
  /** A whole ID number stands in it: the file must be looked after. */
  readonly hasIdNumbers: boolean;
}

const ROWS_SHOWN = 8;

/** Draws up an export. */
export function drawUp(id: ExportId, source: ExportSource): ExportDocument {
  if (id === "workbook") return wholeWorkbook(source);
  const list = id === "staff" ? staffList(source) : officialList(id, source);
  return {
    plan: listPlan(list),
    preview: previewOf(list),
    hasIdNumbers: bearsIdNumbers(list.rows.flat(), source.unitFile.people),
  };
}

function isChosenBy({ ids }: ExportSource): (person: Person) => boolean {
  return (person) => ids === null || ids.has(person.id);
}

function chosenFile(source: ExportSource): UnitFile {
  const { unitFile } = source;
  return { ...unitFile, people: unitFile.people.filter(isChosenBy(source)) };
}

function staffList(source: ExportSource): OfficialList {
  const { unit, people } = chosenFile(source);
  return staffRoster(people, { unitName: unit.name, today: source.today });
}

function officialList(id: ListName, source: ExportSource): OfficialList {
  const definition = DEFINITIONS[id];
  return "make" in definition
    ? definition.make(source, isChosenBy(source))
    : definition.forCandidates(source, source.candidates);
}

/** The whole of what is on file, which can be imported again. */
function wholeWorkbook(source: ExportSource): ExportDocument {
  const unitFile = chosenFile(source);
  const plan = unitWorkbookPlan(unitFile);
  const sheets = plan.sheets.slice(1).map(({ name, rowCount }) => [name, String(rowCount - 1)]);
  return {
    plan,
    preview: { title: WORKBOOK_TITLE, columns: [], rows: sheets, total: sheets.length },
    hasIdNumbers: unitFile.people.some(({ idNumber }) => idNumber !== null),
  };
}

/** Looked for in the cells themselves: no list is taken at its word. */
function bearsIdNumbers(cells: readonly ListCell[], people: readonly Person[]): boolean {
  const numbers = new Set(people.flatMap(({ idNumber }) => idNumber ?? []));
  return cells.some((cell) => typeof cell === "string" && numbers.has(cell));
}

function previewOf(list: OfficialList): ExportPreview {
  return {
    title: list.title,
    columns: list.columns.map(({ group, heading, width }) => ({
      heading: [group ?? "", heading.replaceAll("\n", "")].filter((part) => part !== "").join(" "),
      width,
    })),
    rows: list.rows.slice(0, ROWS_SHOWN).map((cells) => cells.map(showCell)),
    total: list.rows.length,
  };
}

function showCell(cell: ListCell): string {
  if (cell === null) return "";
  return String(typeof cell === "object" ? cell.value : cell);
}
