import { APPLICATION_OUTCOME_LABELS } from "../../records/application.ts";
import { EDUCATION_LEVEL_LABELS } from "../../records/education.ts";
import { SANCTION_KIND_LABELS } from "../../records/sanction.ts";
import { STATEMENT_LABELS } from "../../records/statements.ts";
import { LINE_LABELS, TITLE_LEVEL_LABELS } from "../../records/title.ts";
import { POST_GROUP_LABELS } from "../../records/unit.ts";
import type { Requirement, RequirementFigures, RequirementId } from "../requirement.ts";
import {
  sayAppraisals,
  sayDate,
  sayHoursAgainst,
  sayLengthAgainst,
  sayPosting,
  sayTitle,
} from "./phrases.ts";

/** What each requirement is called on every screen, list and command. */
export const REQUIREMENT_LABELS = {
  "employment.grassroots": "基层单位在岗",
  "employment.township": "乡镇在岗",
  "ladder.education": "学历",
  "ladder.tenure": "任职年限",
  "township.years": "乡镇专业技术工作年限",
  "training.annual": "继续教育学时",
  "training.specialty": "本专业学习培训",
  "appraisal.results": "年度考核",
  "line.held": "未持有同类同级职称",
  "line.sameYear": "同年度只报一类",
  "line.lockout": "两类职称间隔",
  "sanction.none": "无影响申报的处分",
  "quota.vacancy": "岗位空缺",
  "exchange.origin": "交流聘用到乡镇",
  "doctor.degree": "博士学位",
  "doctor.outstanding": "工作成绩突出",
  "conversion.held": "持有基层职称",
  "conversion.years": "基层职称聘任年限",
  "conversion.appraisals": "聘期考核",
  "conversion.training": "聘期继续教育学时",
  "directHire.qualification": "学历或职称",
  "directHire.origin": "非基层人员",
  "directHire.volunteer": "本人自愿",
  "directHire.served": "直接聘用服务年限",
  "directHire.appraisals": "服务期考核",
  "exam.margin": "考试成绩",
} as const satisfies Record<RequirementId, string>;

type Wording = {
  readonly [Id in RequirementId]: (
    expected: RequirementFigures[Id]["expected"],
    found: RequirementFigures[Id]["found"],
  ) => string;
};

function sayStatement(what: string, found: boolean | null): string {
  if (found === null) return `单位尚未说明是否${what}`;
  return found ? `单位证明${what}` : `单位说明不属于${what}`;
}

function sayTenure(
  expected: RequirementFigures["ladder.tenure"]["expected"],
  { length, hasRungs }: RequirementFigures["ladder.tenure"]["found"],
): string {
  if (!hasRungs) return "政策包没有本系列本级别的任职年限要求，须由县级人社局认定";
  if (expected === null) return "学历未达到任何一档要求，任职年限无从计算";
  const education = EDUCATION_LEVEL_LABELS[expected.education];
  if (expected.years === 0) return `${education}以上学历，不要求任职年限`;
  const counted =
    expected.from === null
      ? "毕业后从事专业技术工作"
      : `${TITLE_LEVEL_LABELS[expected.from]}职称${expected.basis === "appointment" ? "聘任" : "取得"}后`;
  return `${counted}${sayLengthAgainst(length, expected)}（按${education}学历）`;
}

function sayEducation(
  expected: RequirementFigures["ladder.education"]["expected"],
  { education }: RequirementFigures["ladder.education"]["found"],
): string {
  const found =
    education === null
      ? `截至${sayDate(expected.on)}没有已毕业的学历记录`
      : `最高学历为${EDUCATION_LEVEL_LABELS[education]}`;
  return expected.education === null
    ? `${found}，政策包没有本系列本级别的学历要求，须由县级人社局认定`
    : `${found}，要求${EDUCATION_LEVEL_LABELS[expected.education]}以上`;
}

