import type { Pack } from "./pack.ts";
import { overlappingPacks } from "./pack-shelf.ts";

/** Whether a pack may stand beside those that are there. */

export type PackAdmission =
  | { readonly ok: true }
  /** The very same pack is there. */
  | { readonly ok: false; readonly code: "pack-known"; readonly other: Pack }
  /** Another content under the same id: packages that name the id would mean two things. */
  | { readonly ok: false; readonly code: "pack-id-used"; readonly other: Pack }
  /** In effect on a day on which another of the same publisher is. */
  | { readonly ok: false; readonly code: "pack-overlaps"; readonly other: Pack }
  | { readonly ok: false; readonly code: "pack-dates"; readonly other: null };

/** Decides on a pack. `isSame` compares the whole content. */
export function admitPack(
  pack: Pack,
  shelf: readonly Pack[],
  isSame: (one: Pack, other: Pack) => boolean,
): PackAdmission {
  if (pack.effectiveTo !== null && pack.effectiveTo < pack.effectiveFrom) {
    return { ok: false, code: "pack-dates", other: null };
  }
  const named = shelf.find(({ id }) => id === pack.id);
  if (named !== undefined) {
    return { ok: false, code: isSame(named, pack) ? "pack-known" : "pack-id-used", other: named };
  }
  const overlap = overlappingPacks([...shelf, pack]).find((pair) => pair.includes(pack));
  const other = overlap?.find((one) => one !== pack);
  return other === undefined ? { ok: true } : { ok: false, code: "pack-overlaps", other };
}

/** One sentence for a clerk: why not, and what to do. */
export function describePackAdmission(admission: PackAdmission & { readonly ok: false }): string {
  switch (admission.code) {
    case "pack-known":
      return `政策包“${admission.other.title}”已经有了，内容相同，不必再采用`;
    case "pack-id-used":
      return `编号“${admission.other.id}”已被另一个政策包使用，内容不同；请改用新的编号`;
    case "pack-overlaps": {
      const { title, effectiveFrom, effectiveTo } = admission.other;
      return `与政策包“${title}”（${effectiveFrom}至${effectiveTo ?? "长期"}）的有效期重叠；同一发布机关的政策包不能同时有效，请调整起止日期`;
    }
    case "pack-dates":
      return "失效日期早于生效日期；请改正";
    default:
      return admission satisfies never;
  }
}
