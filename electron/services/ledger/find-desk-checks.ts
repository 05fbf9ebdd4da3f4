import { z } from "zod";
import type { DeskCheck } from "../../../shared/bureau/desk-check.ts";
import {
  type CheckedCandidacy,
  countCompeting,
  findCandidacyChecks,
  findPackageChecks,
  findPersonChecks,
} from "../../../shared/bureau/find-checks.ts";
import type { Quota } from "../../../shared/policy/pathway-names.ts";
import { POST_GROUPS, type PostGroup } from "../../../shared/records/unit.ts";
import { titleLevelSchema } from "../../../shared/records/title.ts";
import { DECISIONS } from "../../../shared/submission/recommendation-file.ts";
import { candidacyBox, packageBox, places } from "./boxes.ts";
import { bytes, count, type DeskContext } from "./desk-context.ts";
import { isPackKnown } from "./own-assessments.ts";
import { NONE } from "./package-rows.ts";

/** The checks over all newest packages of a year; the database finds whom they are about. */

const NEWEST = "JOIN packages USING (package_key) WHERE packages.is_newest AND packages.year = $1";

const candidacyRow = z.object({
  candidacy_key: z.string(),
  person_key: z.string(),
  is_identified: z.boolean(),
  quota: z.enum(["counts", "exempt"] satisfies Quota[]),
  own_decision: z.enum([...DECISIONS, NONE]),
  sealed: bytes,
});
type CandidacyRow = z.infer<typeof candidacyRow>;

const CANDIDACY = `SELECT candidacy_key, person_key, is_identified, quota, own_decision,
  candidacies.sealed FROM candidacies ${NEWEST}`;

/** What a clerk should look at across units, and of each unit: few, whatever the number of candidacies. */
export async function findSharedChecks(
  context: DeskContext,
  year: number,
  packageId: string | null = null,
): Promise<readonly DeskCheck[]> {
  const { ledger, seals } = context;
  const only = packageId === null ? "" : seals.hash("package", packageId);
  const shared = await ledger.query(
    `${CANDIDACY} AND person_key IN (
      SELECT person_key FROM candidacies ${NEWEST} AND ($2 = '' OR person_key IN (
        SELECT person_key FROM candidacies WHERE package_key = $2))
      GROUP BY person_key
      HAVING count(DISTINCT packages.unit_key) > 1 OR count(DISTINCT candidacies.line) > 1)
    ORDER BY person_key, candidacy_key`,
    [year, only],
    candidacyRow,
  );
  return [
    ...findPersonChecks(shared.map((row) => openCandidacy(context, row))),
    ...(await findUnitChecks(context, year, only)),
  ];
}

/** Our assessment decides otherwise, or the person is not found eligible; `none`: there is no answer of ours. */
const DIFFERS = `own_decision NOT IN (decision, '${NONE}')`;
const SINGLE = `(${DIFFERS} OR decision <> 'eligible')`;

/** What single candidacies say, of a year or of one package: differing answers first, no more than `most`. */
export async function findSingleChecks(
  context: DeskContext,
  year: number,
  { packageId, most }: { readonly packageId: string | null; readonly most: number },
): Promise<readonly DeskCheck[]> {
  const only = packageId === null ? "" : context.seals.hash("package", packageId);
  const rows = await context.ledger.query(
    `${CANDIDACY} AND ($2 = '' OR package_key = $2) AND ${SINGLE}
    ORDER BY ${DIFFERS} DESC, package_key, candidacy_key LIMIT $3`,
    [year, only, most],
    candidacyRow,
  );
  return rows.flatMap((row) => findCandidacyChecks(openCandidacy(context, row)));
}

/** How many checks single candidacies of a package give. */
export interface SingleCounts {
  readonly conflict: number;
  readonly notice: number;
}

const singleRow = z.object({ package_key: z.string(), conflict: count, notice: count });

