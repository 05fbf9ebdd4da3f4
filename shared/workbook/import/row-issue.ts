/** What can be wrong with a row as a whole. Codes are stable, the sentence is looked up by code. */
type NoDetails = Readonly<Record<string, never>>;

export interface RowIssueDetails {
  "column.missing": { readonly heading: string };
  "row.personMissing": NoDetails;
  "row.personUnknown": { readonly by: "id" | "name" | "idNumber" };
  "row.personAmbiguous": { readonly name: string; readonly count: number };
  "row.personMismatch": { readonly name: string };
  "row.personRefused": { readonly place: string };
  "row.nameMissing": NoDetails;
  "row.repeatedNumber": { readonly row: number };
  "row.samePerson": { readonly place: string };
  "row.existingConflict": { readonly id: string; readonly name: string };
  "row.existingAmbiguous": { readonly count: number };
  "row.secondUnit": NoDetails;
  "row.anotherUnit": { readonly id: string; readonly name: string };
  "row.otherUnit": { readonly unit: string };
  "row.titleMissing": NoDetails;
  "row.titleUnknown": NoDetails;
  "row.titleAmbiguous": NoDetails;
  "row.titleMismatch": { readonly name: string };
  "row.examSession": NoDetails;
  "row.examSubject": NoDetails;
  "title.levelMismatch": { readonly level: string };
  "title.severalSeries": { readonly series: readonly string[] };
  "education.several": NoDetails;
  "gap.educationLevel": NoDetails;
  "gap.graduation": NoDetails;
  "gap.educationBelow": NoDetails;
  "gap.titleDate": NoDetails;
  "gap.appointedTitle": NoDetails;
  "gap.noTitle": NoDetails;
  "gap.workerGrade": NoDetails;
  "gap.unitStart": NoDetails;
  "gap.trainingDetail": { readonly year: number; readonly onFile: number };
  "row.trainingTotal": { readonly year: number; readonly total: number; readonly parts: number };
}

export type RowIssueCode = keyof RowIssueDetails;

const LINK_WORDS = { id: "人员编号", name: "姓名", idNumber: "身份证号" } as const;

type Sentences = { [Code in RowIssueCode]: (details: RowIssueDetails[Code]) => string };

const SENTENCES: Sentences = {
  "column.missing": ({ heading }) => `表中没有“${heading}”这一栏，这一栏必填`,
  "row.personMissing": () => "没有填人员编号和姓名，不知道是谁的记录",
  "row.personUnknown": ({ by }) =>
    `“人员”表和已有人员中都没有这个${LINK_WORDS[by]}，请改正或先在“人员”表中登记`,
  "row.personAmbiguous": ({ name, count }) => `有${count}人叫“${name}”，请填人员编号`,
  "row.personMismatch": ({ name }) =>
    `人员编号、姓名、身份证号对不上，按编号或身份证号应是“${name}”`,
  "row.personRefused": ({ place }) => `此人的基本信息（${place}）没有通过检查，改正后一并导入`,
  "row.nameMissing": () => "没有姓名；如果不是人员，请删去这一行",
  "row.repeatedNumber": ({ row }) => `身份证号与第${row}行重复，一人只能有一行`,
  "row.samePerson": ({ place }) => `与${place}是同一个人，请合并为一行`,
  "row.existingConflict": ({ id, name }) =>
    `与已有人员“${name}”（人员编号${id}）只有部分信息相同，请核对人员编号、姓名和身份证号`,
  "row.existingAmbiguous": ({ count }) =>
    `已有人员中有${count}人同名且出生日期相同，请填人员编号或身份证号`,
  "row.secondUnit": () => "“单位”表只填一行，多出的行请删去",
  "row.anotherUnit": ({ id, name }) => `这是另一个单位的表：现在打开的是“${name}”（单位编号${id}）`,
  "row.otherUnit": ({ unit }) =>
    `这一行写的单位与本单位“${unit}”不一致；如果是简称或科室，导入时请不采用这一栏`,
  "row.titleMissing": () => "没有填职称编号和职称名称，不知道聘任的是哪个职称",
  "row.titleUnknown": () => "此人没有登记这个职称，请先在“职称”表中登记或改正",
  "row.titleAmbiguous": () => "此人有几个同名的职称，请填职称编号",
  "row.titleMismatch": ({ name }) => `职称编号与职称名称对不上，按编号应是“${name}”`,
  "row.examSession": () => "同一场次各行的系列、级别、年度应当一致",
  "row.examSubject": () => "科目、成绩、国家合格标准应当填全",
  "title.levelMismatch": ({ level }) => `职称名称与级别对不上，按名称应是${level}`,
  "title.severalSeries": ({ series }) =>
    `几个系列都有这个职称名称（${series.join("、")}），请加一栏“职称系列”写明`,
  "education.several": () => "只写“研究生”分不清硕士和博士，请写“硕士研究生”或“博士研究生”",
  "gap.educationLevel": () => "没有写学历，毕业时间、院校等没有登记",
  "gap.graduation": () => "没有毕业时间，学历没有登记",
  "gap.educationBelow": () => "中专以下学历不登记",
  "gap.titleDate": () => "没有取得时间，职称没有登记",
  "gap.appointedTitle": () =>
    "聘任的职称没有登记（与取得的职称不同，或没有取得时间），聘任没有登记",
  "gap.noTitle": () => "没有写职称名称，这一栏没有登记",
  "gap.workerGrade": () => "工勤技能等级不是职称，没有登记",
  "gap.unitStart": () => "没有来本单位时间，工作经历没有登记；请加一栏“来本单位时间”填写后重新导入",
  "gap.trainingDetail": ({ year, onFile }) =>
    `${year}年已登记${onFile}学时，与花名册不一致，以已登记的为准，没有改动`,
  "row.trainingTotal": ({ year, total, parts }) =>
    `${year}年总学时${total}与公需、专业学时之和${parts}不一致，请核对`,
};

/** One Chinese sentence that says what was expected of a row. */
export function describeRowIssue<Code extends RowIssueCode>(
  code: Code,
  details: RowIssueDetails[Code],
): string {
  return SENTENCES[code](details);
}
