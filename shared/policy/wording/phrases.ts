import { APPRAISAL_RESULT_LABELS } from "../../records/appraisal.ts";
import { POSTING_KIND_LABELS, SETTING_LABELS } from "../../records/posting.ts";
import { LINE_LABELS, TITLE_LEVEL_LABELS } from "../../records/title.ts";
import type {
  AppraisalFigure,
  HoursFigure,
  HoursNeededFigure,
  LengthFigure,
  PostingFigure,
  TitleFigure,
  YearsByFigure,
} from "../requirement.ts";

/** Phrases that several sentences share. */

/** `2026-12-31` as 2026年12月31日, `2026-07` as 2026年7月. */
export function sayDate(date: string): string {
  const [year = "", month = "", day] = date.split("-");
  return `${Number(year)}年${Number(month)}月${day === undefined ? "" : `${Number(day)}日`}`;
}

/** A length as 22年4个月, or its days where it is under a month. */
export function sayLength({ years, months, days }: LengthFigure): string {
  if (years === 0 && months === 0) return `${days}天`;
  if (years === 0) return `${months}个月`;
  return months === 0 ? `${years}年` : `${years}年${months}个月`;
}

/** 截至2026年12月31日满22年4个月，要求满20年. */
export function sayLengthAgainst(length: LengthFigure, { years, by }: YearsByFigure): string {
  const counted =
    length.from === null
      ? `截至${sayDate(by)}没有可计算的年限`
      : `截至${sayDate(by)}满${sayLength(length)}`;
  return `${counted}，要求满${years}年`;
}

/** Years in order as 2021年至2025年 where they follow on each other, else one by one. */
export function sayYears(years: readonly number[]): string {
  const first = years[0];
  const last = years.at(-1);
  if (first === undefined || last === undefined) return "";
  if (years.length > 1 && last - first === years.length - 1) return `${first}年至${last}年`;
  return years.map((year) => `${year}年`).join("、");
}

/** A posting as 示例镇卫生院（乡镇，正常聘用）, or as 乡镇单位（正常聘用） where the employer is not named. */
export function sayPosting({ employer, setting, kind }: PostingFigure): string {
  if (employer === null || employer === "") {
    return `${SETTING_LABELS[setting]}单位（${POSTING_KIND_LABELS[kind]}）`;
  }
  return `${employer}（${SETTING_LABELS[setting]}，${POSTING_KIND_LABELS[kind]}）`;
}

/** A title as 副高级基层职称“副主任医师”（2023年12月20日取得）. */
export function sayTitle({ name, level, line, obtainedOn }: TitleFigure): string {
  return `${TITLE_LEVEL_LABELS[level]}${LINE_LABELS[line]}“${name}”（${sayDate(obtainedOn)}取得）`;
}

function sayHours({ year, total, public: publicHours, professional }: HoursFigure): string {
  return `${year}年${total}学时（公需${publicHours}、专业${professional}）`;
}

/** Which years have their hours, or what the short ones lack. */
export function sayHoursAgainst(years: readonly HoursFigure[], needed: HoursNeededFigure): string {
  const demand = `每年不少于${needed.total}学时，其中公需科目${needed.public}、专业科目${needed.professional}`;
  if (years.length === 0) return `没有需要审核的年度（要求${demand}）`;
  const short = years.filter(({ isEnough }) => !isEnough);
  if (short.length === 0) return `${sayYears(needed.years)}均已学满，要求${demand}`;
  return `${short.map(sayHours).join("，")}，未学满，要求${demand}`;
}

/** The results of some years: all in order, or which are not and which are missing. */
export function sayAppraisals(results: readonly AppraisalFigure[]): string {
  if (results.length === 0) return "没有需要审核的年度";
  const isGood = ({ result }: AppraisalFigure) => result === "excellent" || result === "qualified";
  const bad = results.filter((one) => !isGood(one));
  const years = sayYears(results.map(({ year }) => year));
  if (bad.length === 0) return `${years}均为合格以上`;
  const said = bad.map(({ year, result }) =>
    result === null ? `${year}年没有考核结果` : `${year}年${APPRAISAL_RESULT_LABELS[result]}`,
  );
  return `${years}中，${said.join("，")}`;
}
