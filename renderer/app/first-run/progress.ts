import { EMPTY_UNIT, type UnitDraft } from "./unit-draft.ts";

/**
 * How far the first run has come before there are keys. It lies in clear beside the browser's profile, so
 * only what is public stands in it: the unit, never the clerk's name (promise 15).
 */
export interface FirstRunProgress {
  /** `bureau`: this computer belongs to 县级人社局. */
  readonly way: "own" | "trial" | "bureau" | null;
  readonly unit: UnitDraft;
  /** The unit's page was left with everything right. */
  readonly isUnitDone: boolean;
}

export const NO_PROGRESS: FirstRunProgress = { way: null, unit: EMPTY_UNIT, isUnitDone: false };

export type FirstRunStep = "welcome" | "unit" | "passphrase";

/** Where a first run that was broken off goes on. */
export function stepOf({ way, isUnitDone }: FirstRunProgress): FirstRunStep {
  if (way === null) return "welcome";
  return way === "own" && !isUnitDone ? "unit" : "passphrase";
}

/** Which step of how many after the welcome, where the way is chosen; only a clerk's own unit is described first. */
export function countSteps(
  { way }: Pick<FirstRunProgress, "way">,
  step: Exclude<FirstRunStep, "welcome"> | "code" | "rehearsal",
): { readonly at: number; readonly all: number } {
  const own = { unit: 1, passphrase: 2, code: 3, rehearsal: 4 }[step];
  return way === "own" || way === null ? { at: own, all: 4 } : { at: own - 1, all: 3 };
}

const PLACE = "jiceng.firstRun";
const WAYS = ["own", "trial", "bureau"] as const;
type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** What was kept; a damaged note is as good as none. */
export function readProgress(shelf: Shelf): FirstRunProgress {
  try {
    const kept = JSON.parse(shelf.getItem(PLACE) ?? "null") as Partial<FirstRunProgress> | null;
    if (kept === null || typeof kept !== "object") return NO_PROGRESS;
    const way = WAYS.find((one) => one === kept.way) ?? null;
    const posts = { ...EMPTY_UNIT.posts, ...kept.unit?.posts };
    const unit = { ...EMPTY_UNIT, ...kept.unit, posts };
    return { way, unit, isUnitDone: kept.isUnitDone === true };
  } catch {
    return NO_PROGRESS;
  }
}

export function keepProgress(shelf: Shelf, progress: FirstRunProgress): void {
  shelf.setItem(PLACE, JSON.stringify(progress));
}

export function dropProgress(shelf: Shelf): void {
  shelf.removeItem(PLACE);
}
