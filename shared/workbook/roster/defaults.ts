import { POST_LABELS, type Post } from "../../records/appointment.ts";
import {
  POSTING_KIND_LABELS,
  type PostingKind,
  SETTING_LABELS,
  type Setting,
} from "../../records/posting.ts";
import { LINE_LABELS, type Line } from "../../records/title.ts";
import { TRAINING_CATEGORY_LABELS, type TrainingCategory } from "../../records/training.ts";
import type { StatedDefault } from "../import/report.ts";

/** What a roster never says and the unit file asks for: settled by these, and said so in the report. */
export interface RosterDefaults {
  readonly setting: Setting;
  readonly kind: PostingKind;
  /** `byTitle`: whoever has a title or a 专技 post works in a professional post. */
  readonly professional: "byTitle" | boolean;
  readonly line: Line;
  readonly post: Post;
  /** For a year's hours without a category. */
  readonly trainingCategory: TrainingCategory;
  readonly inSpecialty: boolean;
}

export const ROSTER_DEFAULTS: RosterDefaults = {
  setting: "township",
  kind: "regular",
  professional: "byTitle",
  line: "provincial",
  post: "regular",
  trainingCategory: "professional",
  inSpecialty: false,
};

/** Everything that is settled without the roster saying it; not all of it is open to choice. */
export const DEFAULT_IDS = [
  "id",
  "idNumber",
  "setting",
  "kind",
  "running",
  "professional",
  "series",
  "line",
  "post",
  "appointmentRunning",
  "trainingTotals",
  "trainingCategory",
  "inSpecialty",
  "schoolAndMajor",
] as const;
export type DefaultId = (typeof DEFAULT_IDS)[number];

const SENTENCES: Readonly<Record<DefaultId, (defaults: RosterDefaults) => string>> = {
  id: () => "没有人员编号的，由程序编定",
  idNumber: () => "没有写性别或出生日期的，按身份证号登记",
  setting: ({ setting }) =>
    `在本单位的工作经历，实际工作所在层级按“${SETTING_LABELS[setting]}”登记`,
  kind: ({ kind }) => `在本单位的工作经历，聘用方式按“${POSTING_KIND_LABELS[kind]}”登记`,
  running: () => "花名册上的人员按仍在本单位工作登记，工作经历不写结束时间",
  professional: ({ professional }) =>
    professional === "byTitle"
      ? "没有写岗位类别的，有职称或专业技术岗位等级的按专业技术岗位登记，其余按非专业技术岗位登记"
      : `没有写岗位类别的，按${professional ? "" : "非"}专业技术岗位登记`,
  series: () => "岗位系列按职称所属系列登记，没有职称的按单位的主要系列登记",
  line: ({ line }) => `职称类别按“${LINE_LABELS[line]}”登记`,
  post: ({ post }) => `聘任的岗位性质按“${POST_LABELS[post]}”登记`,
  appointmentRunning: () => "聘任按仍在聘登记，不写结束时间",
  trainingTotals: () => "各年学时每类登记为一条合计，培训内容记为“花名册年度合计”",
  trainingCategory: ({ trainingCategory }) =>
    `只写了总学时的年度，全部按“${TRAINING_CATEGORY_LABELS[trainingCategory]}”登记`,
  inSpecialty: ({ inSpecialty }) => `学时${inSpecialty ? "都按" : "不按"}本专业培训登记`,
  schoolAndMajor: () => "毕业院校和专业写在一栏的，整段记入“毕业院校”",
};

/** What a default settles, in one sentence. */
export function describeDefault(id: DefaultId, defaults: RosterDefaults): string {
  return `${SENTENCES[id](defaults)}。`;
}

/** Collects for which rows each default was used. */
export class DefaultUses {
  readonly #rows = new Map<DefaultId, Set<number>>();

  note(rowId: number, id: DefaultId): void {
    const rows = this.#rows.get(id);
    if (rows === undefined) this.#rows.set(id, new Set([rowId]));
    else rows.add(rowId);
  }

  /** The defaults that settled something for rows that change what is on file. */
  state(
    defaults: RosterDefaults,
    isConcerned: (rowId: number) => boolean,
  ): readonly StatedDefault[] {
    return DEFAULT_IDS.flatMap((id) => {
      const people = [...(this.#rows.get(id) ?? [])].filter(isConcerned).length;
      return people === 0 ? [] : [{ id, sentence: describeDefault(id, defaults), people }];
    });
  }
}
