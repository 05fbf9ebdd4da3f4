import type { RecordChange } from "../store/types.ts";
import { labelField, sayValue, TABLE_LABELS } from "./history-words.ts";

/** One line of what an edit changed. */
export interface ChangeLine {
  readonly kind: "added" | "removed" | "changed";
  /** What it is about: 学历. */
  readonly what: string;
  /** Empty: nothing was there. */
  readonly before: string;
  readonly after: string;
  /** Whose record it is, where the line does not say it by itself. */
  readonly who?: string;
}

/** What a person is called; null where they are unknown. */
export type NamePerson = (personId: string) => string | null;

/** So that an import of a whole unit does not fill the screen. */
const MOST_LINES = 40;

/** What the changes of an edit come to, line by line: lists by their items, other fields by their values. */
export function describeChanges(
  changes: readonly RecordChange[],
  namePerson: NamePerson = () => null,
): readonly ChangeLine[] {
  const lines: ChangeLine[] = [];
  for (const change of changes) {
    if (lines.length >= MOST_LINES) break;
    const who = whoseOf(change, namePerson);
    const own = describeChange(change);
    lines.push(...(who === null ? own : own.map((line) => ({ ...line, who }))));
  }
  return lines.slice(0, MOST_LINES);
}

type Fields = Readonly<Record<string, unknown>>;

/** A person who comes or goes is named by the line itself. */
function whoseOf(change: RecordChange, namePerson: NamePerson): string | null {
  const { table, personId, before, after } = change;
  if (personId === null) return null;
  if (table === "person" && (before === null || after === null)) return null;
  return namePerson(personId);
}

function describeChange({ table, before, after }: RecordChange): readonly ChangeLine[] {
  const old = before as Fields | null;
  const now = after as Fields | null;
  if (old === null || now === null) {
    const kind = old === null ? "added" : "removed";
    const what = TABLE_LABELS[table];
    return [{ kind, what, before: nameOf(table, old), after: nameOf(table, now) }];
  }
  const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
    (field) => field !== "id",
  );
  return fields.flatMap((field) => {
    const what = labelField(table, field);
    if (isSame(old[field], now[field])) return [];
    if (isRecordList(old[field]) || isRecordList(now[field])) {
      return describeList(what, field, toList(old[field]), toList(now[field]));
    }
    const [from, to] =
      field === "operatorId"
        ? [nameOperator(old), nameOperator(now)]
        : [sayValue(field, old[field]), sayValue(field, now[field])];
    return [{ kind: "changed", what, before: from, after: to } satisfies ChangeLine];
  });
}

/** Who works now by the settings; what they do not know is shown as it is. */
function nameOperator({ operators, operatorId }: Fields): string {
  const list = toList(operators) as readonly { readonly id?: unknown; readonly name?: unknown }[];
  const chosen = list.find(({ id }) => id === operatorId);
  return sayValue("operatorId", chosen?.name ?? operatorId);
}

/** A new or removed record in short: its name, or all that it says where it has none. */
function nameOf(table: RecordChange["table"], record: Fields | null): string {
  if (record === null) return "";
  const { name, year, pathway, line, series, level } = record;
  if (table === "round") return `${sayValue("year", year)}年度`;
  if (table === "candidacy") return sayValue("", { pathway, line, series, level });
  return typeof name === "string" ? name : sayValue("", record);
}

/** Items that only one side has; one gone and one new stand for a change. */
function describeList(
  what: string,
  field: string,
  old: readonly unknown[],
  now: readonly unknown[],
): readonly ChangeLine[] {
  const kept = new Set(old.map(keyOf));
  const left = new Set(now.map(keyOf));
  const gone = old.filter((item) => !left.has(keyOf(item))).map((item) => sayValue(field, item));
  const come = now.filter((item) => !kept.has(keyOf(item))).map((item) => sayValue(field, item));
  const changed = Math.min(gone.length, come.length);
  return [
    ...Array.from({ length: changed }, (_, index) => ({
      kind: "changed" as const,
      what,
      before: gone[index] ?? "",
      after: come[index] ?? "",
    })),
    ...gone
      .slice(changed)
      .map((text) => ({ kind: "removed" as const, what, before: text, after: "" })),
    ...come
      .slice(changed)
      .map((text) => ({ kind: "added" as const, what, before: "", after: text })),
  ];
}

function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isRecordList(value: unknown): boolean {
  return Array.isArray(value);
}

function isSame(one: unknown, other: unknown): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf(value: unknown): string {
  return JSON.stringify(value ?? null);
}
