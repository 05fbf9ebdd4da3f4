import { Button } from "antd";
import { useState } from "react";
import type { Objection } from "../../shared/recommendation/round.ts";
import { OBJECTION_OUTCOME_LABELS } from "../../shared/submission/proceedings.ts";
import { isAllowed } from "../../shared/recommendation/states.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { StatusTag } from "../widgets/status-tag.tsx";
import { ObjectionDialog } from "./objection-dialog.tsx";
import { publicityMessages } from "./publicity-messages.ts";
import { nameOf, type RoundScene } from "../widgets/round-scene.ts";

/** 异议: what came in while the notice hung, and how it was handled. */
export function ObjectionsCard({ scene }: { readonly scene: RoundScene }) {
  const say = useMessages(publicityMessages);
  const [asked, setAsked] = useState<{ readonly objection: Objection | null } | null>(null);
  const objections = scene.round.publicity?.objections ?? [];
  const canRecord = isAllowed("recordObjection", scene.round.state);
  return (
    <Card title={say("objections")} help={say("objections.help")}>
      {objections.length === 0 ? (
        <p>{say("objections.none")}</p>
      ) : (
        <div className="round-scroll">
          <table className="plain-table round-table">
            <thead>
              <tr>
                <th scope="col">{say("objection.receivedOn")}</th>
                <th scope="col">{say("objection.about")}</th>
                <th scope="col">{say("objection.from")}</th>
                <th scope="col">{say("objection.text")}</th>
                <th scope="col">{say("objection.handling")}</th>
                <th scope="col">{say("objection.outcome")}</th>
                {canRecord ? <th scope="col">{say("actions")}</th> : null}
              </tr>
            </thead>
            <tbody>
              {objections.map((objection) => (
                <tr key={objection.id}>
                  <td>{objection.receivedOn}</td>
                  <td>{aboutWhom(scene, objection) ?? say("objection.all")}</td>
                  <td>{objection.from ?? say("objection.nameless")}</td>
                  <td>{objection.text}</td>
                  <td>{objection.handling ?? "—"}</td>
                  <td>
                    {objection.outcome === null ? (
                      <StatusTag state="warn" label={say("objection.open")} />
                    ) : (
                      <StatusTag
                        state={objection.outcome === "upheld" ? "bad" : "good"}
                        label={OBJECTION_OUTCOME_LABELS[objection.outcome]}
                      />
                    )}
                  </td>
                  {canRecord ? (
                    <td>
                      <Button size="small" onClick={() => setAsked({ objection })}>
                        {say("objection.handle")}
                      </Button>
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {canRecord ? (
        <div className="round-actions no-print">
          <Button onClick={() => setAsked({ objection: null })}>{say("objection.add")}</Button>
        </div>
      ) : null}
      {asked === null ? null : (
        <ObjectionDialog scene={scene} objection={asked.objection} onClose={() => setAsked(null)} />
      )}
    </Card>
  );
}

function aboutWhom(scene: RoundScene, { candidacyId }: Objection): string | null {
  const candidacy = scene.candidacies.find(({ id }) => id === candidacyId);
  return candidacy === undefined ? null : nameOf(scene, candidacy);
}
