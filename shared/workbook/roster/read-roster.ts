import type { Pack } from "../../policy/pack.ts";
import type { Unit } from "../../records/unit.ts";
import type { SheetData, WorkbookData } from "../cell.ts";
import { closeText, nameKey } from "../text.ts";
import type { ListDraft, PersonDraft, ReadDrafts } from "../import/draft.ts";
import { type FoundHeadings, findHeadings, headingsOf } from "../import/headings.ts";
import { withIdNumberFacts } from "../import/id-number-facts.ts";
import { type BlamedRow, type HeadingOf, rowIssue } from "../import/import-issue.ts";
import {
  columnsByKey,
  mapColumns,
  type MappingChoice,
  type TableMapping,
} from "../import/mapping.ts";
import { headingLookup } from "../import/read-template.ts";
import type { ImportRow } from "../import/row.ts";
import { sortRows } from "../import/table.ts";
import { DefaultUses, ROSTER_DEFAULTS, type RosterDefaults } from "./defaults.ts";
import { educationRecords } from "./education-records.ts";
import { type PostKind, ROSTER_FIELDS } from "./fields.ts";
import { recogniseRosterHeading } from "./recognise.ts";
import { RowReader, type RosterContext, SourceColumns, withoutUndefined } from "./row-reader.ts";
import { TitleNames, type NamedTitle } from "./title-names.ts";
import { titleRecords } from "./title-records.ts";
import { appraisalRecords, trainingRecords, yearsOf } from "./yearly-records.ts";

/** Reads a 花名册, the one table with a row a person that units keep today. */

/** Headings may take three rows: a group, its years, their parts. */
const MOST_HEADING_ROWS = 3;
/** Fewer known headings than this are not a roster but some other table with names in it. */
const FEWEST_HEADINGS = 3;

export interface RosterOptions {
  readonly choice: MappingChoice;
  readonly pack: Pack;
  readonly unit: Unit | null;
  readonly defaults: Partial<RosterDefaults> | undefined;
}

export interface RosterReading {
  readonly drafts: ReadDrafts;
  readonly defaults: RosterDefaults;
  readonly uses: DefaultUses;
  readonly gaps: readonly BlamedRow[];
}

export interface FoundRoster extends FoundHeadings {
  readonly sheet: SheetData;
}

/** The sheet with most of a roster's headings, those that the user sees first; null where none has enough. */
export function findRoster(sheets: readonly SheetData[]): FoundRoster | null {
  let best: FoundRoster | null = null;
  const visible = sheets.filter(({ isHidden }) => isHidden !== true);
  for (const sheet of visible.length > 0 ? visible : sheets) {
    const found = findHeadings(sheet, recogniseRosterHeading, MOST_HEADING_ROWS);
    if (found === null || found.score < FEWEST_HEADINGS || !hasName(sheet, found)) continue;
    if (found.score > (best?.score ?? 0)) best = { ...found, sheet };
  }
  return best;
}

function hasName(sheet: SheetData, { rows }: FoundHeadings): boolean {
  return headingsOf(sheet, rows).some((candidates) => {
    const recognised = candidates.length === 0 ? null : recogniseRosterHeading(candidates);
    return recognised?.state === "used" && recognised.key === "name";
  });
}

/** Reads the roster of a workbook; drafts without tables where none is found. */
export function readRoster(workbook: WorkbookData, options: RosterOptions): RosterReading {
  const { choice, pack, unit } = options;
  const defaults = { ...ROSTER_DEFAULTS, ...options.defaults };
  const uses = new DefaultUses();
  const found = chooseSheet(workbook.sheets, choice);
  if (found === null) return { drafts: NOTHING_READ, defaults, uses, gaps: [] };
  const { table, rows, ignored } = readTable(found, choice);
  const headingOf = headingLookup([table]);
  const places = columnsByKey(table.columns);
  const context: RosterContext = {
    pack,
    unit,
    defaults,
    uses,
    titleNames: new TitleNames(pack),
    places,
    columns: new SourceColumns(places),
    years: { appraisal: yearsOf(places, "appraisal"), training: yearsOf(places, "training") },
    dateSystem: workbook.dateSystem,
    headingOf,
  };
  const readers = rows.map((row) => new RowReader(row, context));
  const people = readers.map(readPerson);
  const faults = [
    ...readers.flatMap((reader) => reader.faults),
    ...repeatedNumbers(people, headingOf),
  ];
  return {
    drafts: { ...NOTHING_READ, rows, ignored, tables: [table], people, faults },
    defaults,
    uses,
    gaps: readers.flatMap((reader) => reader.gaps),
  };
}

const NOTHING_READ: ReadDrafts = {
  rows: [],
  ignored: [],
  tables: [],
  units: [],
  people: [],
  linked: [],
  faults: [],
  areMonthsEnough: true,
};

type ChosenSheet = Pick<FoundRoster, "sheet" | "rows">;

