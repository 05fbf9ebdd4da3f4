import { ONE_LINE_PATHWAYS, type PathwayId, type Quota } from "../policy/pathway-names.ts";
import type { Decision } from "../policy/outcome.ts";
import { DECISION_LABELS, describeQuestion } from "../policy/sentences.ts";
import type { Series } from "../records/series.ts";
import type { Line, TitleLevel } from "../records/title.ts";
import { POST_GROUP_LABELS, POST_GROUPS, type PostGroup, postGroupOf } from "../records/unit.ts";
import { questionKey } from "../submission/recommendation-file.ts";
import {
  CHECK_WEIGHTS,
  type CheckPlace,
  type DeskCheck,
  type DeskCheckCode,
} from "./desk-check.ts";

/** A candidacy of a newest package, as the checks look at it. */
export interface CheckedCandidacy {
  readonly packageId: string;
  readonly unitId: string;
  readonly unitName: string;
  /** The same for one ID number in all units. */
  readonly personKey: string;
  /** False where there is no ID number: then nobody of another unit is compared. */
  readonly isIdentified: boolean;
  readonly personId: string;
  readonly name: string;
  readonly key: string;
  readonly pathway: PathwayId;
  readonly line: Line | null;
  readonly series: Series | null;
  readonly level: TitleLevel | null;
  readonly quota: Quota;
  readonly decision: Decision;
  /** Null where there is no such answer of ours. */
  readonly ownDecision: Decision | null;
}

/** A newest package, as the checks look at it. */
export interface CheckedPackage {
  readonly packageId: string;
  readonly unitName: string;
  readonly isPackKnown: boolean;
  readonly posts: Readonly<
    Record<PostGroup, { readonly approved: number | null; readonly filled: number }>
  >;
  /** Candidates who take up a post. */
  readonly competing: Readonly<Record<PostGroup, number>>;
  /** What the county's catalogue says; `absent` where the unit is not in it, null where there is no catalogue. */
  readonly catalogue: CatalogueEntry | "absent" | null;
  readonly isSaidInCatalogue: boolean;
}

export interface CatalogueEntry {
  readonly name: string;
  readonly posts: Readonly<Record<PostGroup, number | null>> | null;
}

function check(code: DeskCheckCode, text: string, places: readonly CheckPlace[]): DeskCheck {
  return { code, weight: CHECK_WEIGHTS[code], text, places };
}

function placeOf({ packageId, unitName, personId, name, key }: CheckedCandidacy): CheckPlace {
  return { packageId, unitName, personId, name, key };
}

/** What the candidacies of one year say of people who stand in more than one of them. */
export function findPersonChecks(candidacies: readonly CheckedCandidacy[]): readonly DeskCheck[] {
  return [...groupBy(candidacies, ({ personKey }) => personKey).values()].flatMap((own) => [
    ...findTwoUnits(own),
    ...findTwoLines(own),
    ...findTwice(own),
  ]);
}

function findTwoUnits(own: readonly CheckedCandidacy[]): readonly DeskCheck[] {
  const units = [...groupBy(own, ({ unitId }) => unitId).values()].flatMap((some) => some[0] ?? []);
  const [first] = units;
  if (first === undefined || units.length < 2 || !first.isIdentified) return [];
  const names = units.map(({ unitName }) => unitName).join("、");
  const text = `${first.name}（同一身份证号）在${units.length}个单位申报：${names}`;
  return [check("person-in-two-units", text, own.map(placeOf))];
}

function findTwoLines(own: readonly CheckedCandidacy[]): readonly DeskCheck[] {
  const asked = own.filter(({ pathway, line }) => ONE_LINE_PATHWAYS.has(pathway) && line !== null);
  const [first] = asked;
  if (first === undefined || new Set(asked.map(({ line }) => line)).size < 2) return [];
  const text = `${first.name}同年度申报了全省统一职称和基层职称两类，只能保留一类（鲁人社字〔2020〕42号第四条）`;
  return [check("two-lines", text, asked.map(placeOf))];
}

