import { Button } from "antd";
import { useId, useState } from "react";
import { checklistOf } from "../../shared/recommendation/materials.ts";
import { isAllowed } from "../../shared/recommendation/states.ts";
import {
  ATTACHMENT_KIND_LABELS,
  ATTACHMENT_KINDS,
  type AttachmentKind,
} from "../../shared/records/attachment-kind.ts";
import { useMessages } from "../i18n/messages.ts";
import type { AttachmentRecord } from "../store/types.ts";
import { AttachmentIntake } from "../widgets/attachments/attachment-intake.tsx";
import { AttachmentPreview } from "../widgets/attachments/attachment-preview.tsx";
import { KindSelect } from "../widgets/attachments/kind-select.tsx";
import { Card } from "../widgets/card.tsx";
import { labelEdit } from "../widgets/edit-label.ts";
import { StatusTag } from "../widgets/status-tag.tsx";
import { attachmentsOf } from "./attachments-of.ts";
import { useCandidacyEdit } from "./document-edit.ts";
import type { CandidateProps } from "./candidate-props.ts";
import { materialMessages } from "./material-messages.ts";
import { nameOf } from "../widgets/round-scene.ts";
import { WaiverDialog } from "./waiver-dialog.tsx";

/** 申报材料 of one candidate: what is asked, what is there, what is waived; more by drop, dialog or paste. */
export function MaterialsPart({ scene, candidacy }: CandidateProps) {
  const say = useMessages(materialMessages);
  const kindId = useId();
  const files = attachmentsOf(scene.records, candidacy.personId);
  const lines = checklistOf(candidacy, files, scene.pack);
  // What is asked: another kind is kept, but does not go into the package.
  const firstAsked = (lines.find(({ isMissing }) => isMissing) ?? lines[0])?.kind;
  const [picked, setPicked] = useState<AttachmentKind | null>(null);
  const kind = picked ?? firstAsked ?? "other";
  const [waived, setWaived] = useState<AttachmentKind | null>(null);
  const person = scene.records.people.get(candidacy.personId);
  const canEdit = isAllowed("editMaterials", scene.round.state);
  return (
    <Card id="part-materials" title={say("materials")} help={say("materials.help")}>
      <table className="plain-table round-table">
        <caption className="visually-hidden">
          {say("materials.of", { name: nameOf(scene, candidacy) })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{say("kind")}</th>
            <th scope="col">{say("state")}</th>
            <th scope="col">{say("files")}</th>
            {canEdit ? <th scope="col">{say("actions")}</th> : null}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.kind}>
              <th scope="row">{ATTACHMENT_KIND_LABELS[line.kind]}</th>
              <td>
                {line.count > 0 ? (
                  <StatusTag state="good" label={say("there", { count: line.count })} />
                ) : line.waiver === null ? (
                  <StatusTag state="bad" label={say("missing")} />
                ) : (
                  <>
                    <StatusTag state="plain" label={say("waived")} />
                    <div className="round-muted">{line.waiver.reason}</div>
                  </>
                )}
              </td>
              <td>
                <Files files={files.filter((one) => one.kind === line.kind)} />
              </td>
              {canEdit ? (
                <td>
                  <LineActions
                    scene={scene}
                    candidacy={candidacy}
                    kind={line.kind}
                    isWaived={line.waiver !== null}
                    onPick={() => setPicked(line.kind)}
                    onWaive={() => setWaived(line.kind)}
                  />
                </td>
              ) : null}
            </tr>
          ))}
          <FurtherPapers
            files={files.filter((one) => lines.every((line) => line.kind !== one.kind))}
            canEdit={canEdit}
          />
        </tbody>
      </table>
      {canEdit && person !== undefined ? (
        <div className="round-intake no-print">
          <div className="round-actions">
            <label htmlFor={kindId}>{say("addTo")}</label>
            <KindSelect id={kindId} value={kind} onChange={setPicked} />
          </div>
          <AttachmentIntake person={person} onFile={files} kind={kind} />
        </div>
      ) : null}
      {waived === null ? null : (
        <WaiverDialog
          scene={scene}
          candidacy={candidacy}
          kind={waived}
          onClose={() => setWaived(null)}
        />
      )}
    </Card>
  );
}

interface FurtherPapersProps {
  readonly files: readonly AttachmentRecord[];
  readonly canEdit: boolean;
}

/** Papers on file that the pack does not ask for: they stay here, and the clerk is told so. */
function FurtherPapers({ files, canEdit }: FurtherPapersProps) {
  const say = useMessages(materialMessages);
  const kinds = ATTACHMENT_KINDS.filter((kind) => files.some((one) => one.kind === kind));
  return kinds.map((kind) => {
    const own = files.filter((one) => one.kind === kind);
    return (
      <tr key={kind}>
        <th scope="row">{ATTACHMENT_KIND_LABELS[kind]}</th>
        <td>
          <StatusTag state="plain" label={say("notSent", { count: own.length })} />
        </td>
        <td>
          <Files files={own} />
        </td>
        {canEdit ? <td>—</td> : null}
      </tr>
    );
  });
}

function Files({ files }: { readonly files: readonly AttachmentRecord[] }) {
  const say = useMessages(materialMessages);
  const [viewed, setViewed] = useState<AttachmentRecord | null>(null);
  if (files.length === 0) return <>—</>;
  return (
    <span className="round-tags">
      {files.map((file) => (
        <Button
          key={file.id}
          size="small"
          type="link"
          aria-label={say("view", { name: file.name })}
          onClick={() => setViewed(file)}
        >
          {file.name}
        </Button>
      ))}
      {viewed === null ? null : (
        <AttachmentPreview attachment={viewed} onClose={() => setViewed(null)} />
      )}
    </span>
  );
}

interface LineActionsProps extends CandidateProps {
  readonly kind: AttachmentKind;
  readonly isWaived: boolean;
  readonly onPick: () => void;
  readonly onWaive: () => void;
}

function LineActions({ scene, candidacy, kind, isWaived, onPick, onWaive }: LineActionsProps) {
  const say = useMessages(materialMessages);
  const edit = useCandidacyEdit(candidacy);
  const label = ATTACHMENT_KIND_LABELS[kind];
  const askAgain = () =>
    edit(
      labelEdit("history.waiverRemoved", { name: nameOf(scene, candidacy), kind: label }),
      (_signed, { waivers }) => ({ waivers: waivers.filter((one) => one.kind !== kind) }),
    );
  return (
    <span className="round-actions">
      <Button size="small" aria-label={say("addOf", { kind: label })} onClick={onPick}>
        {say("add")}
      </Button>
      {isWaived ? (
        <Button
          size="small"
          aria-label={say("askAgainOf", { kind: label })}
          onClick={() => void askAgain()}
        >
          {say("askAgain")}
        </Button>
      ) : (
        <Button size="small" aria-label={say("waiveOf", { kind: label })} onClick={onWaive}>
          {say("waive")}
        </Button>
      )}
    </span>
  );
}
