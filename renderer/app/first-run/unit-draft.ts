import { POST_GROUPS, type PostGroup } from "../../../shared/records/unit.ts";
import {
  EMPTY_PROFILE,
  type ReadUnit,
  readUnitProfile,
  type UnitProfile,
} from "../../widgets/unit-profile.ts";

/** The unit as it is typed in the first run: its profile and the approved posts. */
export interface UnitDraft extends UnitProfile {
  readonly posts: Readonly<Record<PostGroup, string>>;
}

export const EMPTY_UNIT: UnitDraft = {
  ...EMPTY_PROFILE,
  posts: { junior: "", intermediate: "", associateSenior: "", senior: "" },
};

/** A draft as a unit, or what is wrong with it. */
export function readUnitDraft(draft: UnitDraft, id: string): ReadUnit {
  const posts = Object.fromEntries(
    POST_GROUPS.map((group) => [group, toCount(draft.posts[group])]),
  );
  const isAnyKnown = Object.values(posts).some((count) => count !== null);
  return readUnitProfile(draft, { id, posts: isAnyKnown ? posts : null });
}

/** Digits as a number; what is not a number stays a text and is refused by the schema. */
function toCount(typed: string): number | string | null {
  const text = typed.normalize("NFKC").trim();
  if (text === "") return null;
  return /^\d{1,9}$/.test(text) ? Number(text) : text;
}
