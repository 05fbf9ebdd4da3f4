import { Button } from "antd";
import { useState } from "react";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import { type Appeal, APPEAL_OUTCOME_LABELS } from "../../shared/recommendation/candidacy.ts";
import { isAllowed } from "../../shared/recommendation/states.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { StatusTag } from "../widgets/status-tag.tsx";
import { AppealDialog } from "./appeal-dialog.tsx";
import { appealMessages } from "./appeal-messages.ts";
import type { CandidateProps } from "./candidate-props.ts";

/** 申诉: what the person asks to be looked at again, and what people decided (promise 27). */
export function AppealsPart({ scene, candidacy }: CandidateProps) {
  const say = useMessages(appealMessages);
  const [asked, setAsked] = useState<{ readonly appeal: Appeal | null } | null>(null);
  const { appeals = [] } = candidacy;
  const canRecord = isAllowed("recordAppeal", scene.round.state);
  return (
    <Card id="part-appeals" title={say("appeals")} help={say("appeals.help")}>
      {appeals.length === 0 ? <p>{say("appeals.none")}</p> : null}
      {appeals.map((appeal) => (
        <section key={appeal.id}>
          <AppealText appeal={appeal} />
          {canRecord ? (
            <Button size="small" className="no-print" onClick={() => setAsked({ appeal })}>
              {say("appeal.handle")}
            </Button>
          ) : null}
        </section>
      ))}
      {canRecord ? (
        <div className="round-actions no-print">
          <Button onClick={() => setAsked({ appeal: null })}>{say("appeal.add")}</Button>
        </div>
      ) : null}
      {asked === null ? null : (
        <AppealDialog
          scene={scene}
          candidacy={candidacy}
          appeal={asked.appeal}
          onClose={() => setAsked(null)}
        />
      )}
    </Card>
  );
}

function AppealText({ appeal }: { readonly appeal: Appeal }) {
  const say = useMessages(appealMessages);
  const { outcome, receivedOn, text, handling, by, at } = appeal;
  return (
    <>
      <p>
        {outcome === null ? (
          <StatusTag state="warn" label={say("appeal.open")} />
        ) : (
          <StatusTag
            state={outcome === "upheld" ? "good" : "bad"}
            label={APPEAL_OUTCOME_LABELS[outcome]}
          />
        )}{" "}
        {say("appeal.received", { on: receivedOn })}
      </p>
      <p>{text}</p>
      {handling === null ? null : <p>{say("appeal.handled", { handling })}</p>}
      <p className="round-muted">{say("appeal.signed", { by, at: formatBeijing(at) })}</p>
    </>
  );
}
