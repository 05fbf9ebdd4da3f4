import { creditCodeCheckDigit } from "../../../shared/records/credit-code.ts";
import { idNumberCheckDigit } from "../../../shared/records/id-number.ts";
import type { Sex } from "../../../shared/records/person.ts";
import type { Dice } from "../dice.ts";

const REGIONS = ["371002", "371003", "371082", "371083", "370602", "370683"] as const;
const FAMILY_NAMES = ["王", "李", "张", "刘", "陈", "于", "宋", "曲", "丛", "欧阳"] as const;
const GIVEN_NAMES = ["伟", "芳", "秀英", "建国", "晓明", "雪", "海波", "䶮", "宇轩", "静"] as const;

export function throwName(dice: Dice): string {
  return `${dice.pick(FAMILY_NAMES)}${dice.pick(GIVEN_NAMES)}`;
}

/** A number that passes GB 11643 and agrees with sex and birth date; never one of those in `used`. */
export function throwIdNumber(
  dice: Dice,
  birthDate: string,
  sex: Sex,
  used: Set<string>,
): string | null {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const sequence = dice.between(0, 499) * 2 + (sex === "male" ? 1 : 0);
    const first17 = `${dice.pick(REGIONS)}${birthDate.replaceAll("-", "")}${String(sequence).padStart(3, "0")}`;
    const number = first17 + idNumberCheckDigit(first17);
    if (used.has(number)) continue;
    used.add(number);
    return number;
  }
  return null;
}

/** A code that passes GB 32100. */
export function throwCreditCode(dice: Dice): string {
  const first17 = `12371082MB${String(dice.between(0, 9_999_999)).padStart(7, "0")}`;
  return first17 + creditCodeCheckDigit(first17);
}
