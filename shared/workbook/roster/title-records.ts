import { SERIES_LABELS, type Series } from "../../records/series.ts";
import { type Line, TITLE_LEVEL_LABELS } from "../../records/title.ts";
import { type FieldValue, readCell } from "../read-cell.ts";
import { cleanText, headingKey } from "../text.ts";
import { refuse } from "../reading.ts";
import { SERIES_CHOICE } from "../sheets/people.ts";
import { LINE_CHOICE } from "../sheets/titles.ts";
import type { ListDraft } from "../import/draft.ts";
import type { RowReader } from "./row-reader.ts";
import { isWorkerGrade, levelsOfWord, type NamedTitle } from "./title-names.ts";

/** The title of a roster's row and the appointment on it. */

export interface TitleRecords {
  readonly drafts: readonly ListDraft[];
  /** Null where the row names no title. */
  readonly title: NamedTitle | null;
}

/** A title is named in a column of its own, or only as the one appointed on. */
type NameKey = "titleName" | "appointedName";

const TITLE_SOURCES = {
  titleName: titleSources("titleName"),
  appointedName: titleSources("appointedName"),
} as const;
const APPOINTMENT_SOURCES = {
  titleName: { from: "appointedOn", titleId: "titleName" },
  appointedName: { from: "appointedOn", titleId: "appointedName" },
} as const;

function titleSources(name: NameKey) {
  return {
    series: "titleSeries",
    level: "titleLevel",
    line: "titleLine",
    name,
    obtainedOn: "titleObtainedOn",
  };
}

const NONE: TitleRecords = { drafts: [], title: null };

/** A title needs the day it was obtained, an appointment a title that is registered. */
export function titleRecords(reader: RowReader): TitleRecords {
  const key: NameKey = reader.cell("titleName") === null ? "appointedName" : "titleName";
  if (reader.cell(key) === null) {
    for (const other of ["titleObtainedOn", "appointedOn", "titleLevel"]) {
      if (reader.cell(other) !== null) reader.leaveOut(other, "gap.noTitle", {});
    }
    return NONE;
  }
  if (isWorkerGrade(reader.text(key) ?? "")) {
    reader.leaveOut(key, "gap.workerGrade", {});
    return NONE;
  }
  const title = readTitle(reader, key);
  // Read even for a title that is refused: what is wrong with them is told at once.
  const obtainedOn = reader.date("titleObtainedOn");
  const appointedOn = reader.date("appointedOn");
  if (title === null) return NONE;
  if (obtainedOn === undefined) {
    if (reader.cell("titleObtainedOn") === null) {
      reader.leaveOut(key, "gap.titleDate", {});
      if (appointedOn !== undefined) reader.leaveOut("appointedOn", "gap.appointedTitle", {});
    }
    return { drafts: [], title };
  }
  const { line, post } = reader.context.defaults;
  const { series, level, name } = title;
  const written = readLine(reader);
  const draft = reader.draft(
    "titles",
    { series, level, line: written, name, obtainedOn },
    written === undefined ? { line } : {},
    TITLE_SOURCES[key],
  );
  if (written === undefined) reader.assume("line");
  if (appointedOn === undefined) return { drafts: [draft], title };
  if (isOnAnotherTitle(reader, title)) {
    reader.leaveOut("appointedOn", "gap.appointedTitle", {});
    return { drafts: [draft], title };
  }
  reader.assume("post");
  reader.assume("appointmentRunning");
  const appointment = reader.draft(
    "appointments",
    { from: appointedOn },
    { to: null, post },
    APPOINTMENT_SOURCES[key],
  );
  return { drafts: [draft, { ...appointment, title: draft }], title };
}

/** Somebody may hold a higher title than the one that they are appointed on. */
function isOnAnotherTitle(reader: RowReader, { name }: NamedTitle): boolean {
  const appointed = reader.text("appointedName");
  if (appointed === undefined || headingKey(appointed) === headingKey(name)) return false;
  return !reader.context.titleNames.find(appointed).some((one) => one.name === name);
}

function readTitle(reader: RowReader, key: NameKey): NamedTitle | null {
  const written = reader.text(key);
  if (written === undefined) return null;
  if (levelsOfWord(written).length > 0) {
    reader.refuse(key, refuse("title.level", {}));
    return null;
  }
  const { titleNames } = reader.context;
  const named = readSeries(reader);
  const found = titleNames.find(written);
  const inSeries = found.filter(({ series }) => named === undefined || series === named);
  const levels = readLevels(reader);
  if (inSeries.length === 0) return readUnlisted(reader, key, written, named, levels);
  const ownSeries = reader.context.unit?.series;
  const title =
    inSeries.length === 1 ? inSeries[0] : inSeries.find(({ series }) => series === ownSeries);
  if (title === undefined) {
    const series = inSeries.map((one) => SERIES_LABELS[one.series]);
    reader.blame(key, "title.severalSeries", { series });
    return null;
  }
  if (levels !== null && !levels.includes(title.level)) {
    const level = TITLE_LEVEL_LABELS[title.level];
    reader.blame("titleLevel", "title.levelMismatch", { level });
    return null;
  }
  return title;
}

/** A name that the pack does not list is taken only where the row itself says series and level. */
function readUnlisted(
  reader: RowReader,
  key: string,
  written: string,
  series: Series | undefined,
  levels: readonly NamedTitle["level"][] | null,
): NamedTitle | null {
  const [level, another] = levels ?? [];
  if (series !== undefined && level !== undefined && another === undefined) {
    return { name: cleanText(written), series, level };
  }
  const candidates = reader.context.titleNames.candidates(written);
  reader.refuse(key, refuse("title.unknown", { candidates }));
  return null;
}

function readSeries(reader: RowReader): Series | undefined {
  const value = reader.read("titleSeries", SERIES_CHOICE) ?? seriesAsLine(reader);
  return typeof value === "string" ? (value as Series) : undefined;
}

/** The line as the row has it; undefined where it leaves it open. */
function readLine(reader: RowReader): Line | undefined {
  if (seriesAsLine(reader) !== undefined) return undefined;
  const value = reader.read("titleLine", LINE_CHOICE);
  return typeof value === "string" ? (value as Line) : undefined;
}

/** Some units call the series a 职称类别. */
function seriesAsLine(reader: RowReader): FieldValue | undefined {
  const written = reader.text("titleLine");
  if (written === undefined) return undefined;
  const reading = readCell(SERIES_CHOICE, written, reader.context.dateSystem);
  return reading.ok ? reading.value : undefined;
}

/** The levels that the row's own column leaves open; null where it has none. */
function readLevels(reader: RowReader): readonly NamedTitle["level"][] | null {
  const written = reader.text("titleLevel");
  if (written === undefined) return null;
  const levels = levelsOfWord(written);
  if (levels.length > 0) return levels;
  const allowed = ["员级", "助理级", "中级", "副高级", "正高级", "初级", "高级"];
  reader.refuse("titleLevel", refuse("choice.unknown", { allowed }));
  return null;
}
