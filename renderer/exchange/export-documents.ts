import type { Day } from "../../shared/calendar/day.ts";
import type { Person } from "../../shared/records/person.ts";
import type { Candidate, ListSource } from "../../shared/workbook/lists/candidates.ts";
import { listPlan } from "../../shared/workbook/lists/list-plan.ts";
import type { ListCell, OfficialList } from "../../shared/workbook/lists/list.ts";
import { type ListDefinition, OFFICIAL_LISTS } from "../../shared/workbook/lists/registry.ts";
import { countRecords } from "../../shared/workbook/sheet-rows.ts";
import type { WorkbookPlan } from "../../shared/workbook/plan.ts";
import { ALL_SHEETS, WORKBOOK_TITLE } from "../../shared/workbook/sheets/registry.ts";
import { unitWorkbookPlan } from "../../shared/workbook/unit-workbook.ts";
import { staffRoster } from "./staff-roster.ts";

/** What can be exported, what each export is drawn up from, and how it begins. */

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

/** How an export begins. */
export interface ExportPreview {
  readonly title: string;
  /** With their widths in characters of half width; none: the rows tell what each sheet holds. */
  readonly columns: readonly { readonly heading: string; readonly width: number }[];
  readonly rows: readonly (readonly string[])[];
  /** How many there are of what is shown, which may be more; null where all is shown. */
  readonly total: { readonly shown: number; readonly all: number } | null;
  /** A whole ID number stands in the file: it must be looked after. */
  readonly hasIdNumbers: boolean;
}

const PEOPLE_SHOWN = 8;

/** The workbook of an export. */
export function drawUp(id: ExportId, source: ExportSource): WorkbookPlan {
  return id === "workbook"
    ? unitWorkbookPlan({ ...source.unitFile, people: chosenPeople(source) })
    : listPlan(listOf(id, source));
}

/** The beginning of an export, drawn up of the first people alone: a list of 10,000 takes its time. */
export function previewExport(id: ExportId, source: ExportSource): ExportPreview {
  const people = chosenPeople(source);
  if (id === "workbook") return previewWorkbook(source, people);
  const isOfPeople = EXPORT_KINDS.some((kind) => kind.id === id && kind.about === "people");
  const first = new Set(people.slice(0, PEOPLE_SHOWN).map((person) => person.id));
  const list = listOf(id, isOfPeople ? { ...source, ids: first } : source);
  const hasColumn = list.columns.some(({ heading }) => heading.includes("身份证"));
  return {
    title: list.title,
    columns: list.columns.map(({ group, heading, width }) => ({
      heading: [group ?? "", heading.replaceAll("\n", "")].filter((part) => part !== "").join(" "),
      width,
    })),
    rows: shownRows(list),
    total:
      isOfPeople && people.length > first.size ? { shown: first.size, all: people.length } : null,
    hasIdNumbers:
      bearsIdNumbers(list.rows.flat(), people) ||
      (hasColumn && isOfPeople && people.some(({ idNumber }) => idNumber !== null)),
  };
}

function chosenPeople({ unitFile, ids }: ExportSource): Person[] {
  return unitFile.people.filter((person) => ids === null || ids.has(person.id));
}

function listOf(id: Exclude<ExportId, "workbook">, source: ExportSource): OfficialList {
  const { unitFile, today, ids, candidates } = source;
  if (id === "staff") {
    return staffRoster(chosenPeople(source), { unitName: unitFile.unit.name, today });
  }
  const definition = DEFINITIONS[id];
  return "make" in definition
    ? definition.make(source, (person) => ids === null || ids.has(person.id))
    : definition.forCandidates(source, candidates);
}

/** The whole of what is on file, which can be imported again: how many rows each sheet has. */
function previewWorkbook({ unitFile }: ExportSource, people: Person[]): ExportPreview {
  const counts = ALL_SHEETS.map(({ id, name }) => [
    name,
    String(countRecords(id, { ...unitFile, people })),
  ]);
  return {
    title: WORKBOOK_TITLE,
    columns: [],
    rows: counts,
    total: null,
    hasIdNumbers: people.some(({ idNumber }) => idNumber !== null),
  };
}

/** Looked for in the cells themselves: no list is taken at its word. */
function bearsIdNumbers(cells: readonly ListCell[], people: readonly Person[]): boolean {
  const numbers = new Set(people.flatMap(({ idNumber }) => idNumber ?? []));
  return cells.some((cell) => typeof cell === "string" && numbers.has(cell));
}

/** As in the file, cells that rows share stand in the first of them. */
function shownRows({ rows, shared = [] }: OfficialList): readonly (readonly string[])[] {
  return rows.map((cells, row) => {
    const under = shared.find(({ firstRow, lastRow }) => firstRow < row && row <= lastRow);
    return cells.map((cell, column) => (under?.columns.includes(column) ? "" : showCell(cell)));
  });
}

function showCell(cell: ListCell): string {
  if (cell === null) return "";
  return String(typeof cell === "object" ? cell.value : cell).replaceAll("\n", " ");
}
