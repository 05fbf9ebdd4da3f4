import type { FieldValue } from "../read-cell.ts";
import type { Fields, ListDraft } from "./draft.ts";

/** Puts records that were read beside those on file. Nothing on file is ever taken away. */

/** What came of a row, or of one record of it. */
export type RowOutcome = "added" | "changed" | "unchanged";

export type RawRecord = Readonly<Record<string, unknown>>;

/** A record of the merged list, with the draft that speaks of it. */
export interface MergedItem {
  readonly value: RawRecord;
  readonly draft: ListDraft | null;
  /** Null for what the file says nothing of. */
  readonly outcome: RowOutcome | null;
}

export interface MergeRules {
  /** The fields by which a changed record is recognised as the one on file, given what is known of it. */
  readonly identityOf: (known: Fields) => readonly string[];
  readonly areMonthsEnough: boolean;
  /** Makes an id for a new record that has none. */
  readonly makeId?: () => string;
}

interface Slot {
  readonly value: RawRecord;
  draft: ListDraft | null;
  outcome: RowOutcome | null;
}

/**
 * First every draft takes the record that says the same, then each of the rest the record of the same
 * identity that agrees with it most, and what is left is new. So a file that was imported once finds
 * all its records the second time, however often it names them.
 */
export function mergeList(
  existing: readonly RawRecord[],
  drafts: readonly ListDraft[],
  rules: MergeRules,
): readonly MergedItem[] {
  if (existing.length === 0) {
    return drafts.map((draft) => ({ value: newRecord(draft, rules), draft, outcome: "added" }));
  }
  const slots = existing.map((value): Slot => ({ value, draft: null, outcome: null }));
  if (drafts.length === 0) return slots;
  const rest = drafts.filter((draft) => !takeEqual(slots, draft, rules));
  const added: MergedItem[] = [];
  const changed = new Map<Slot, RawRecord>();
  for (const draft of rest) {
    const slot = mostAlike(slots, draft, rules);
    if (slot === null) {
      added.push({ value: newRecord(draft, rules), draft, outcome: "added" });
    } else {
      slot.draft = draft;
      slot.outcome = "changed";
      changed.set(slot, { ...slot.value, ...agreedFields(slot.value, draft.known, rules) });
    }
  }
  const kept = slots.map((slot) => ({ ...slot, value: changed.get(slot) ?? slot.value }));
  return [...kept, ...added];
}

function takeEqual(slots: readonly Slot[], draft: ListDraft, rules: MergeRules): boolean {
  const equal = slots.find(
    (slot) => slot.draft === null && agreement(slot.value, draft.known, rules) === "whole",
  );
  if (equal === undefined) return false;
  equal.draft = draft;
  equal.outcome = "unchanged";
  return true;
}

function mostAlike(slots: readonly Slot[], draft: ListDraft, rules: MergeRules): Slot | null {
  let best: Slot | null = null;
  let bestScore = -1;
  const { known } = draft;
  const identity = rules.identityOf(known).filter((key) => Object.hasOwn(known, key));
  if (identity.length === 0) return null;
  for (const slot of slots) {
    if (slot.draft !== null) continue;
    const isSame = identity.every((key) => isAgreed(slot.value[key], known[key], rules));
    const score = isSame ? agreeingFields(slot.value, known, rules) : -1;
    if (score > bestScore) {
      best = slot;
      bestScore = score;
    }
  }
  return best;
}

function newRecord({ known, assumed }: ListDraft, { makeId }: MergeRules): RawRecord {
  const record = { ...assumed, ...known };
  return makeId === undefined || record["id"] !== undefined ? record : { id: makeId(), ...record };
}

/** Whether a value on file is what the file says; a month may stand for a day of it. */
export function isAgreed(
  onFile: unknown,
  known: FieldValue | undefined,
  { areMonthsEnough }: Pick<MergeRules, "areMonthsEnough">,
): boolean {
  if (onFile === known) return true;
  return (
    areMonthsEnough &&
    typeof onFile === "string" &&
    typeof known === "string" &&
    /^\d{4}-\d{2}$/.test(known) &&
    onFile.startsWith(`${known}-`)
  );
}

function agreement(onFile: RawRecord, known: Fields, rules: MergeRules): "whole" | "part" {
  const keys = Object.keys(known);
  return keys.every((key) => isAgreed(onFile[key], known[key], rules)) ? "whole" : "part";
}

function agreeingFields(onFile: RawRecord, known: Fields, rules: MergeRules): number {
  return Object.keys(known).filter((key) => isAgreed(onFile[key], known[key], rules)).length;
}

/** What to write over a record on file: a month does not coarsen the day that is known. */
export function agreedFields(
  onFile: RawRecord,
  known: Fields,
  rules: Pick<MergeRules, "areMonthsEnough">,
): RawRecord {
  return Object.fromEntries(
    Object.entries(known).filter(([key, value]) => !isAgreed(onFile[key], value, rules)),
  );
}
