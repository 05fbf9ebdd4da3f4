import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { checklistFor, drawItems } from "../../../shared/bureau/draw-sample.ts";
import { type Sample, type SampleMember, sampleSchema } from "../../../shared/bureau/sample.ts";
import { describeQuestion } from "../../../shared/policy/sentences.ts";
import { questionKey } from "../../../shared/submission/recommendation-file.ts";
import { sha256Hex } from "../packages/pack-digest.ts";
import { type CandidacyBox, places } from "./boxes.ts";
import { readScope, type Scope } from "./count-year.ts";
import { bytes, count, type DeskContext } from "./desk-context.ts";
import { readKeptPackage } from "./view-package.ts";

/** 抽查: samples with their checklists. */

export const SAMPLE_FAULTS = {
  "sample-empty": "这个范围里没有可抽查的申报人；请换一个年度或范围",
  "sample-unknown": "台账里没有这次抽查；请刷新后重试",
  "checklist-unknown": "这次抽查里没有这张核查表；请刷新后重试",
  "checklist-changed": "另一台业务台刚刚填了这张核查表，没有覆盖它；请看过最新的内容后再填",
  "items-changed": "核查表的项目与抽取时不同，没有保存；请刷新后重新填写",
} as const;
export type SampleFault = keyof typeof SAMPLE_FAULTS;

export interface SampleWish {
  readonly id: string;
  readonly year: number;
  readonly scope: Scope;
  readonly size: number;
  readonly seed: number;
  readonly by: string;
  /** An instant. */
  readonly at: string;
}

type SampleRefusal = { readonly ok: false; readonly code: SampleFault };

/** Draws a sample and keeps it. */
export async function drawSample(
  context: DeskContext,
  { id, year, scope, size, seed, by, at }: SampleWish,
): Promise<{ readonly ok: true; readonly sample: Sample } | SampleRefusal> {
  const population = new Map(
    (await readScope(context, year, scope)).map((box) => [`${box.unitId} ${box.key}`, box]),
  );
  if (population.size === 0) return { ok: false, code: "sample-empty" };
  const keys = [...population.keys()].toSorted();
  const drawn = drawItems(keys, size, seed).flatMap((key) => population.get(key) ?? []);
  const members: SampleMember[] = [];
  for (const box of drawn) members.push(await memberOf(context, box));
  const sample: Sample = {
    id,
    year,
    scope,
    seed,
    size,
    population: keys.length,
    populationSha256: sha256Hex(keys.join("\n")),
    drawnAt: at,
    by,
    members,
  };
  const key = context.seals.hash("sample", id);
  await context.ledger.run(
    `INSERT INTO samples (sample_key, year, drawn_order, sealed)
      VALUES ($1, $2, (SELECT COALESCE(max(drawn_order), 0) + 1 FROM samples), $3)`,
    [key, year, context.seals.seal(places.sample(key), sample)],
  );
  return { ok: true, sample };
}

async function memberOf(
  context: DeskContext,
  { packageId, unitName, key, name, candidate }: CandidacyBox,
): Promise<SampleMember> {
  const kept = await readKeptPackage(context, packageId);
  const answers = kept?.contents.assessments.people.find(
    ({ personId }) => personId === candidate.personId,
  );
  const asked = answers?.assessments.find((one) => questionKey(one) === questionKey(candidate));
  if (asked === undefined) throw new Error("a candidate without an assessment");
  return {
    packageId,
    key,
    unitName,
    name,
    question: describeQuestion(candidate),
    items: [...checklistFor(asked)],
    checkedBy: null,
    checkedAt: null,
  };
}

const sampleRow = z.object({ sample_key: z.string(), sealed: bytes, drawn_order: count });

/** Every sample, the latest first. */
export async function listSamples({
  ledger,
  seals,
}: Pick<DeskContext, "ledger" | "seals">): Promise<readonly Sample[]> {
  const rows = await ledger.query(
    "SELECT sample_key, sealed, drawn_order FROM samples ORDER BY drawn_order DESC",
    [],
    sampleRow,
  );
  return rows.map((row) => openSample(seals, row));
}

function openSample({ open }: Pick<DeskContext["seals"], "open">, row: z.infer<typeof sampleRow>) {
  return open(places.sample(row.sample_key), row.sealed, sampleSchema);
}

export interface FilledChecklist {
  readonly sampleId: string;
  /** The member as the clerk saw it. */
  readonly before: SampleMember;
  readonly items: SampleMember["items"];
  readonly by: string;
  /** An instant. */
  readonly at: string;
}

/** Keeps the checklist of one member; refused where another desk has filled it in since. */
export async function putChecklist(
  { ledger, seals }: Pick<DeskContext, "ledger" | "seals">,
  { sampleId, before, items, by, at }: FilledChecklist,
): Promise<{ readonly ok: true; readonly sample: Sample } | SampleRefusal> {
  const key = seals.hash("sample", sampleId);
  return ledger.transaction(async ({ query, run }) => {
    const [row] = await query(
      "SELECT sample_key, sealed, drawn_order FROM samples WHERE sample_key = $1 FOR UPDATE",
      [key],
      sampleRow,
    );
    if (row === undefined) return { ok: false, code: "sample-unknown" };
    const sample = openSample(seals, row);
    const place = sample.members.findIndex((one) => isSameMember(one, before));
    const onFile = sample.members[place];
    if (onFile === undefined) return { ok: false, code: "checklist-unknown" };
    if (!isDeepStrictEqual(onFile, before)) return { ok: false, code: "checklist-changed" };
    if (!isDeepStrictEqual(questionsOf(onFile.items), questionsOf(items))) {
      return { ok: false, code: "items-changed" };
    }
    const filled = { ...onFile, items, checkedBy: by, checkedAt: at };
    const next = { ...sample, members: sample.members.with(place, filled) };
    await run("UPDATE samples SET sealed = $2 WHERE sample_key = $1", [
      key,
      seals.seal(places.sample(key), next),
    ]);
    return { ok: true, sample: next };
  });
}

function isSameMember(one: SampleMember, other: SampleMember): boolean {
  return one.packageId === other.packageId && one.key === other.key;
}

/** What drawing decided of a checklist: everything but the answers. */
function questionsOf(items: SampleMember["items"]) {
  return items.map(({ code, text }) => [code, text]);
}
