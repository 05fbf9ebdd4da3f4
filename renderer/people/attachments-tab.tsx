import { Button } from "antd";
import { useId, useState } from "react";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import type { Person } from "../../shared/records/person.ts";
import {
  ATTACHMENT_KIND_LABELS,
  ATTACHMENT_KINDS,
  type AttachmentKind,
} from "../../shared/records/attachment-kind.ts";
import { useMessages } from "../i18n/messages.ts";
import type { AttachmentRecord } from "../store/types.ts";
import { useCommit } from "../widgets/commit.ts";
import { sayBytes, typeOfMedia } from "../widgets/attachments/attachment-files.ts";
import { AttachmentIntake } from "../widgets/attachments/attachment-intake.tsx";
import { ATTACHMENT_MESSAGES } from "../widgets/attachments/attachment-messages.ts";
import { AttachmentPreview } from "../widgets/attachments/attachment-preview.tsx";
import { KindSelect } from "../widgets/attachments/kind-select.tsx";
import { labelEdit } from "../widgets/edit-label.ts";
import { Empty } from "../widgets/states.tsx";
import { AttachmentEditor } from "./attachment-editor.tsx";

interface AttachmentsTabProps {
  readonly person: Person;
  readonly attachments: readonly AttachmentRecord[];
}

/** What stands beside a person's records as files. */
export function AttachmentsTab({ person, attachments }: AttachmentsTabProps) {
  const say = useMessages(ATTACHMENT_MESSAGES);
  const kindId = useId();
  const [kind, setKind] = useState<AttachmentKind>("education");
  return (
    <div className="people-section">
      <div className="people-section-head">
        <h2>{say("title")}</h2>
        <label htmlFor={kindId}>{say("kind")}</label>
        <KindSelect id={kindId} value={kind} onChange={setKind} />
      </div>
      <AttachmentIntake person={person} onFile={attachments} kind={kind} />
      {attachments.length === 0 ? (
        <Empty title={say("empty")} hint={say("emptyHint")} />
      ) : (
        <AttachmentTable person={person} attachments={attachments} />
      )}
    </div>
  );
}

function AttachmentTable({ person, attachments }: AttachmentsTabProps) {
  const say = useMessages(ATTACHMENT_MESSAGES);
  const commit = useCommit();
  const [viewed, setViewed] = useState<AttachmentRecord | null>(null);
  const [edited, setEdited] = useState<AttachmentRecord | null>(null);
  const rows = attachments.toSorted((a, b) => (a.addedAt < b.addedAt ? 1 : -1));
  const remove = (one: AttachmentRecord) =>
    commit({
      label: labelEdit("history.attachmentRemoved", { name: person.name, file: one.name }),
      removeAttachments: [one.id],
    });
  return (
    <div className="people-table-frame">
      <table className="people-table">
        <caption className="visually-hidden">
          {say("caption", { name: person.name, count: rows.length })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{say("name")}</th>
            <th scope="col">{say("fileKind")}</th>
            <th scope="col">{say("type")}</th>
            <th scope="col" className="people-cell-figure">
              {say("size")}
            </th>
            <th scope="col">{say("addedAt")}</th>
            <th scope="col">{say("actions")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.id}>
              <td>{one.name}</td>
              <td className="people-cell-fixed">{sayKind(one.kind)}</td>
              <td className="people-cell-fixed">{typeOfMedia(one.type)?.toUpperCase()}</td>
              <td className="people-cell-figure">{sayBytes(one.size)}</td>
              <td className="people-cell-fixed">{formatBeijing(one.addedAt)}</td>
              <td className="people-row-actions">
                <Button
                  size="small"
                  type="text"
                  aria-label={say("openOne", { name: one.name })}
                  onClick={() => setViewed(one)}
                >
                  {say("open")}
                </Button>
                <Button
                  size="small"
                  type="text"
                  aria-label={say("editOne", { name: one.name })}
                  onClick={() => setEdited(one)}
                >
                  {say("edit")}
                </Button>
                <Button
                  size="small"
                  type="text"
                  aria-label={say("removeOne", { name: one.name })}
                  onClick={() => void remove(one)}
                >
                  {say("remove")}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {viewed === null ? null : (
        <AttachmentPreview attachment={viewed} onClose={() => setViewed(null)} />
      )}
      {edited === null ? null : (
        <AttachmentEditor person={person} attachment={edited} onClose={() => setEdited(null)} />
      )}
    </div>
  );
}

function sayKind(kind: string): string {
  const known = ATTACHMENT_KINDS.find((one) => one === kind);
  return known === undefined ? kind : ATTACHMENT_KIND_LABELS[known];
}