/** The user's sheet and headings go before those that are found. */
function chooseSheet(sheets: readonly SheetData[], choice: MappingChoice): ChosenSheet | null {
  const named = sheets.filter(({ name }) => choice.sheet === undefined || name === choice.sheet);
  for (const sheet of named) {
    const rows = choice.tables?.[sheet.name]?.headingRows;
    if (rows !== undefined) return { sheet, rows };
  }
  return findRoster(named);
}

function readTable({ sheet, rows: headingRows }: ChosenSheet, { tables = {} }: MappingChoice) {
  const headings = headingsOf(sheet, headingRows);
  const columns = mapColumns(headings, recogniseRosterHeading, tables[sheet.name]?.columns);
  const table: TableMapping = { sheet: sheet.name, kind: "roster", headingRows, columns };
  const places = columnsByKey(columns);
  const keyColumns = ["name", "idNumber", "id"]
    .map((key) => places.get(key))
    .filter((column) => column !== undefined);
  const sorted = sortRows(sheet, { headingRows, keyColumns, usedColumns: [...places.values()] });
  const rows = sorted.rows.map(({ number, cells }, id): ImportRow => ({
    id,
    sheet: sheet.name,
    number,
    cells,
  }));
  return { table, rows, ignored: sorted.ignored };
}

const PERSON_KEYS = ["id", "name", "sex", "birthDate", "idNumber"] as const;

function readPerson(reader: RowReader): PersonDraft {
  const { row, context } = reader;
  const known = Object.fromEntries(PERSON_KEYS.map((key) => [key, readField(reader, key)]));
  if (typeof known["name"] === "string") known["name"] = closeText(known["name"]);
  else if (reader.cell("name") === null) reader.blame("name", "row.nameMissing", {});
  checkUnit(reader);
  const draft = { row, known: withoutUndefined(known), assumed: {}, columns: context.places };
  const person = withIdNumberFacts(draft);
  if (person !== draft) reader.assume("idNumber");
  if (known["id"] === undefined) reader.assume("id");
  const { drafts, title } = titleRecords(reader);
  return {
    ...person,
    records: [
      ...educationRecords(reader),
      ...postingRecords(reader, title),
      ...drafts,
      ...appraisalRecords(reader),
      ...trainingRecords(reader),
    ],
  };
}

const TYPES = new Map(ROSTER_FIELDS.map(({ key, type }) => [key, type]));

function readField(reader: RowReader, key: string) {
  const type = TYPES.get(key);
  if (type === undefined) throw new Error(`no field ${key}`);
  return reader.read(key, type);
}

/** A row that names another unit is not this unit's. */
function checkUnit(reader: RowReader): void {
  const written = reader.text("unit");
  const own = reader.context.unit?.name;
  if (written === undefined || own === undefined) return;
  const [a, b] = [nameKey(written), nameKey(own)];
  if (!a.includes(b) && !b.includes(a)) reader.blame("unit", "row.otherUnit", { unit: own });
}

const POSTING_DEFAULTS = ["setting", "kind", "running", "series"] as const;
const POSTING_SOURCES = { from: "unitStart", professional: "postKind", management: "postKind" };

/** The posting in this unit, from the day that the row gives. */
function postingRecords(reader: RowReader, title: NamedTitle | null): readonly ListDraft[] {
  const from = reader.date("unitStart");
  if (from === undefined) {
    if (reader.cell("unitStart") === null) reader.leaveOut("unitStart", "gap.unitStart", {});
    return [];
  }
  const { unit, defaults } = reader.context;
  const kind = readField(reader, "postKind") as PostKind | undefined;
  for (const id of POSTING_DEFAULTS) reader.assume(id);
  const written = {
    from,
    ...(kind === undefined ? {} : { professional: kind === "professional" || kind === "both" }),
    ...(kind === "management" || kind === "both" ? { management: true } : {}),
  };
  if (kind === undefined) reader.assume("professional");
  const assumed = {
    to: null,
    setting: defaults.setting,
    kind: defaults.kind,
    professional: isProfessional(reader, title),
    series: title?.series ?? unit?.series ?? "other",
    ...(unit === null ? {} : { employer: unit.name }),
  };
  return [reader.draft("postings", written, assumed, POSTING_SOURCES)];
}

function isProfessional(reader: RowReader, title: NamedTitle | null): boolean {
  const { professional } = reader.context.defaults;
  if (professional !== "byTitle") return professional;
  return title !== null || /专技|专业技术/.test(reader.text("postGrade") ?? "");
}

/** A row that repeats an ID number is refused, whoever's the first is. */
function repeatedNumbers(
  people: readonly PersonDraft[],
  headingOf: HeadingOf,
): readonly BlamedRow[] {
  const first = new Map<string, PersonDraft>();
  return people.flatMap((draft) => {
    const { idNumber } = draft.known;
    if (typeof idNumber !== "string") return [];
    const before = first.get(idNumber);
    if (before === undefined) {
      first.set(idNumber, draft);
      return [];
    }
    const at = { row: draft.row, column: draft.columns.get("idNumber") ?? null };
    return [rowIssue(at, headingOf, "row.repeatedNumber", { row: before.row.number })];
  });
}