/** The counts of `findSingleChecks` by the keyed hash of each package, by the database alone. */
export async function countSingleChecks(
  { ledger }: Pick<DeskContext, "ledger">,
  year: number,
): Promise<ReadonlyMap<string, SingleCounts>> {
  const rows = await ledger.query(
    `SELECT package_key, count(*) FILTER (WHERE ${DIFFERS})::int AS conflict,
        count(*) FILTER (WHERE decision <> 'eligible')::int AS notice
      FROM candidacies ${NEWEST} AND ${SINGLE} GROUP BY package_key`,
    [year],
    singleRow,
  );
  return new Map(rows.map(({ package_key, ...counts }) => [package_key, counts]));
}

function openCandidacy({ seals }: DeskContext, row: CandidacyRow): CheckedCandidacy {
  const box = seals.open(places.candidacy(row.candidacy_key), row.sealed, candidacyBox);
  const { packageId, unitId, unitName, key, name, candidate } = box;
  const { personId, pathway, line, series, level, decision } = candidate;
  return {
    packageId,
    unitId,
    unitName,
    key,
    name,
    personId,
    pathway,
    line,
    series,
    level,
    decision,
    personKey: row.person_key,
    isIdentified: row.is_identified,
    quota: row.quota,
    ownDecision: row.own_decision === NONE ? null : row.own_decision,
  };
}

const packageRow = z.object({ package_key: z.string(), own_pack: z.string(), sealed: bytes });
const postRow = z.object({
  package_key: z.string(),
  post_group: z.enum(POST_GROUPS),
  approved: count.nullable(),
  filled: count,
});
const competingRow = z.object({
  package_key: z.string(),
  level: z.enum([...titleLevelSchema.options, NONE]),
  competing: count,
});

async function findUnitChecks(
  context: DeskContext,
  year: number,
  only: string,
): Promise<readonly DeskCheck[]> {
  const { ledger, seals } = context;
  const sent = await ledger.query(
    `SELECT package_key, own_pack, sealed FROM packages
      WHERE is_newest AND year = $1 AND ($2 = '' OR package_key = $2)`,
    [year, only],
    packageRow,
  );
  const posts = groupRows(
    await ledger.query(
      `SELECT package_key, post_group, approved, filled FROM post_uses ${NEWEST}
        AND ($2 = '' OR package_key = $2)`,
      [year, only],
      postRow,
    ),
  );
  const competing = groupRows(
    await ledger.query(
      `SELECT package_key, level, count(*)::int AS competing FROM candidacies ${NEWEST}
        AND quota = 'counts' AND ($2 = '' OR package_key = $2) GROUP BY package_key, level`,
      [year, only],
      competingRow,
    ),
  );
  const catalogue = await context.catalogueOf(year);
  return sent.flatMap(({ package_key, own_pack, sealed }) => {
    const box = seals.open(places.package(package_key), sealed, packageBox);
    const { id, unit } = box.entry.manifest;
    return findPackageChecks({
      packageId: id,
      unitName: unit.name,
      isPackKnown: isPackKnown(own_pack),
      posts: postsOf(posts.get(package_key) ?? []),
      competing: competingOf(competing.get(package_key) ?? []),
      catalogue: catalogue === null ? null : (catalogue.findUnit(unit) ?? "absent"),
      isSaidInCatalogue: box.isSaidInCatalogue,
    });
  });
}

function postsOf(rows: readonly z.infer<typeof postRow>[]) {
  const use = (group: PostGroup) => {
    const row = rows.find(({ post_group }) => post_group === group);
    return { approved: row?.approved ?? null, filled: row?.filled ?? 0 };
  };
  return {
    junior: use("junior"),
    intermediate: use("intermediate"),
    associateSenior: use("associateSenior"),
    senior: use("senior"),
  };
}

function competingOf(rows: readonly z.infer<typeof competingRow>[]) {
  return countCompeting(
    rows.flatMap(({ level, competing }) =>
      level === NONE
        ? []
        : Array.from({ length: competing }, () => ({ quota: "counts" as const, level })),
    ),
  );
}

function groupRows<Row extends { readonly package_key: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.package_key);
    if (group === undefined) groups.set(row.package_key, [row]);
    else group.push(row);
  }
  return groups;
}
