import {
  type Catalogue,
  type CatalogueDraft,
  type CatalogueUnit,
  findInCatalogue,
  nextCatalogue,
} from "../../shared/bureau/catalogue.ts";

/** The versions of the catalogue, year by year. */

export interface CatalogueState {
  readonly drafts: readonly CatalogueDraft[];
  readonly issued: readonly Catalogue[];
}

/** One year's version as the page shows it. */
export interface Version {
  readonly draft: CatalogueDraft;
  /** What was issued last for this year; null: nothing yet. */
  readonly issued: Catalogue | null;
  /** Whether it is worked on, and differs from what was issued. */
  readonly isOpen: boolean;
  /** The version before: of the year before, or null for the first. */
  readonly before: CatalogueDraft | null;
}

/** The years that have a version, and the one that can be begun. */
export function yearsOf({ drafts, issued }: CatalogueState, thisYear: number): readonly number[] {
  const years = new Set([...drafts, ...issued].map(({ year }) => year));
  years.add(thisYear);
  return [...years].toSorted((a, b) => b - a);
}

/** A year's version; null where it was not begun. */
export function versionOf(state: CatalogueState, year: number): Version | null {
  const issued = lastIssued(state, year);
  const open = state.drafts.find((draft) => draft.year === year) ?? null;
  const draft = open ?? (issued === null ? null : draftOf(issued));
  if (draft === null) return null;
  return { draft, issued, isOpen: open !== null, before: versionBefore(state, year) };
}

/** What a year's version begins with: last year's, or nothing. */
export function beginVersion(state: CatalogueState, year: number, county: string): CatalogueDraft {
  const before = versionBefore(state, year);
  return before === null ? { year, county, filedOn: null, units: [] } : nextCatalogue(before, year);
}

function versionBefore(state: CatalogueState, year: number): CatalogueDraft | null {
  const years = yearsOf(state, year).filter((one) => one < year);
  for (const one of years) {
    const issued = lastIssued(state, one);
    const draft = state.drafts.find((open) => open.year === one) ?? null;
    if (issued !== null) return draftOf(issued);
    if (draft !== null) return draft;
  }
  return null;
}

function lastIssued({ issued }: CatalogueState, year: number): Catalogue | null {
  const ofYear = issued.filter((one) => one.year === year);
  return ofYear.toSorted((a, b) => b.serial - a.serial)[0] ?? null;
}

function draftOf({ year, county, filedOn, units }: Catalogue): CatalogueDraft {
  return { year, county, filedOn, units };
}

/** The units with one put in the place of the one of its id, or behind all. */
export function putUnit(draft: CatalogueDraft, unit: CatalogueUnit): CatalogueDraft {
  const isThere = draft.units.some(({ id }) => id === unit.id);
  const units = isThere
    ? draft.units.map((one) => (one.id === unit.id ? unit : one))
    : [...draft.units, unit];
  return { ...draft, units };
}

export function removeUnit(draft: CatalogueDraft, id: string): CatalogueDraft {
  return { ...draft, units: draft.units.filter((unit) => unit.id !== id) };
}

export interface Merged {
  readonly draft: CatalogueDraft;
  readonly added: number;
  readonly changed: number;
}

/** Units of a list put into a version: those that are there are brought up to date, none is removed. */
export function mergeUnits(
  draft: CatalogueDraft,
  listed: readonly Omit<CatalogueUnit, "id">[],
  newId: () => string,
): Merged {
  let merged = draft;
  let added = 0;
  let changed = 0;
  for (const unit of listed) {
    const there = findInCatalogue(merged.units, { ...unit, id: "" });
    const next =
      there === null
        ? { ...unit, id: newId() }
        : {
            ...there,
            ...unit,
            creditCode: unit.creditCode ?? there.creditCode,
            township: unit.township === "" ? there.township : unit.township,
            townshipAllowance: unit.townshipAllowance ?? there.townshipAllowance,
            posts: there.posts,
          };
    if (there !== null && JSON.stringify(next) === JSON.stringify(there)) continue;
    if (there === null) added += 1;
    else changed += 1;
    merged = putUnit(merged, next);
  }
  return { draft: merged, added, changed };
}
