import type { PersonAssessments } from "../../shared/policy/evaluate.ts";
import { PATHWAY_LABELS, PATHWAYS } from "../../shared/policy/pathway-names.ts";
import { describeQuestion } from "../../shared/policy/sentences.ts";
import {
  LINE_LABELS,
  LINES,
  TITLE_LEVEL_LABELS,
  TITLE_LEVELS,
} from "../../shared/records/title.ts";
import {
  type Candidate,
  type CandidateChoice,
  type ListSource,
  resolveCandidates,
  UNKNOWN_CANDIDATE_SENTENCES,
} from "../../shared/workbook/lists/candidates.ts";
import { type Given, textsOf } from "./command.ts";
import { refused, wrongUsage } from "./io.ts";

/** Who is put forward and on which pathway, as it is written on the command line. */

export const CANDIDATE_OPTION = {
  candidate: {
    type: "string",
    array: true,
    requiresArg: true,
    describe:
      "推荐人选：人员编号:申报通道[:职称类别[:级别]]，如 p-001:townshipTenure:grassroots，可重复",
  },
} as const;

const SHOWN_OPTIONS = 12;

/** The candidates that the options name, with their assessments. */
export function readCandidates(
  given: Given,
  source: ListSource,
  answers: readonly PersonAssessments[],
): readonly Candidate[] {
  const written = textsOf(given, "candidate");
  if (written.length === 0) {
    throw wrongUsage("请用 --candidate 写明推荐人选", ...openOptions(answers));
  }
  const resolved = resolveCandidates(source, answers, written.map(readChoice));
  if (resolved.ok) return resolved.candidates;
  throw refused(
    ...resolved.unknown.map(
      ({ code, choice }) => `${writeChoice(choice)}：${UNKNOWN_CANDIDATE_SENTENCES[code]}`,
    ),
  );
}

function readChoice(text: string): CandidateChoice {
  const [personId = "", pathway = "", line, level] = text.split(":");
  const chosenPathway = PATHWAYS.find((one) => one === pathway);
  if (personId === "" || chosenPathway === undefined) {
    const known = PATHWAYS.map((one) => `${one}（${PATHWAY_LABELS[one]}）`).join("、");
    throw wrongUsage(`--candidate “${text}”：申报通道应为：${known}`);
  }
  const chosenLine = LINES.find((one) => one === line);
  if (line !== undefined && line !== "" && chosenLine === undefined) {
    const known = LINES.map((one) => `${one}（${LINE_LABELS[one]}）`).join("、");
    throw wrongUsage(`--candidate “${text}”：职称类别应为：${known}`);
  }
  const chosenLevel = TITLE_LEVELS.find((one) => one === level);
  if (level !== undefined && chosenLevel === undefined) {
    const known = TITLE_LEVELS.map((one) => `${one}（${TITLE_LEVEL_LABELS[one]}）`).join("、");
    throw wrongUsage(`--candidate “${text}”：级别应为：${known}`);
  }
  return { personId, pathway: chosenPathway, line: chosenLine ?? null, level: chosenLevel };
}

function writeChoice({ personId, pathway, line, level }: CandidateChoice): string {
  return [personId, pathway, line ?? "", level ?? ""].join(":").replace(/:+$/, "");
}

/** What could be written, for somebody who has not seen the assessments: the open pathways of the first people. */
function openOptions(answers: readonly PersonAssessments[]): readonly string[] {
  const open = answers.flatMap(({ personId, assessments }) =>
    assessments
      .filter(({ decision }) => decision === "eligible")
      .map((one) => `  ${writeChoice({ personId, ...one })}　${describeQuestion(one)}`),
  );
  if (open.length === 0) return ["本年度没有可以申报的人员"];
  const rest = open.length - SHOWN_OPTIONS;
  const more = rest > 0 ? [`  ……另有${rest}项，见 evaluate`] : [];
  return ["可以申报的有：", ...open.slice(0, SHOWN_OPTIONS), ...more];
}