const WORDING: Wording = {
  "employment.grassroots": ({ on }, { posting, inCatalogue }) => {
    const where =
      posting === null
        ? `${sayDate(on)}不在乡镇或其他基层单位的专业技术岗位上`
        : `${sayDate(on)}在${sayPosting(posting)}从事专业技术工作`;
    return `${where}，本单位${inCatalogue ? "已" : "未"}列入基层单位目录清单`;
  },
  "employment.township": ({ on }, { posting }) =>
    posting === null
      ? `${sayDate(on)}不在乡镇专业技术岗位上`
      : `${sayDate(on)}在${sayPosting(posting)}从事专业技术工作`,
  "ladder.education": sayEducation,
  "ladder.tenure": sayTenure,
  "township.years": (expected, { length }) => sayLengthAgainst(length, expected),
  "training.annual": (expected, { years }) => sayHoursAgainst(years, expected),
  "training.specialty": ({ by }, { year }) =>
    year === null
      ? `截至${by}年没有本专业学习培训记录，申报高级职称前须有本专业学习培训经历`
      : `${year}年有本专业学习培训记录`,
  "appraisal.results": ({ years }, { results }) =>
    years === 0
      ? "本档不要求任职年限，不审核年度考核"
      : `审核前${years}年，${sayAppraisals(results)}`,
  "line.held": ({ line, level }, { title }) =>
    title === null
      ? `尚未取得${TITLE_LEVEL_LABELS[level]}${LINE_LABELS[line]}`
      : `已取得${sayTitle(title)}，不必再报`,
  "line.sameYear": ({ year, otherLine }, { applications }) =>
    applications.length === 0
      ? `${year}年没有申报${LINE_LABELS[otherLine]}`
      : `${year}年已申报${applications
          .map(
            ({ level, outcome }) =>
              `${TITLE_LEVEL_LABELS[level]}${LINE_LABELS[otherLine]}（${APPLICATION_OUTCOME_LABELS[outcome]}）`,
          )
          .join("、")}，同年度不得同时申报两类职称`,
  "line.lockout": ({ years, otherLine, level, on }, { titles }) =>
    titles.length === 0
      ? `截至${sayDate(on)}没有取得过${TITLE_LEVEL_LABELS[level]}${LINE_LABELS[otherLine]}`
      : titles
          .map(
            (title) =>
              `已取得${sayTitle(title)}，${years}年内不得申报另一类同级别职称，${sayDate(title.freeOn)}起不受限`,
          )
          .join("；"),
  "sanction.none": ({ on }, { sanctions }) =>
    sanctions.length === 0
      ? `${sayDate(on)}没有在处分期内`
      : sanctions
          .map(
            ({ kind, to, bars }) =>
              `${SANCTION_KIND_LABELS[kind]}处分期${to === null ? "未定截止日" : `至${sayDate(to)}`}，${bars ? "期间不得申报" : "不影响申报"}`,
          )
          .join("；"),
  "quota.vacancy": ({ group }, { approved, filled, special, free }) =>
    approved === null || free === null
      ? `${POST_GROUP_LABELS[group]}岗位核定数未填写，已聘${filled}个`
      : `${POST_GROUP_LABELS[group]}岗位核定${approved}个，常设岗位已聘${filled}个，特设岗位${special}个，空缺${Math.max(free, 0)}个${free < 0 ? `（超聘${-free}个）` : ""}`,
  "exchange.origin": ({ on }, { posting, origin }) => {
    if (posting === null) return `${sayDate(on)}没有交流聘用到乡镇的专业技术岗位`;
    const from =
      origin === null ? "此前没有县级及以上单位的工作经历" : `此前在${sayPosting(origin)}`;
    return `${sayDate(posting.from)}起在${sayPosting(posting)}，${from}`;
  },
  "doctor.degree": ({ on }, { graduatedOn }) =>
    graduatedOn === null
      ? `截至${sayDate(on)}没有取得博士学位`
      : `${sayDate(graduatedOn)}取得博士学位`,
  "doctor.outstanding": (_, found) => sayStatement(STATEMENT_LABELS.outstandingTownshipWork, found),
  "conversion.held": ({ level }, { grassroots, isStanding, provincial }) => {
    if (grassroots === null) return `没有取得过${TITLE_LEVEL_LABELS[level]}基层职称`;
    if (!isStanding) return `已取得${sayTitle(grassroots)}，但已离开基层单位，基层职称失效`;
    return provincial === null
      ? `持有${sayTitle(grassroots)}`
      : `已另有${sayTitle(provincial)}，不必换发`;
  },
  "conversion.years": (expected, { length }) =>
    `${TITLE_LEVEL_LABELS[expected.level]}基层职称累计聘任${sayLengthAgainst(length, expected)}`,
  "conversion.appraisals": (_, { results }) => sayAppraisals(results),
  "conversion.training": (expected, { years }) => sayHoursAgainst(years, expected),
  "directHire.qualification": (expected, { education, title }) => {
    const degree =
      education === null
        ? "没有已毕业的学历记录"
        : `最高学历为${EDUCATION_LEVEL_LABELS[education]}`;
    const held =
      title === null
        ? `没有${TITLE_LEVEL_LABELS[expected.title]}以上全省统一职称`
        : `持有${sayTitle(title)}`;
    return `${degree}，${held}，要求${EDUCATION_LEVEL_LABELS[expected.education]}以上学历或${TITLE_LEVEL_LABELS[expected.title]}以上职称`;
  },
  "directHire.origin": ({ on }, { posting }) =>
    posting === null
      ? `${sayDate(on)}不在基层单位的专业技术岗位上`
      : `${sayDate(on)}已在${sayPosting(posting)}，不属于非基层人员`,
  "directHire.volunteer": (_, found) => sayStatement(STATEMENT_LABELS.volunteersForTownship, found),
  "directHire.served": (expected, { length }) =>
    `直接聘用到乡镇后${sayLengthAgainst(length, expected)}`,
  "directHire.appraisals": (_, { results }) => sayAppraisals(results),
  "exam.margin": ({ margin }, { exams }) => {
    const said = exams.map(({ year, subjects, isWithin }) => {
      const scores = subjects
        .map(({ name, score, nationalLine }) => `${name}${score}分（合格线${nationalLine}分）`)
        .join("、");
      return `${year}年${scores}，${isWithin ? "" : "不"}在范围内`;
    });
    return `${said.join("；")}，要求每科低于国家合格线不超过${margin}分`;
  },
};

/** What was found and what is asked, without the requirement's name, status or clause. */
export function sayFigures(requirement: Requirement): string {
  // The union's members pair id and figures; indexing by id loses the pairing, which this line restores.
  const say = WORDING[requirement.id] as (expected: unknown, found: unknown) => string;
  return say(requirement.expected, requirement.found);
}
