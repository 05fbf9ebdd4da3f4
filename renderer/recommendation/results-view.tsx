import { Link } from "react-router";
import { describeQuestion } from "../../shared/policy/sentences.ts";
import { isAllowed } from "../../shared/recommendation/states.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { Empty } from "../widgets/states.tsx";
import { candidateAddress, roundAddress } from "../widgets/round-addresses.ts";
import { ResultTag } from "./candidate-tags.tsx";
import { resultMessages } from "./result-messages.ts";
import { nameOf, type RoundScene } from "../widgets/round-scene.ts";

/** 结果登记: who passed and who did not, one by one; the receipts' results are taken over on the page of sending. */
export function ResultsView({ scene }: { readonly scene: RoundScene }) {
  const say = useMessages(resultMessages);
  const { round, candidacies } = scene;
  const put = candidacies.filter(
    ({ outcome, withdrawal }) => outcome?.decision === "recommended" && withdrawal === null,
  );
  const open = put.filter(({ result }) => result === null);
  if (put.length === 0) {
    return (
      <Empty
        title={say("nobody")}
        hint={say("nobodyHint")}
        action={<Link to={roundAddress(round.year, "review")}>{say("toReview")}</Link>}
      />
    );
  }
  return (
    <Card title={say("results")} help={say("results.help")}>
      <p role="status">
        {isAllowed("recordResult", round.state)
          ? say("progress", { open: open.length, all: put.length })
          : say("notYet")}
      </p>
      <p>
        <Link to="/submissions">{say("fromReceipt")}</Link>
      </p>
      <div className="round-scroll">
        <table className="plain-table round-table">
          <thead>
            <tr>
              <th scope="col">{say("name")}</th>
              <th scope="col">{say("question")}</th>
              <th scope="col">{say("result")}</th>
              <th scope="col">{say("day")}</th>
              <th scope="col">{say("title")}</th>
            </tr>
          </thead>
          <tbody>
            {put.map((candidacy) => (
              <tr key={candidacy.id}>
                <th scope="row">
                  <Link to={candidateAddress(round.year, candidacy.id, "result")}>
                    {nameOf(scene, candidacy)}
                  </Link>
                </th>
                <td>{describeQuestion(candidacy)}</td>
                <td>
                  {candidacy.result === null ? say("open") : <ResultTag candidacy={candidacy} />}
                </td>
                <td>{candidacy.result?.on ?? "—"}</td>
                <td>{titleNameOf(scene, candidacy.personId, candidacy.result?.titleId) ?? "—"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function titleNameOf(
  { records }: RoundScene,
  personId: string,
  titleId: string | null | undefined,
): string | undefined {
  return records.people.get(personId)?.titles.find(({ id }) => id === titleId)?.name;
}
