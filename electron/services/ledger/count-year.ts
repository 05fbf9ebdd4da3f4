import { z } from "zod";
import {
  countPeople,
  type PostsRow,
  type Statistics,
  type StatisticsPerson,
  sumPosts,
} from "../../../shared/bureau/statistics.ts";
import {
  DESK_DECISIONS,
  type DeskDecisionKind,
  deskResultSchema,
} from "../../../shared/bureau/desk-decision.ts";
import type { SAMPLE_SCOPES } from "../../../shared/bureau/sample.ts";
import type { Quota } from "../../../shared/policy/pathway-names.ts";
import { POST_GROUPS } from "../../../shared/records/unit.ts";
import type { DeskResult } from "../../../shared/submission/desk-remarks.ts";
import { type CandidacyBox, candidacyBox, packageBox, places } from "./boxes.ts";
import { bytes, count, type DeskContext } from "./desk-context.ts";

/** Which candidacies a table or a sample is about. */
export type Scope = (typeof SAMPLE_SCOPES)[number];

const CONDITIONS = {
  all: "TRUE",
  accepted: "desk_decisions.kind = 'accepted'",
  passed: "desk_results.outcome = 'passed'",
} as const satisfies Record<Scope, string>;

const row = z.object({
  candidacy_key: z.string(),
  person_key: z.string(),
  quota: z.enum(["counts", "exempt"] satisfies Quota[]),
  sealed: bytes,
  kind: z.enum(DESK_DECISIONS).nullable(),
  result: bytes.nullable(),
});

/** A candidacy as it lies in the ledger, with what was decided. */
export interface ScopedCandidacy extends CandidacyBox {
  readonly personKey: string;
  readonly quota: Quota;
  readonly desk: DeskDecisionKind | null;
  readonly result: DeskResult | null;
}

/** Every candidacy of the newest packages of a year. */
export async function readScope(
  { ledger, seals }: DeskContext,
  year: number,
  scope: Scope,
): Promise<readonly ScopedCandidacy[]> {
  const rows = await ledger.query(
    `SELECT candidacies.candidacy_key, candidacies.person_key, candidacies.quota,
        candidacies.sealed, desk_decisions.kind, desk_results.sealed AS result
      FROM candidacies JOIN packages USING (package_key)
      LEFT JOIN desk_decisions USING (candidacy_key)
      LEFT JOIN desk_results USING (candidacy_key)
      WHERE packages.is_newest AND packages.year = $1 AND ${CONDITIONS[scope]}`,
    [year],
    row,
  );
  return rows.map(({ candidacy_key, person_key, quota, sealed, kind, result }) => ({
    ...seals.open(places.candidacy(candidacy_key), sealed, candidacyBox),
    personKey: person_key,
    quota,
    desk: kind,
    result:
      result === null ? null : seals.open(places.result(candidacy_key), result, deskResultSchema),
  }));
}

export interface YearStatistics extends Statistics {
  /** The day of application that ages and years are counted to; null where nothing came. */
  readonly on: string | null;
  readonly posts: readonly PostsRow[];
  readonly unitsCounted: number;
}

const postRow = z.object({
  post_group: z.enum(POST_GROUPS),
  approved: count.nullable(),
  filled: count,
  special: count,
});
const packageRow = z.object({ package_key: z.string(), sealed: bytes });

/** 专业技术人才基本情况: those put forward, each counted once, and the posts of their units. */
export async function countYear(
  context: DeskContext,
  year: number,
  scope: Scope,
): Promise<YearStatistics> {
  const people = new Map<string, StatisticsPerson>();
  for (const { personKey, figures, candidate } of await readScope(context, year, scope)) {
    if (!people.has(personKey)) people.set(personKey, { ...figures, series: candidate.series });
  }
  const newest = "FROM packages WHERE is_newest AND year = $1";
  const posts = await context.ledger.query(
    `SELECT post_group, approved, filled, special FROM post_uses
      WHERE package_key IN (SELECT package_key ${newest})`,
    [year],
    postRow,
  );
  const sent = await context.ledger.query(
    `SELECT package_key, sealed ${newest} ORDER BY package_key LIMIT 1`,
    [year],
    packageRow,
  );
  const days = sent.map(
    ({ package_key, sealed }) =>
      context.seals.open(places.package(package_key), sealed, packageBox).entry.manifest.cycle
        .applyOn,
  );
  return {
    ...countPeople([...people.values()]),
    on: days[0] ?? null,
    posts: sumPosts(posts.map(({ post_group, ...use }) => ({ group: post_group, ...use }))),
    unitsCounted: posts.length / POST_GROUPS.length,
  };
}
