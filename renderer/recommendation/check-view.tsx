import { Button } from "antd";
import { Link } from "react-router";
import { describeQuestion } from "../../shared/policy/sentences.ts";
import type { Candidacy } from "../../shared/recommendation/candidacy.ts";
import {
  findCheckMatters,
  openRequirements,
  settledDecision,
} from "../../shared/recommendation/eligibility.ts";
import { isAllowed } from "../../shared/recommendation/states.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { labelEdit } from "../widgets/edit-label.ts";
import { Empty } from "../widgets/states.tsx";
import { StatusTag } from "../widgets/status-tag.tsx";
import { candidateAddress, roundAddress } from "../widgets/round-addresses.ts";
import { answerOf, isChangedSince } from "./answer.ts";
import { CheckTag, DecisionOf } from "./candidate-tags.tsx";
import { checkMessages } from "./check-messages.ts";
import { nameOf, type RoundScene } from "../widgets/round-scene.ts";
import { useSignedCommit } from "./signed.ts";

/** 审核: everybody with what the rules and the settlements come to; the clear ones pass together. */
export function CheckView({ scene }: { readonly scene: RoundScene }) {
  const say = useMessages(checkMessages);
  const commit = useSignedCommit();
  const { round, candidacies } = scene;
  const standing = candidacies.filter(({ withdrawal }) => withdrawal === null);
  if (standing.length === 0) {
    return (
      <Empty
        title={say("nobody")}
        hint={say("nobodyHint")}
        action={<Link to={roundAddress(round.year, "enrol")}>{say("toEnrol")}</Link>}
      />
    );
  }
  const clear = isAllowed("checkCandidate", round.state) ? clearCandidates(scene) : [];
  const passClear = () =>
    commit((signed) => ({
      label: labelEdit("history.candidatesChecked", { count: clear.length }),
      putCandidacies: clear.map((candidacy) => ({
        ...candidacy,
        decision: answerOf(scene, candidacy)?.decision ?? candidacy.decision,
        check: { isPassed: true, note: null, ...signed },
      })),
    }));
  return (
    <Card title={say("check")} help={say("view.help")}>
      <div className="round-actions">
        <span role="status">
          {say("progress", {
            all: standing.length,
            open: standing.filter(({ check }) => check === null).length,
          })}
        </span>
        {clear.length === 0 ? null : (
          <Button onClick={() => void passClear()}>
            {say("passClear", { count: clear.length })}
          </Button>
        )}
        {isAllowed("checkCandidate", round.state) ? null : (
          <span className="round-muted">{say("notOpen")}</span>
        )}
      </div>
      <div className="round-scroll">
        <table className="plain-table round-table">
          <thead>
            <tr>
              <th scope="col">{say("name")}</th>
              <th scope="col">{say("question")}</th>
              <th scope="col">{say("decision")}</th>
              <th scope="col">{say("open")}</th>
              <th scope="col">{say("check")}</th>
              <th scope="col">{say("since")}</th>
            </tr>
          </thead>
          <tbody>
            {standing.map((candidacy) => (
              <CheckRow key={candidacy.id} scene={scene} candidacy={candidacy} />
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

/** Those not checked yet whom the rules find eligible and who have confirmed: nothing is left to weigh. */
export function clearCandidates(scene: RoundScene): readonly Candidacy[] {
  const { answers } = scene;
  if (answers === null) return [];
  return scene.candidacies.filter((candidacy) => {
    const { withdrawal, check, confirmation } = candidacy;
    if (withdrawal !== null || check !== null || confirmation === null) return false;
    const answer = answerOf(scene, candidacy);
    if (answer?.decision !== "eligible") return false;
    return findCheckMatters(candidacy, { isPassed: true, note: null }, answers).length === 0;
  });
}

interface CheckRowProps {
  readonly scene: RoundScene;
  readonly candidacy: Candidacy;
}

function CheckRow({ scene, candidacy }: CheckRowProps) {
  const say = useMessages(checkMessages);
  const { round } = scene;
  const answer = answerOf(scene, candidacy);
  const open = answer === null ? [] : openRequirements(candidacy, answer);
  const isChanged = isChangedSince(scene, candidacy);
  return (
    <tr>
      <th scope="row">
        <Link to={candidateAddress(round.year, candidacy.id, "check")}>
          {nameOf(scene, candidacy)}
        </Link>
      </th>
      <td>{describeQuestion(candidacy)}</td>
      <td>
        {answer === null ? (
          say("check.notAsked")
        ) : (
          <DecisionOf answer={{ ...answer, decision: settledDecision(candidacy, answer) }} />
        )}
      </td>
      <td>
        {open.length === 0 ? (
          "—"
        ) : (
          <Link to={candidateAddress(round.year, candidacy.id, "requirements")}>
            {say("openCount", { count: open.length })}
          </Link>
        )}
      </td>
      <td>
        <CheckTag candidacy={candidacy} />
        {candidacy.check === null ? null : <div className="round-muted">{candidacy.check.by}</div>}
      </td>
      <td>{isChanged ? <StatusTag state="warn" label={say("changed")} /> : "—"}</td>
    </tr>
  );
}
