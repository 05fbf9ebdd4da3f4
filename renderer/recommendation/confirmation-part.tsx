import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import type { OwnConfirmation } from "../../shared/recommendation/candidacy.ts";
import { isAllowed } from "../../shared/recommendation/states.ts";
import { useMessages } from "../i18n/messages.ts";
import type { AttachmentRecord } from "../store/types.ts";
import { AttachmentIntake } from "../widgets/attachments/attachment-intake.tsx";
import { AttachmentPreview } from "../widgets/attachments/attachment-preview.tsx";
import { Card } from "../widgets/card.tsx";
import { labelEdit } from "../widgets/edit-label.ts";
import { StatusTag } from "../widgets/status-tag.tsx";
import { roundAddress } from "../widgets/round-addresses.ts";
import { attachmentsOf } from "./attachments-of.ts";
import { useCandidacyEdit } from "./document-edit.ts";
import { candidateMessages } from "./candidate-messages.ts";
import type { CandidateProps } from "./candidate-props.ts";
import { ConfirmationDialog } from "./confirmation-dialog.tsx";
import { nameOf } from "../widgets/round-scene.ts";

/** 本人确认: the person's own word for pathway and line, on paper if need be. */
export function ConfirmationPart({ scene, candidacy }: CandidateProps) {
  const say = useMessages(candidateMessages);
  const edit = useCandidacyEdit(candidacy);
  const [isAsking, setIsAsking] = useState(false);
  const { confirmation } = candidacy;
  const canNote = isAllowed("noteOwnConfirmation", scene.round.state);
  const remove = () =>
    edit(labelEdit("history.confirmationRemoved", { name: nameOf(scene, candidacy) }), () => ({
      confirmation: null,
    }));
  return (
    <Card id="part-confirmation" title={say("confirmation")} help={say("confirmation.help")}>
      {confirmation === null ? (
        <StatusTag state="warn" label={say("confirmation.missing")} />
      ) : (
        <Confirmed confirmation={confirmation} scene={scene} candidacy={candidacy} />
      )}
      <div className="round-actions no-print">
        <Link
          to={roundAddress(scene.round.year, "forms", { form: "confirmation", id: candidacy.id })}
        >
          {say("confirmation.print")}
        </Link>
        {canNote && confirmation === null ? (
          <Button type="primary" onClick={() => setIsAsking(true)}>
            {say("confirmation.note")}
          </Button>
        ) : null}
        {canNote && confirmation !== null ? (
          <Button onClick={() => void remove()}>{say("confirmation.remove")}</Button>
        ) : null}
      </div>
      {canNote && confirmation !== null && confirmation.attachmentId === null ? (
        <SheetIntake scene={scene} candidacy={candidacy} confirmation={confirmation} />
      ) : null}
      {isAsking ? (
        <ConfirmationDialog
          scene={scene}
          candidacy={candidacy}
          onClose={() => setIsAsking(false)}
        />
      ) : null}
    </Card>
  );
}

interface ConfirmedProps extends CandidateProps {
  readonly confirmation: OwnConfirmation;
}

function Confirmed({ scene, candidacy, confirmation }: ConfirmedProps) {
  const say = useMessages(candidateMessages);
  const [viewed, setViewed] = useState<AttachmentRecord | null>(null);
  const { on, by, at, attachmentId } = confirmation;
  const sheet = attachmentsOf(scene.records, candidacy.personId).find(
    ({ id }) => id === attachmentId,
  );
  return (
    <div>
      <StatusTag state="good" label={say("confirmation.on", { on })} />
      <p className="round-muted">{say("signed", { by, at: formatBeijing(at) })}</p>
      {sheet === undefined ? (
        <p>{say("confirmation.noSheet")}</p>
      ) : (
        <Button className="no-print" size="small" onClick={() => setViewed(sheet)}>
          {say("confirmation.sheet", { name: sheet.name })}
        </Button>
      )}
      {viewed === null ? null : (
        <AttachmentPreview attachment={viewed} onClose={() => setViewed(null)} />
      )}
    </div>
  );
}

/** The signed sheet: taken in and named by the candidacy in one edit. */
function SheetIntake({ scene, candidacy, confirmation }: ConfirmedProps) {
  const say = useMessages(candidateMessages);
  const person = scene.records.people.get(candidacy.personId);
  if (person === undefined) return null;
  return (
    <div className="no-print">
      <p>{say("confirmation.attach")}</p>
      <AttachmentIntake
        person={person}
        onFile={attachmentsOf(scene.records, person.id)}
        kind="other"
        takesAnyPaste={false}
        alongWith={([first]) =>
          first === undefined
            ? {}
            : {
                putCandidacies: [
                  { ...candidacy, confirmation: { ...confirmation, attachmentId: first.id } },
                ],
              }
        }
      />
    </div>
  );
}
