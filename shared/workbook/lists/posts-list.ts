import { formatDay } from "../../calendar/text.ts";
import { openUnit } from "../../policy/evaluate.ts";
import type { Quota } from "../../policy/pathway-names.ts";
import { postHolders, vacancies } from "../../policy/unit-facts.ts";
import { POST_GROUP_LABELS, POST_GROUPS, type PostGroup, postGroupOf } from "../../records/unit.ts";
import { type ListCell, type OfficialList, signatureLine } from "./list.ts";
import { recommendedOf, type RoundSource } from "./round-source.ts";

/** 岗位使用情况表: approved, filled, special and free posts, with the names behind them (promise 25). */
export function postsList(source: RoundSource): OfficialList {
  const { unitFile, cycle, pack } = source;
  const open = openUnit(unitFile, cycle, pack);
  const holders = postHolders(open.people, cycle.applyOn);
  const names = new Map(unitFile.people.map(({ id, name }) => [id, name]));
  const nameAll = (ids: readonly string[]) => sayNames(ids.map((id) => names.get(id) ?? id));
  const isNaming = source.audience === "unit";
  return {
    name: "岗位使用情况表",
    title: `${cycle.year}年度专业技术岗位使用情况表`,
    lines: [[`单位（盖章）：${unitFile.unit.name}`, `统计日期：${formatDay(cycle.applyOn)}`]],
    columns: [
      { heading: "岗位级别", width: 10, kind: "centre" },
      { heading: "岗位等级", width: 16, kind: "centre" },
      { heading: "核定数", width: 8, kind: "number" },
      { group: "常设岗位", heading: "已聘数", width: 8, kind: "number" },
      { group: "常设岗位", heading: "已聘人员", width: 28, kind: "text" },
      { group: "特设岗位", heading: "已聘数", width: 8, kind: "number" },
      { group: "特设岗位", heading: "已聘人员", width: 18, kind: "text" },
      { heading: "空缺数", width: 8, kind: "number" },
      { group: "本次推荐", heading: "占岗位数额", width: 18, kind: "text" },
      { group: "本次推荐", heading: "不占岗位数额", width: 18, kind: "text" },
    ],
    rows: POST_GROUPS.map((group): readonly ListCell[] => {
      const use = open.unit.posts[group];
      return [
        POST_GROUP_LABELS[group],
        pack.parameters["posts.grades"].value[group],
        use.approved ?? "未填写",
        use.filled,
        isNaming ? nameAll(holders[group].regular) : HELD_BACK,
        use.special,
        isNaming ? nameAll(holders[group].special) : HELD_BACK,
        vacancies(use) ?? "无法核对",
        nameRecommended(source, group, "counts"),
        nameRecommended(source, group, "exempt"),
      ];
    }),
    footers: [
      "注：空缺数为核定数减去常设岗位已聘数，负数表示超聘；特设岗位不占常设岗位。",
      signatureLine("填表人", "审核人", "单位负责人"),
    ],
    orientation: "landscape",
  };
}

/** Who holds the posts is the unit's own matter: it does not travel. */
const HELD_BACK = "名单留单位备查";

function nameRecommended(source: RoundSource, group: PostGroup, quota: Quota): string {
  const own = recommendedOf(source).filter(({ candidate: { assessment } }) => {
    const { level } = assessment;
    return level !== null && postGroupOf(level) === group && assessment.quota === quota;
  });
  return sayNames(own.map(({ candidate }) => candidate.person.name));
}

function sayNames(names: readonly string[]): string {
  return names.length === 0 ? "无" : names.join("、");
}
