import type { Assessment } from "../policy/assessment.ts";
import { describeQuestion } from "../policy/sentences.ts";
import type { Remark } from "./receipt.ts";

/**
 * What a bureau's receipt says of a candidate, beside the reasons of return (return-reasons.ts). A remark
 * names the person; which of the person's candidacies is meant stands at the head of its text.
 */

export const CANDIDATE_REMARKS = ["candidate.accepted", "candidate.rejected"] as const;
export const RESULT_REMARKS = ["result.passed", "result.failed"] as const;

type Question = Pick<Assessment, "pathway" | "line" | "series" | "level">;

const AFTER_QUESTION = "：";

/** The remark's text: the question, and what is said of it. */
export function aboutQuestion(question: Question, text: string): string {
  return `${describeQuestion(question)}${AFTER_QUESTION}${text}`;
}

/** True where a remark of the bureau speaks of this candidacy; one that names no question speaks of all of them. */
export function isRemarkAbout({ text }: Remark, question: Question): boolean {
  return text.startsWith(`${describeQuestion(question)}${AFTER_QUESTION}`);
}

/** 评审结果 of one candidacy. */
export interface DeskResult {
  readonly outcome: "passed" | "failed";
  /** The day of the decision, from which a title counts as obtained. */
  readonly on: string;
  /** The certificate's number; null where there is none (yet). */
  readonly certificate: string | null;
}

const PASSED = /：评审通过，(\d{4}-\d{2}-\d{2})取得(?:，证书编号(.+))?$/;
const FAILED = /：评审未通过，(\d{4}-\d{2}-\d{2})公布$/;

/** A result as a remark's code and text. */
export function writeResult(
  question: Question,
  { outcome, on, certificate }: DeskResult,
): Pick<Remark, "code" | "text"> {
  if (outcome === "failed") {
    return { code: "result.failed", text: aboutQuestion(question, `评审未通过，${on}公布`) };
  }
  const number = certificate === null ? "" : `，证书编号${certificate}`;
  return { code: "result.passed", text: aboutQuestion(question, `评审通过，${on}取得${number}`) };
}

/** The result that a remark tells; null where it tells none, or not as `writeResult` words it. */
export function readResult({ code, text }: Pick<Remark, "code" | "text">): DeskResult | null {
  if (code === "result.passed") {
    const [, on, certificate] = PASSED.exec(text) ?? [];
    return on === undefined ? null : { outcome: "passed", on, certificate: certificate ?? null };
  }
  if (code !== "result.failed") return null;
  const on = FAILED.exec(text)?.[1];
  return on === undefined ? null : { outcome: "failed", on, certificate: null };
}
