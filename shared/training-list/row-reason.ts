import type { MemberFault } from "./member-index.ts";

/** Why a row of a list of hours is not taken over. Codes are stable, the sentence is looked up by code. */

type NoDetails = Readonly<Record<string, never>>;

export interface RowReasonDetails {
  "member.missing": NoDetails;
  "member.unknown": { readonly by: "id" | "idNumber" | "name" };
  "member.ambiguous": { readonly count: number };
  "member.mismatch": { readonly name: string };
  "row.repeated": { readonly row: number };
  "year.total": { readonly year: number; readonly total: number; readonly most: number };
}
export type RowReasonCode = keyof RowReasonDetails;

const NUMBERS = { id: "人员编号", idNumber: "身份证号", name: "姓名" } as const;

type Sentences = { [Code in RowReasonCode]: (details: RowReasonDetails[Code]) => string };

const SENTENCES: Sentences = {
  "member.missing": () => "没有姓名和身份证号，不知道是谁的学时",
  "member.unknown": ({ by }) => `人员表中没有这个${NUMBERS[by]}，请核对或先登记人员`,
  "member.ambiguous": ({ count }) => `有${count}人同名，请在表中加上身份证号`,
  "member.mismatch": ({ name }) => `姓名与身份证号对不上，按号码应是“${name}”`,
  "row.repeated": ({ row }) => `与第${row}行完全相同，只登记一次`,
  "year.total": ({ year, total, most }) => `${year}年学时合计${total}，超过一年的小时数${most}`,
};

/** One Chinese sentence that says why a row is not taken over. */
export function describeRowReason<Code extends RowReasonCode>(
  code: Code,
  details: RowReasonDetails[Code],
): string {
  return SENTENCES[code](details);
}

/** The sentence for somebody who is not found. */
export function describeMemberFault(fault: MemberFault): string {
  switch (fault.code) {
    case "missing":
      return describeRowReason("member.missing", {});
    case "unknown":
      return describeRowReason("member.unknown", { by: fault.by });
    case "ambiguous":
      return describeRowReason("member.ambiguous", { count: fault.count });
    case "mismatch":
      return describeRowReason("member.mismatch", { name: fault.name });
    default:
      return fault satisfies never;
  }
}
