import type { CarriedAssessment } from "../submission/assessments-file.ts";
import { openChance } from "../demo/chance.ts";
import { REQUIREMENT_LABELS } from "../policy/wording/requirement-sentences.ts";
import type { CheckItem } from "./sample.ts";

/**
 * Draws some items: the list in the order of its code units is shuffled from the front (Fisher and Yates)
 * by mulberry32 from the seed, and the first `size` are taken. Whoever has the list and the seed draws the
 * same ones. Gives them in the order drawn; all of them where there are no more.
 */
export function drawItems(items: readonly string[], size: number, seed: number): readonly string[] {
  const pool = items.toSorted();
  const chance = openChance(seed);
  const count = Math.min(size, pool.length);
  for (let index = 0; index < count; index += 1) {
    const other = chance.between(index, pool.length - 1);
    const mine = pool[index] ?? "";
    pool[index] = pool[other] ?? "";
    pool[other] = mine;
  }
  return pool.slice(0, count);
}

const LABELS: Readonly<Record<string, string>> = REQUIREMENT_LABELS;

/** What is looked at whatever is applied for: originals against what was scanned and registered. */
const ALWAYS: readonly (readonly [string, string])[] = [
  ["identity", "身份证原件与登记信息一致"],
  ["originals", "学历、职称、聘任等证件原件与报送的扫描件一致"],
  ["file", "工作经历与人事档案一致"],
  ["confirmation", "本人知情并签名确认申报事项和诚信承诺"],
  ["publicity", "公示时间、地点、期限符合规定，异议已处理"],
  ["onSite", "本人实际在岗，岗位与填报一致"],
];

/** The checklist for one candidacy: its requirements, then what is always looked at. */
export function checklistFor({ requirements }: CarriedAssessment): readonly CheckItem[] {
  const items = [
    ...requirements.map(({ id }) => [id, `${LABELS[id] ?? id}：依据的原始材料属实`] as const),
    ...ALWAYS,
  ];
  return items.map(([code, text]) => ({ code, text, isMet: null, note: "" }));
}
