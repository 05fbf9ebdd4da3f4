import { formatDay } from "../../shared/calendar/text.ts";
import type { Assessment } from "../../shared/policy/assessment.ts";
import { PATHWAY_LABELS } from "../../shared/policy/pathway-names.ts";
import { DECISION_LABELS, sayRequirement, STATUS_LABELS } from "../../shared/policy/sentences.ts";
import type { Candidacy } from "../../shared/recommendation/candidacy.ts";
import { type Person, SEX_LABELS } from "../../shared/records/person.ts";
import { SERIES_LABELS } from "../../shared/records/series.ts";
import { LINE_LABELS, TITLE_LEVEL_LABELS } from "../../shared/records/title.ts";
import {
  type ListCell,
  type OfficialList,
  signatureLine,
} from "../../shared/workbook/lists/list.ts";

/** 本人确认表: what the person chose and what the records say of each condition, to be signed by the person. */

interface SheetSource {
  readonly unitName: string;
  readonly year: number;
  readonly applyOn: number;
  readonly person: Person;
  readonly candidacy: Candidacy;
  /** Null where the rules do not ask the pathway of the person any more. */
  readonly answer: Assessment | null;
}

/** The sheet of one candidate. It stays with the unit: the whole ID number is not on it. */
export function confirmationSheet(source: SheetSource): OfficialList {
  const { unitName, year, applyOn, answer } = source;
  return {
    name: "本人确认表",
    title: `${year}年度职称申报本人确认表`,
    lines: [[`单位：${unitName}`, `申报日期：${formatDay(applyOn)}`]],
    columns: [
      { heading: "项目", width: 22, kind: "centre" },
      { heading: "内容", width: 58, kind: "text" },
      { heading: "比对结果", width: 12, kind: "centre" },
    ],
    rows: [...personRows(source), ...requirementRows(answer)],
    footers: [
      "本人已核对以上信息，确认所选申报通道和职称类别由本人选择；知悉同一年度不得同时申报全省统一职称和基层职称；所提供的材料真实有效，如有不实，自愿承担相应责任。",
      signatureLine("本人签名"),
      signatureLine("经办人"),
    ],
    orientation: "portrait",
  };
}

function personRows({ person, candidacy, answer }: SheetSource): readonly (readonly ListCell[])[] {
  const { pathway, line, series, level, chosenOn } = candidacy;
  return [
    ["姓名", person.name, null],
    ["性别", SEX_LABELS[person.sex], null],
    ["出生年月", person.birthDate.slice(0, "1984-05".length), null],
    ["申报通道", PATHWAY_LABELS[pathway], null],
    ["职称类别", line === null ? "—" : LINE_LABELS[line], null],
    ["申报系列", series === null ? "—" : SERIES_LABELS[series], null],
    ["申报级别", level === null ? "—" : TITLE_LEVEL_LABELS[level], null],
    ["本人选择日期", chosenOn, null],
    ["比对结论", DECISION_LABELS[answer?.decision ?? candidacy.decision], null],
  ];
}

function requirementRows(answer: Assessment | null): readonly (readonly ListCell[])[] {
  return (answer?.requirements ?? []).map((requirement, index) => [
    `条件${index + 1}`,
    sayRequirement(requirement),
    STATUS_LABELS[requirement.status],
  ]);
}
