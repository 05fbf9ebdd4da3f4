import { randomInt } from "node:crypto";

/**
 * The recovery code: 24 groups of 3 digits, written down by hand and kept in a safe.
 *
 * Digits alone, since they are read out and taken down alike in every dialect and on every keyboard. Each
 * group is two random digits and a check digit (H. M. Damm's quasigroup: every wrong digit and every two
 * neighbours exchanged are noticed) that starts from the group's place, so that the group that is wrong, or
 * stands where another belongs, can be named. 48 random digits are 159 bits.
 */

const GROUPS = 24;
const RANDOM_DIGITS = 2;
const GROUP_DIGITS = RANDOM_DIGITS + 1;
const GROUPS_A_LINE = 6;

/** Damm's quasigroup of order 10, totally anti-symmetric, zeros on its diagonal. */
const QUASIGROUP = [
  "0317598642",
  "7092154863",
  "4206871359",
  "1750983426",
  "6123045978",
  "3674209581",
  "5869720134",
  "8945362017",
  "9438617205",
  "2581436790",
] as const;

/** A code as it was typed: its 72 digits, or the groups (from 1) that cannot be right. */
export type TypedRecoveryCode =
  | { readonly ok: true; readonly digits: string }
  | { readonly ok: false; readonly code: "recovery-length"; readonly found: number }
  | { readonly ok: false; readonly code: "recovery-groups"; readonly groups: readonly number[] };

/** A new recovery code of 24 groups, in lines of six. */
export function createRecoveryCode(): string {
  const groups = Array.from({ length: GROUPS }, (_, place) => {
    const random = String(randomInt(10 ** RANDOM_DIGITS)).padStart(RANDOM_DIGITS, "0");
    return random + checkDigitOf(random, place);
  });
  return formatGroups(groups);
}

function formatGroups(groups: readonly string[]): string {
  const lines = Array.from({ length: GROUPS / GROUPS_A_LINE }, (_, line) =>
    groups.slice(line * GROUPS_A_LINE, (line + 1) * GROUPS_A_LINE).join(" "),
  );
  return lines.join("\n");
}

/** Reads a code as somebody typed it: with any blanks, hyphens or line breaks, or none; full-width digits too. */
export function readRecoveryCode(typed: string): TypedRecoveryCode {
  const groups = groupsOf(typed);
  if (groups.length !== GROUPS) return { ok: false, code: "recovery-length", found: groups.length };
  const wrong = groups.flatMap((group, place) => (isGroup(group, place) ? [] : [place + 1]));
  if (wrong.length > 0) return { ok: false, code: "recovery-groups", groups: wrong };
  return { ok: true, digits: groups.join("") };
}

/** The groups as they were set apart; where they were not, the digits in threes. */
function groupsOf(typed: string): readonly string[] {
  const folded = typed.normalize("NFKC");
  const apart = folded.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== "");
  if (apart.length === GROUPS) return apart;
  const run = apart.join("");
  return run.match(new RegExp(`.{1,${GROUP_DIGITS}}`, "gu")) ?? [];
}

function isGroup(group: string, place: number): boolean {
  return /^\d{3}$/.test(group) && checkDigitOf(group, place) === "0";
}

/** Over the random digits: their check digit. Over a whole group: 0 where it is right. */
function checkDigitOf(digits: string, place: number): string {
  let interim = String(place % 10);
  for (const digit of digits) interim = QUASIGROUP[Number(interim)]?.[Number(digit)] ?? "";
  return interim;
}
