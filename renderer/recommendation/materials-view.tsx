import { Link, useSearchParams } from "react-router";
import { checklistOf, type ChecklistLine } from "../../shared/recommendation/materials.ts";
import { ATTACHMENT_KIND_LABELS, ATTACHMENT_KINDS } from "../../shared/records/attachment-kind.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { Empty } from "../widgets/states.tsx";
import { candidateAddress, roundAddress } from "../widgets/round-addresses.ts";
import { materialMessages } from "./material-messages.ts";
import { nameOf, type RoundScene } from "../widgets/round-scene.ts";

/** 材料: who lacks which paper, over everybody who stands. */
export function MaterialsView({ scene }: { readonly scene: RoundScene }) {
  const say = useMessages(materialMessages);
  const [query] = useSearchParams();
  const { round, candidacies, records, pack } = scene;
  const files = [...records.attachments.values()];
  const all = candidacies
    .filter(({ withdrawal }) => withdrawal === null)
    .map((candidacy) => ({ candidacy, lines: checklistOf(candidacy, files, pack) }));
  const lacking = all.filter(({ lines }) => lines.some(({ isMissing }) => isMissing));
  const isOnlyLacking = query.get("lacking") === "1";
  const shown = isOnlyLacking ? lacking : all;
  const kinds = ATTACHMENT_KINDS.filter((kind) =>
    all.some(({ lines }) => lines.some((line) => line.kind === kind)),
  );
  if (all.length === 0) {
    return (
      <Empty
        title={say("nobody")}
        hint={say("nobodyHint")}
        action={<Link to={roundAddress(round.year, "enrol")}>{say("toEnrol")}</Link>}
      />
    );
  }
  return (
    <Card title={say("materials")} help={say("view.help")}>
      <p role="status">
        {say("progress", { all: all.length, lacking: lacking.length })}{" "}
        <Link to={roundAddress(round.year, "materials", isOnlyLacking ? {} : { lacking: "1" })}>
          {isOnlyLacking ? say("showAll") : say("showLacking")}
        </Link>
      </p>
      <div className="round-scroll">
        <table className="plain-table round-table">
          <thead>
            <tr>
              <th scope="col">{say("name")}</th>
              {kinds.map((kind) => (
                <th key={kind} scope="col">
                  {ATTACHMENT_KIND_LABELS[kind]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ candidacy, lines }) => (
              <tr key={candidacy.id}>
                <th scope="row">
                  <Link to={candidateAddress(round.year, candidacy.id, "materials")}>
                    {nameOf(scene, candidacy)}
                  </Link>
                </th>
                {kinds.map((kind) => (
                  <td key={kind}>
                    <LineState line={lines.find((line) => line.kind === kind)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function LineState({ line }: { readonly line: ChecklistLine | undefined }) {
  const say = useMessages(materialMessages);
  if (line === undefined) return <span className="round-muted">{say("notAsked")}</span>;
  if (line.count > 0) return <>{say("there", { count: line.count })}</>;
  return line.waiver === null ? (
    <strong className="round-bad">{say("missing")}</strong>
  ) : (
    <span title={line.waiver.reason}>{say("waived")}</span>
  );
}
