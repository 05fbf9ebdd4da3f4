import { LINE_LABELS, TITLE_LEVEL_LABELS } from "../../shared/records/title.ts";
import { PATHWAY_LABELS, QUOTA_LABELS } from "../../shared/policy/pathway-names.ts";
import { sayRequirement } from "../../shared/policy/sentences.ts";
import type { Catalogue, Say } from "../i18n/messages.ts";
import { StatusTag } from "../widgets/status-tag.tsx";
import type { TableColumn } from "../widgets/virtual-table-props.ts";
import { DecisionOf } from "./candidate-tags.tsx";
import type { EnrolRow } from "./enrol-lines.ts";
import type { enrolMessages } from "./enrol-messages.ts";

type EnrolKey = typeof enrolMessages extends Catalogue<infer Key> ? Key : never;

/** The columns of the list from which candidates are taken. */
export function enrolColumns(say: Say<EnrolKey>): readonly TableColumn<EnrolRow>[] {
  return [
    {
      id: "name",
      title: say("name"),
      width: 90,
      render: ({ person }) => person.name,
      sortKey: ({ person }) => person.nameRank,
    },
    {
      id: "pathway",
      title: say("pathway"),
      width: 150,
      render: ({ assessment }) => PATHWAY_LABELS[assessment.pathway],
      sortKey: ({ assessment }) => PATHWAY_LABELS[assessment.pathway],
    },
    {
      id: "line",
      title: say("line"),
      width: 110,
      render: ({ assessment: { line } }) => (line === null ? "—" : LINE_LABELS[line]),
      sortKey: ({ assessment: { line } }) => (line === null ? null : LINE_LABELS[line]),
    },
    {
      id: "level",
      title: say("level"),
      width: 80,
      render: ({ assessment: { level } }) => (level === null ? "—" : TITLE_LEVEL_LABELS[level]),
    },
    {
      id: "decision",
      title: say("decision"),
      width: 120,
      render: ({ assessment, isEnrolled }) =>
        isEnrolled ? (
          <StatusTag state="plain" label={say("enrolled")} />
        ) : (
          <DecisionOf answer={assessment} />
        ),
    },
    {
      id: "quota",
      title: say("quota"),
      width: 110,
      render: ({ assessment }) => QUOTA_LABELS[assessment.quota],
    },
    {
      id: "why",
      title: say("why"),
      width: 360,
      render: (row) => {
        const text = obstaclesOf(row);
        return <span title={text}>{text}</span>;
      },
    },
  ];
}

/** What is unmet or cannot be told, in a line. */
function obstaclesOf({ assessment }: EnrolRow): string {
  return assessment.requirements
    .filter(({ status }) => status !== "met")
    .map(sayRequirement)
    .join("；");
}
