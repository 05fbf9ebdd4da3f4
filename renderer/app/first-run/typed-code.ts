/** A recovery code as it was typed back. */
export type TypedCode =
  | { readonly state: "incomplete"; readonly typed: number; readonly all: number }
  | { readonly state: "wrong"; readonly groups: readonly number[] }
  | { readonly state: "right" };

const GROUP = 3;

/** Compares a code typed back with the one that was shown, and names the groups (from 1) that differ. */
export function compareCode(typed: string, shown: string): TypedCode {
  const expected = groupsOf(shown, 0);
  const found = groupsOf(typed, expected.length);
  const wrong = found
    .map((group, index) => ({ group, number: index + 1 }))
    .filter(({ group, number }) => {
      const wanted = expected[number - 1] ?? "";
      // The group that is being typed is not wrong yet.
      return number === found.length && group.length < GROUP
        ? !wanted.startsWith(group)
        : group !== wanted;
    })
    .map(({ number }) => number);
  if (wrong.length > 0) return { state: "wrong", groups: wrong };
  const isWhole = found.length === expected.length && found.at(-1)?.length === GROUP;
  return isWhole
    ? { state: "right" }
    : { state: "incomplete", typed: found.length, all: expected.length };
}

/** Set apart by anything but digits; a run without gaps in threes. */
function groupsOf(text: string, expected: number): readonly string[] {
  const apart = text
    .normalize("NFKC")
    .split(/\D+/)
    .filter((part) => part !== "");
  if (expected > 0 && apart.length === expected) return apart;
  if (apart.every((part) => part.length === GROUP)) return apart;
  return apart.join("").match(new RegExp(`\\d{1,${GROUP}}`, "g")) ?? [];
}

/** The groups of a code in lines of six, to be shown and printed. */
export function linesOfCode(code: string): readonly (readonly string[])[] {
  const groups = groupsOf(code, 0);
  return Array.from({ length: Math.ceil(groups.length / 6) }, (_, line) =>
    groups.slice(line * 6, line * 6 + 6),
  );
}
