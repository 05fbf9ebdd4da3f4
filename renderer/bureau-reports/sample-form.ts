import { HIGHEST_SEED, type CheckItem, type SampleMember } from "../../shared/bureau/sample.ts";
import { cleanText } from "../../shared/workbook/text.ts";

/** Drawing a sample, and filling in its checklists. */

const MOST_DRAWN = 10_000;
const WHOLE = /^\d{1,10}$/;

/** How many to draw; null where it is no number from 1 to 10,000. */
export function readSize(text: string): number | null {
  const number = readWhole(text);
  return number !== null && number >= 1 && number <= MOST_DRAWN ? number : null;
}

export type SeedReading =
  | { readonly ok: true; readonly seed: number | null }
  | { readonly ok: false };

/** The seed as typed; nothing leaves it to chance. */
export function readSeed(text: string): SeedReading {
  if (text.trim() === "") return { ok: true, seed: null };
  const seed = readWhole(text);
  return seed === null || seed > HIGHEST_SEED ? { ok: false } : { ok: true, seed };
}

function readWhole(text: string): number | null {
  const trimmed = text.trim();
  return WHOLE.test(trimmed) ? Number(trimmed) : null;
}

export type MemberState = "notChecked" | "clean" | "doubtful";

/** Where a checklist stands: true only once every item is. */
export function stateOfMember({ items }: Pick<SampleMember, "items">): MemberState {
  if (items.some(({ isMet }) => isMet === false)) return "doubtful";
  return items.some(({ isMet }) => isMet === null) ? "notChecked" : "clean";
}

/** How many items of a checklist say no. */
export function countDoubts(items: readonly CheckItem[]): number {
  return items.filter(({ isMet }) => isMet === false).length;
}

/** How many members are looked at to the end. */
export function countChecked(members: readonly SampleMember[]): number {
  return members.filter(({ items }) => items.every(({ isMet }) => isMet !== null)).length;
}

/** The first item that says no without saying why; null for none. */
export function findUnexplained(items: readonly CheckItem[]): CheckItem | null {
  return items.find(({ isMet, note }) => isMet === false && cleanText(note) === "") ?? null;
}

/** The items with every unanswered one answered yes. */
export function answerRest(items: readonly CheckItem[]): readonly CheckItem[] {
  return items.map((item) => (item.isMet === null ? { ...item, isMet: true } : item));
}

/** The items as they are kept: notes without blanks around them. */
export function tidyItems(items: readonly CheckItem[]): CheckItem[] {
  return items.map((item) => ({ ...item, note: cleanText(item.note) }));
}

/** The member to look at after one: the next that is not looked at to the end, from there on and around. */
export function nextMember(members: readonly SampleMember[], at: number): number {
  const order = members.map((_, step) => (at + 1 + step) % members.length);
  const open = order.find((index) => members[index]?.items.some(({ isMet }) => isMet === null));
  return open ?? at;
}
