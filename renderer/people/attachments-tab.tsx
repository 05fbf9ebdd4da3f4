import { Button } from "antd";
import { useEffect, useId, useRef, useState } from "react";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import type { Person } from "../../shared/records/person.ts";
import {
  ATTACHMENT_KIND_LABELS,
  ATTACHMENT_KINDS,
  type AttachmentKind,
} from "../../shared/submission/recommendation-file.ts";
import { useMessages } from "../i18n/messages.ts";
import type { AttachmentRecord } from "../store/types.ts";
import { useCommit } from "../widgets/commit.ts";
import { DropZone } from "../widgets/drop-zone.tsx";
import { labelEdit } from "../widgets/edit-label.ts";
import { usePack } from "../widgets/pack.ts";
import { Empty, Loading } from "../widgets/states.tsx";
import { AttachmentEditor } from "./attachment-editor.tsx";
import {
  FILE_TYPES,
  type FileRefusal,
  type FileRules,
  fileRulesOf,
  sayBytes,
  sayTypes,
  typeOfMedia,
} from "./attachment-files.ts";
import { ATTACHMENT_MESSAGES } from "./attachment-messages.ts";
import { AttachmentPreview } from "./attachment-preview.tsx";
import { KindSelect } from "./kind-select.tsx";
import { type RefusedFile, useIntake } from "./use-attachments.ts";

interface AttachmentsTabProps {
  readonly person: Person;
  readonly attachments: readonly AttachmentRecord[];
}

/** What stands beside a person's records as files. */
export function AttachmentsTab({ person, attachments }: AttachmentsTabProps) {
  const say = useMessages(ATTACHMENT_MESSAGES);
  const rules = fileRulesOf(usePack());
  const kindId = useId();
  const [kind, setKind] = useState<AttachmentKind>("education");
  const { isBusy, refused, take } = useIntake(person, attachments, rules);
  const takeFiles = (files: readonly File[]) => void take(files, kind);
  usePastedFiles(takeFiles);
  const limit = sayBytes(rules.maxBytes);
  return (
    <div className="people-section">
      <div className="people-section-head">
        <h2>{say("title")}</h2>
        <label htmlFor={kindId}>{say("kind")}</label>
        <KindSelect id={kindId} value={kind} onChange={setKind} />
      </div>
      <DropZone
        accept={rules.types
          .flatMap((type) => FILE_TYPES[type].names.map((name) => `.${name}`))
          .join(",")}
        // What is too large or of another type is refused below, with what to do about it.
        maxBytes={Number.MAX_SAFE_INTEGER}
        multiple
        disabled={isBusy}
        onFiles={takeFiles}
        label={say("drop")}
        hint={say("hint", { types: sayTypes(rules), limit })}
      />
      {isBusy ? <Loading label={say("busy")} /> : null}
      <Refusals refused={refused} rules={rules} />
      {attachments.length === 0 ? (
        <Empty title={say("empty")} hint={say("emptyHint")} />
      ) : (
        <AttachmentTable person={person} attachments={attachments} />
      )}
    </div>
  );
}

/** Files pasted anywhere on the page; the drop zone and fields look after their own. */
function usePastedFiles(take: (files: readonly File[]) => void): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const listen = ({ target, clipboardData }: ClipboardEvent) => {
      const isElsewhere = target instanceof Element && target.closest(".drop-zone, input") !== null;
      const files = Array.from(clipboardData?.files ?? []);
      if (!isElsewhere && files.length > 0) latest.current(files);
    };
    document.addEventListener("paste", listen);
    return () => document.removeEventListener("paste", listen);
  }, []);
}

const REASONS = {
  empty: "why.empty",
  "too-large": "why.tooLarge",
  "not-allowed": "why.notAllowed",
  disguised: "why.disguised",
} as const satisfies Record<FileRefusal, string>;

interface RefusalsProps {
  readonly refused: readonly RefusedFile[];
  readonly rules: FileRules;
}

function Refusals({ refused, rules }: RefusalsProps) {
  const say = useMessages(ATTACHMENT_MESSAGES);
  const sentenceOf = ({ name, why, detail }: RefusedFile) => {
    if (why === "failed") return say("why.failed", { name, detail });
    if (why === "duplicate") return say("why.duplicate", { name, other: detail });
    if (why === "unreadable") return say("why.unreadable", { name });
    return say(REASONS[why], { name, limit: sayBytes(rules.maxBytes), types: sayTypes(rules) });
  };
  if (refused.length === 0) return null;
  return (
    <div role="alert" className="people-elsewhere">
      <p>{say("refused")}</p>
      <ul>
        {refused.map((one) => (
          <li key={`${one.name} ${one.why}`}>{sentenceOf(one)}</li>
        ))}
      </ul>
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
