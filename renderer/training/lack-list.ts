import type { OfficialList } from "../../shared/workbook/lists/list.ts";
import type { Lack } from "./matrix.ts";
import type { HoursAsked } from "./year-hours.ts";

/** 学时未学满人员名单, for the notice board or the telephone. It bears no ID number. */
export function lackList(
  lacks: readonly Lack[],
  { total, public: publicHours, professional }: HoursAsked,
  about: { readonly unitName: string; readonly on: string },
): OfficialList {
  const name = "学时未学满人员名单";
  const pair = (group: string) => [
    { group, heading: "已学", width: 8, kind: "number" as const },
    { group, heading: "还差", width: 8, kind: "number" as const },
  ];
  return {
    name,
    title: `专业技术人员继续教育${name}`,
    lines: [[`单位：${about.unitName}`, `计量单位：学时；统计日期：${about.on}`]],
    columns: [
      { heading: "序号", width: 6, kind: "centre" },
      { heading: "姓名", width: 12, kind: "centre" },
      { heading: "年度", width: 8, kind: "centre" },
      ...pair("合计"),
      ...pair("公需科目"),
      ...pair("专业科目"),
      { heading: "还需学习", width: 10, kind: "number" },
    ],
    rows: lacks.map(({ person, hours }, index) => [
      index + 1,
      person.name,
      String(hours.year),
      ...[hours.total, hours.public, hours.professional].flatMap(({ done, missing }) => [
        done,
        missing,
      ]),
      hours.missing,
    ]),
    footers: [
      `注：每年不少于${total}学时，其中公需科目不少于${publicHours}学时、专业科目不少于${professional}学时。`,
    ],
    orientation: "portrait",
  };
}
