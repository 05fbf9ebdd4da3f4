import { EDUCATION_LEVEL_LABELS } from "../../records/education.ts";
import { SEX_LABELS } from "../../records/person.ts";
import { type Candidate, heldTitle, highestEducation, type ListSource } from "./candidates.ts";
import type { ListCell, OfficialList } from "./list.ts";
import { questionCells } from "./question-cells.ts";
import { withoutNumbers } from "./without-numbers.ts";

/**
 * 公示表. It hangs on a wall: of a person it says no more than is needed to object, and no ID number,
 * no telephone number and no day of birth (个人信息保护法 第六条, 第二十五条; promise 30).
 */

/** The days on which the notice hangs, as written; left blank for handwriting unless given. */
export interface PublicityPeriod {
  readonly from: string;
  readonly to: string;
  readonly places?: readonly string[] | undefined;
  /** Who takes objections: a room or an office; numbers are taken out. */
  readonly contact?: string | undefined;
}

/** The notice of those put forward, in the order given. */
export function publicityList(
  { unitFile, cycle }: ListSource,
  candidates: readonly Candidate[],
  period?: PublicityPeriod,
): OfficialList {
  const { name } = unitFile.unit;
  const days = period === undefined ? "\u3000".repeat(12) : `${period.from}至${period.to}`;
  return {
    name: "公示表",
    title: `${cycle.year}年度职称申报推荐人员公示表`,
    lines: [[`单位：${withoutNumbers(name)}`, `公示时间：${days}`]],
    columns: [
      { heading: "序号", width: 6, kind: "centre" },
      { heading: "姓名", width: 10, kind: "centre" },
      { heading: "性别", width: 6, kind: "centre" },
      { heading: "出生年月", width: 11, kind: "centre" },
      { heading: "学历", width: 13, kind: "centre" },
      { heading: "现职称", width: 14, kind: "centre" },
      { heading: "职称取得时间", width: 14, kind: "centre" },
      { heading: "聘任时间", width: 12, kind: "centre" },
      { heading: "申报系列", width: 13, kind: "centre" },
      { heading: "申报级别", width: 10, kind: "centre" },
      { heading: "申报类别", width: 13, kind: "centre" },
      { heading: "申报通道", width: 18, kind: "centre" },
      { heading: "备注", width: 12, kind: "text" },
    ],
    rows: candidates.map((candidate, index) => [index + 1, ...cellsOf(candidate)]),
    footers: [
      ...placeLines(period),
      "公示期内对以上人员有异议的，请以书面形式向本单位反映，并写明具体事实；反映人信息予以保密。",
      `（单位盖章）${"\u3000".repeat(10)}年${"\u3000".repeat(2)}月${"\u3000".repeat(2)}日`,
    ],
    orientation: "landscape",
  };
}

function placeLines(period: PublicityPeriod | undefined): readonly string[] {
  const places = (period?.places ?? []).map(withoutNumbers).join("、");
  const contact = withoutNumbers(period?.contact ?? "").trim();
  return [
    ...(places === "" ? [] : [`公示地点：${places}`]),
    ...(contact === "" ? [] : [`受理异议：${contact}`]),
  ];
}

function cellsOf(candidate: Candidate): readonly ListCell[] {
  const { person, assessment } = candidate;
  const education = highestEducation(candidate);
  const held = heldTitle(candidate);
  return [
    withoutNumbers(person.name),
    SEX_LABELS[person.sex],
    person.birthDate.slice(0, "1984-05".length),
    education === null ? null : EDUCATION_LEVEL_LABELS[education.level],
    held === null ? "无" : withoutNumbers(held.title.name),
    held?.title.obtainedOn ?? null,
    held?.appointedOn ?? null,
    ...questionCells(assessment),
    null,
  ];
}
