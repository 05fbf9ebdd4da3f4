import { APPRAISAL_RESULT_LABELS, APPRAISAL_RESULTS } from "../../records/appraisal.ts";
import { TRAINING_CATEGORIES, TRAINING_CATEGORY_LABELS } from "../../records/training.ts";
import { choiceOf } from "../column.ts";
import type { SheetSpec } from "../sheet-spec.ts";
import { LINK_COLUMNS } from "./people.ts";

/** The sheets 年度考核 and 继续教育. */

export const APPRAISAL_CHOICE = choiceOf(APPRAISAL_RESULTS, APPRAISAL_RESULT_LABELS, {
  excellent: ["优秀等次", "优"],
  qualified: ["称职", "合格等次"],
  basicallyQualified: ["基本称职", "基本合格等次"],
  unqualified: ["不称职", "不合格等次"],
  ungraded: ["不定等次", "不确定等次", "未确定等次"],
});

export const APPRAISAL_SHEET: SheetSpec<"appraisals"> = {
  id: "appraisals",
  name: "年度考核",
  rowMeaning: "一人一年一行",
  columns: [
    ...LINK_COLUMNS,
    {
      key: "year",
      heading: "年度",
      type: { kind: "year" },
      synonyms: ["考核年度", "年份"],
      isRequired: true,
      note: "考核的年度，不是公布结果的年份。",
      width: 10,
    },
    {
      key: "result",
      heading: "考核结果",
      type: APPRAISAL_CHOICE,
      synonyms: ["考核等次", "年度考核结果"],
      isRequired: true,
      note: "参加考核但没有确定等次的填“未定等次”；没有参加考核的不填。",
      width: 14,
    },
  ],
};

export const TRAINING_SHEET: SheetSpec<"training"> = {
  id: "training",
  name: "继续教育",
  rowMeaning: "一门课程一行",
  columns: [
    ...LINK_COLUMNS,
    {
      key: "id",
      heading: "学时记录编号",
      type: { kind: "id" },
      note: "如 x1，同一人不重复；空着由程序编定。",
      width: 14,
    },
    {
      key: "year",
      heading: "年度",
      type: { kind: "year" },
      synonyms: ["学时年度", "年份"],
      isRequired: true,
      note: "学时计入的年度。",
      width: 10,
    },
    {
      key: "hours",
      heading: "学时",
      type: { kind: "number", units: ["学时", "小时", "课时"] },
      synonyms: ["学时数"],
      isRequired: true,
      note: "这门课程的学时数。",
      width: 10,
    },
    {
      key: "category",
      heading: "科目类别",
      type: choiceOf(TRAINING_CATEGORIES, TRAINING_CATEGORY_LABELS, {
        public: ["公需", "公需课"],
        professional: ["专业", "专业课"],
      }),
      synonyms: ["学时类别"],
      isRequired: true,
      note: "公需科目或专业科目。",
      width: 12,
    },
    {
      key: "inSpecialty",
      heading: "是否本专业培训",
      type: { kind: "yesNo" },
      isRequired: true,
      note: "申报高级职称前要有接受本专业学习培训的经历。",
      width: 12,
    },
    {
      key: "title",
      heading: "培训内容",
      type: { kind: "text" },
      synonyms: ["课程名称", "培训名称"],
      note: "课程或培训班名称。",
      width: 30,
    },
    {
      key: "organizer",
      heading: "举办单位",
      type: { kind: "text" },
      synonyms: ["主办单位"],
      note: "举办培训的单位或平台。",
      width: 24,
    },
  ],
};
