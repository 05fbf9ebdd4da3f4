import { Link } from "react-router";
import { describeQuestion } from "../../shared/policy/sentences.ts";
import { isAllowed } from "../../shared/recommendation/states.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { Empty } from "../widgets/states.tsx";
import { StatusTag } from "../widgets/status-tag.tsx";
import { candidateAddress, roundAddress } from "../widgets/round-addresses.ts";
import { answerOf } from "./answer.ts";
import { CheckTag, ConfirmationTag, DecisionOf, OutcomeTag } from "./candidate-tags.tsx";
import { enrolMessages } from "./enrol-messages.ts";
import { EnrolPicker } from "./enrol-picker.tsx";
import { nameOf, type RoundScene } from "../widgets/round-scene.ts";

/** 报名: who stands, and while it is open the list from which they are taken. */
export function EnrolView({ scene }: { readonly scene: RoundScene }) {
  const say = useMessages(enrolMessages);
  const { round, candidacies } = scene;
  const canEnrol = isAllowed("enrolCandidate", round.state);
  return (
    <>
      <Card title={say("candidates", { count: candidacies.length })} help={say("candidates.help")}>
        {candidacies.length === 0 ? (
          <Empty
            title={say("nobody")}
            hint={canEnrol ? say("nobodyHint") : say("nobodyYet")}
            {...(canEnrol
              ? {}
              : {
                  action: <Link to={roundAddress(round.year)}>{say("toOverview")}</Link>,
                })}
          />
        ) : (
          <CandidateTable scene={scene} />
        )}
      </Card>
      {canEnrol ? <EnrolPicker scene={scene} /> : null}
    </>
  );
}

function CandidateTable({ scene }: { readonly scene: RoundScene }) {
  const say = useMessages(enrolMessages);
  const { round, candidacies } = scene;
  return (
    <div className="round-scroll">
      <table className="plain-table round-table">
        <thead>
          <tr>
            <th scope="col">{say("name")}</th>
            <th scope="col">{say("question")}</th>
            <th scope="col">{say("decision")}</th>
            <th scope="col">{say("chosenOn")}</th>
            <th scope="col">{say("confirmation")}</th>
            <th scope="col">{say("state")}</th>
          </tr>
        </thead>
        <tbody>
          {candidacies.map((candidacy) => {
            const answer = answerOf(scene, candidacy);
            return (
              <tr key={candidacy.id}>
                <th scope="row">
                  <Link to={candidateAddress(round.year, candidacy.id)}>
                    {nameOf(scene, candidacy)}
                  </Link>
                </th>
                <td>{describeQuestion(candidacy)}</td>
                <td>{answer === null ? "—" : <DecisionOf answer={answer} />}</td>
                <td>{candidacy.chosenOn}</td>
                <td>
                  <ConfirmationTag candidacy={candidacy} />
                </td>
                <td>
                  {candidacy.withdrawal === null ? (
                    <span className="round-tags">
                      <CheckTag candidacy={candidacy} />
                      <OutcomeTag candidacy={candidacy} />
                    </span>
                  ) : (
                    <StatusTag state="bad" label={say("withdrawn")} />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
