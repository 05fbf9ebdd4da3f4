import { z } from "zod";
import { checkDocument, type Checked } from "../records/document.ts";
import { filledText, id, list, record, text, wholeNumber, year } from "../records/fields.ts";
import type { Report } from "../records/issue.ts";
import { checkUnique } from "../records/person.ts";
import { checkUnit, unitSchema } from "../records/unit.ts";
import { day, instant } from "../submission/fields.ts";
import { bureauProfileSchema } from "../submission/profiles.ts";

/**
 * 基层单位目录清单: the bureau's list of grassroots units, renewed every year and filed by the end of June
 * (威人社字〔2020〕36号 二). A unit outside it has no grassroots line.
 */

export const CATALOGUE_FORMAT = "jiceng.catalogue/1";

const MOST_UNITS = 10_000;
const MOST_VERSIONS = 1_000_000;

const catalogueUnitSchema = record({
  id: id(),
  name: filledText(),
  creditCode: z.string().nullable(),
  address: text(),
  township: text(),
  /** 是否享受乡镇工作补贴; null: not known yet. */
  townshipAllowance: z.boolean().nullable(),
  /** Approved regular posts as the bureau has them on file; null: not known. */
  posts: unitSchema.shape.posts.unwrap(),
  note: text(),
});
export type CatalogueUnit = z.infer<typeof catalogueUnitSchema>;

const contentFields = {
  year: year(),
  county: filledText(),
  /** The day on which it was filed with the city; null: not yet. */
  filedOn: day().nullable(),
  units: list(catalogueUnitSchema, MOST_UNITS),
};
/** A version as it is worked on. */
export const catalogueDraftSchema = record(contentFields);
export type CatalogueDraft = z.infer<typeof catalogueDraftSchema>;

export const catalogueSchema = record({
  format: z.literal(CATALOGUE_FORMAT),
  bureau: bureauProfileSchema,
  /** Counts the versions that a bureau issued: the higher one counts, never the later clock (promise 13). */
  serial: wholeNumber(1, MOST_VERSIONS),
  issuedAt: instant(),
  ...contentFields,
});
export type Catalogue = z.infer<typeof catalogueSchema>;

/** Checks data that claims to be a catalogue; its signature is another matter. */
export function checkCatalogue(data: unknown): Checked<Catalogue> {
  return checkDocument(data, CATALOGUE_FORMAT, catalogueSchema, checkCatalogueUnits);
}

/** Checks that the schema cannot express: credit codes, and no unit twice. */
export function checkCatalogueUnits(
  { units }: Pick<CatalogueDraft, "units">,
  report: Report,
): void {
  for (const [index, unit] of units.entries()) checkUnit(unit, ["units", index], report);
  const at = (field: string) => (index: number) => ["units", index, field];
  checkUnique(units, (unit) => unit.id, at("id"), "catalogue.duplicate", report);
  checkUnique(units, (unit) => unit.creditCode, at("creditCode"), "catalogue.duplicate", report);
}

/** Who is asked for: by credit code where both sides know it, else by id, else by name. */
export function findInCatalogue(
  units: readonly CatalogueUnit[],
  asked: Pick<CatalogueUnit, "id" | "name" | "creditCode">,
): CatalogueUnit | null {
  const { creditCode } = asked;
  const byCode =
    creditCode === null ? undefined : units.find((unit) => unit.creditCode === creditCode);
  return (
    byCode ??
    units.find((unit) => unit.id === asked.id) ??
    units.find(
      (unit) =>
        foldName(unit.name) === foldName(asked.name) &&
        (unit.creditCode === null || creditCode === null),
    ) ??
    null
  );
}

function foldName(name: string): string {
  return name.normalize("NFKC").replaceAll(/\s/g, "");
}

export const CATALOGUE_CHANGES = [
  "added",
  "removed",
  "renamed",
  "moved",
  "allowance",
  "posts",
  "code",
] as const;
export type CatalogueChangeKind = (typeof CATALOGUE_CHANGES)[number];
export const CATALOGUE_CHANGE_LABELS = {
  added: "新列入",
  removed: "移出",
  renamed: "更名",
  moved: "地址变更",
  allowance: "乡镇工作补贴变更",
  posts: "核定岗位变更",
  code: "统一社会信用代码变更",
} as const satisfies Record<CatalogueChangeKind, string>;

export interface CatalogueChange {
  readonly kind: CatalogueChangeKind;
  /** As it is now; of a unit that was removed as it was. */
  readonly unit: CatalogueUnit;
  readonly before: CatalogueUnit | null;
}

/** What is different from the version before, unit by unit; a unit with two differences stands there twice. */
export function changesOf(
  before: readonly CatalogueUnit[],
  after: readonly CatalogueUnit[],
): readonly CatalogueChange[] {
  const kept = new Set<CatalogueUnit>();
  const changes = after.flatMap((unit): readonly CatalogueChange[] => {
    const old = findInCatalogue(before, unit);
    if (old === null) return [{ kind: "added", unit, before: null }];
    kept.add(old);
    return kindsOf(old, unit).map((kind) => ({ kind, unit, before: old }));
  });
  const removed = before
    .filter((unit) => !kept.has(unit))
    .map((unit): CatalogueChange => ({ kind: "removed", unit, before: unit }));
  return [...changes, ...removed];
}

function kindsOf(old: CatalogueUnit, unit: CatalogueUnit): readonly CatalogueChangeKind[] {
  const kinds: CatalogueChangeKind[] = [];
  if (foldName(old.name) !== foldName(unit.name)) kinds.push("renamed");
  if (old.address !== unit.address || old.township !== unit.township) kinds.push("moved");
  if (old.townshipAllowance !== unit.townshipAllowance) kinds.push("allowance");
  if (JSON.stringify(old.posts) !== JSON.stringify(unit.posts)) kinds.push("posts");
  if (old.creditCode !== unit.creditCode) kinds.push("code");
  return kinds;
}

/** Next year's version to begin with: the same units, not filed yet. */
export function nextCatalogue(last: CatalogueDraft, nextYear: number): CatalogueDraft {
  const { county, units } = last;
  return { year: nextYear, county, filedOn: null, units };
}
