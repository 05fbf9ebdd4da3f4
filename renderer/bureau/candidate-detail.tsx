import type { DeskCandidate } from "../../shared/bridge/desk-schemas.ts";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import { describeQuestion } from "../../shared/policy/sentences.ts";
import { candidateKey } from "../../shared/submission/recommendation-file.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { ComparisonCard } from "./comparison-card.tsx";
import { DecisionForm } from "./decision-form.tsx";
import { FileButtons } from "./file-buttons.tsx";
import { packageMessages } from "./package-messages.ts";
import type { PackageProps } from "./package-props.ts";
import { sayEducation, sayHeldTitle } from "./person-facts.ts";

interface CandidateDetailProps extends PackageProps {
  readonly candidate: DeskCandidate;
  readonly onNext: () => void;
}

/** One candidacy: who it is, what was found, what came along, and the decision. */
export function CandidateDetail({ of, candidate, onChange, onNext }: CandidateDetailProps) {
  const say = useMessages(packageMessages);
  const { name, personId } = candidate;
  const papers = of.files.filter((file) => file.personId === personId);
  return (
    <div className="bureau-stack">
      <Card title={say("facts.title", { name, question: describeQuestion(candidate) })}>
        <PersonFacts of={of} candidate={candidate} />
      </Card>
      <ComparisonCard of={of} candidate={candidate} />
      <Card title={say("files.own")}>
        {papers.length === 0 ? (
          <p className="bureau-muted">{say("files.none")}</p>
        ) : (
          <ul className="bureau-list">
            {papers.map((file) => (
              <li key={file.path}>
                {file.title} <FileButtons packageId={of.packageId} file={file} />
              </li>
            ))}
          </ul>
        )}
      </Card>
      <DecisionForm of={of} candidate={candidate} onChange={onChange} onNext={onNext} />
    </div>
  );
}

function PersonFacts({ of, candidate }: Pick<CandidateDetailProps, "of" | "candidate">) {
  const say = useMessages(packageMessages);
  const person = of.people.find(({ id }) => id === candidate.personId);
  const submitted = of.recommendation.candidates.find((one) => candidateKey(one) === candidate.key);
  const { score, rank, quota } = candidate;
  return (
    <dl className="bureau-facts">
      {person === undefined ? null : (
        <>
          <dt>{say("facts.sex")}</dt>
          <dd>{person.sex === "male" ? say("facts.male") : say("facts.female")}</dd>
          <dt>{say("facts.born")}</dt>
          <dd>{person.birthDate}</dd>
          <dt>{say("facts.idNumber")}</dt>
          <dd>{person.idNumber ?? say("facts.none")}</dd>
          <dt>{say("facts.education")}</dt>
          <dd>{sayEducation(person) ?? say("facts.none")}</dd>
          <dt>{say("facts.titleHeld")}</dt>
          <dd>{sayHeldTitle(person) ?? say("facts.none")}</dd>
        </>
      )}
      <dt>{say("facts.quota")}</dt>
      <dd>{quota === "counts" ? say("facts.counts") : say("facts.exempt")}</dd>
      <dt>{say("facts.score")}</dt>
      <dd>
        {score === null ? say("facts.noScore") : say("facts.scoreOf", { score, rank: rank ?? "—" })}
      </dd>
      {submitted === undefined ? null : (
        <>
          <dt>{say("facts.confirmed")}</dt>
          <dd>
            {say("facts.confirmedOf", {
              by: submitted.confirmation.by,
              at: formatBeijing(submitted.confirmation.at),
            })}
          </dd>
          {submitted.confirmation.reason === null ? null : (
            <>
              <dt>{say("facts.reason")}</dt>
              <dd>{submitted.confirmation.reason}</dd>
            </>
          )}
        </>
      )}
    </dl>
  );
}