function findTwice(own: readonly CheckedCandidacy[]): readonly DeskCheck[] {
  return [...groupBy(own, questionKey).values()].flatMap((same) => {
    const [first] = same;
    const units = new Set(same.map(({ unitId }) => unitId));
    if (first === undefined || units.size < 2) return [];
    const text = `${first.name}的“${describeQuestion(first)}”由${units.size}个单位同时推荐`;
    return [check("put-forward-twice", text, same.map(placeOf))];
  });
}

/** What one candidacy says by itself. */
export function findCandidacyChecks(candidacy: CheckedCandidacy): readonly DeskCheck[] {
  const { name, decision, ownDecision } = candidacy;
  const places = [placeOf(candidacy)];
  const question = `${name}“${describeQuestion(candidacy)}”`;
  const found: DeskCheck[] = [];
  if (ownDecision !== null && ownDecision !== decision) {
    const text = `${question}：单位审查为“${DECISION_LABELS[decision]}”，本局重新判定为“${DECISION_LABELS[ownDecision]}”`;
    found.push(check("assessment-differs", text, places));
  }
  if (decision !== "eligible") {
    const text = `${question}：比对结论为“${DECISION_LABELS[decision]}”，由单位确认推荐，请核对理由`;
    found.push(check("not-eligible", text, places));
  }
  return found;
}

/** What a package says of its unit as a whole. */
export function findPackageChecks(sent: CheckedPackage): readonly DeskCheck[] {
  const { packageId, unitName } = sent;
  const places = [{ packageId, unitName, personId: null, name: null, key: null }];
  const say = (code: DeskCheckCode, text: string) => check(code, `${unitName}：${text}`, places);
  return [
    ...POST_GROUPS.flatMap((group) => {
      const text = sayExceeded(sent, group);
      return text === null ? [] : [say("quota-exceeded", text)];
    }),
    ...findCatalogueFaults(sent).map(({ code, text }) => say(code, text)),
    ...(sent.isPackKnown
      ? []
      : [say("pack-unknown", "申报日期没有适用的政策包，没有重新判定；请先制定并签发政策包")]),
  ];
}

function sayExceeded({ posts, competing }: CheckedPackage, group: PostGroup): string | null {
  const { approved, filled } = posts[group];
  if (approved === null) return null;
  const free = Math.max(0, approved - filled);
  if (competing[group] <= free) return null;
  return `${POST_GROUP_LABELS[group]}核定${approved}个、已聘${filled}人、空缺${free}个，占岗位数额的推荐了${competing[group]}人`;
}

interface Fault {
  readonly code: DeskCheckCode;
  readonly text: string;
}

function findCatalogueFaults(sent: CheckedPackage): readonly Fault[] {
  const { catalogue, isSaidInCatalogue, unitName } = sent;
  if (catalogue === null) return [];
  if (catalogue === "absent") {
    return isSaidInCatalogue
      ? [{ code: "unit-not-in-catalogue", text: "单位填报在目录内，但基层单位目录清单里没有" }]
      : [];
  }
  const posts = POST_GROUPS.flatMap((group): readonly Fault[] => {
    const approved = catalogue.posts?.[group] ?? null;
    const said = sent.posts[group].approved;
    if (approved === null || said === approved) return [];
    const found = said === null ? "没有填" : `填${said}个`;
    return [
      {
        code: "posts-differ",
        text: `${POST_GROUP_LABELS[group]}岗位目录核定${approved}个，单位${found}`,
      },
    ];
  });
  const name =
    catalogue.name === unitName
      ? []
      : [{ code: "unit-differs" as const, text: `目录清单里的名称是“${catalogue.name}”` }];
  return [...posts, ...name];
}

/** How many candidates of a package take up a post, by group. */
export function countCompeting(
  candidacies: readonly Pick<CheckedCandidacy, "quota" | "level">[],
): Readonly<Record<PostGroup, number>> {
  const counts: Record<PostGroup, number> = {
    junior: 0,
    intermediate: 0,
    associateSenior: 0,
    senior: 0,
  };
  for (const { quota, level } of candidacies) {
    if (quota === "counts" && level !== null) counts[postGroupOf(level)] += 1;
  }
  return counts;
}

function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
