import { useEffect, useRef } from "react";
import type { Person } from "../../../shared/records/person.ts";
import type { AttachmentKind } from "../../../shared/records/attachment-kind.ts";
import { useMessages } from "../../i18n/messages.ts";
import type { AttachmentRecord } from "../../store/types.ts";
import { DropZone } from "../drop-zone.tsx";
import { usePack } from "../pack.ts";
import { Loading } from "../states.tsx";
import {
  FILE_TYPES,
  type FileRefusal,
  type FileRules,
  fileRulesOf,
  sayBytes,
  sayTypes,
} from "./attachment-files.ts";
import { ATTACHMENT_MESSAGES } from "./attachment-messages.ts";
import { type IntakeOptions, type RefusedFile, useIntake } from "./use-intake.ts";
import "./attachments.css";

interface AttachmentIntakeProps {
  readonly person: Person;
  /** What the person has: the same file is not taken in twice. */
  readonly onFile: readonly AttachmentRecord[];
  readonly kind: AttachmentKind;
  readonly alongWith?: IntakeOptions["alongWith"];
  /** Of several on one page only one may take what is pasted outside all of them. */
  readonly takesAnyPaste?: boolean;
}

/** Takes a person's files in by drop, dialog or paste, and says which were not taken and why. */
export function AttachmentIntake(props: AttachmentIntakeProps) {
  const { person, onFile, kind, alongWith, takesAnyPaste = true } = props;
  const say = useMessages(ATTACHMENT_MESSAGES);
  const rules = fileRulesOf(usePack());
  const { isBusy, refused, take } = useIntake({
    person,
    onFile,
    rules,
    ...(alongWith === undefined ? {} : { alongWith }),
  });
  const takeFiles = (files: readonly File[]) => void take(files, kind);
  usePastedFiles(takeFiles, takesAnyPaste);
  return (
    <>
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
        hint={say("hint", { types: sayTypes(rules), limit: sayBytes(rules.maxBytes) })}
      />
      {isBusy ? <Loading label={say("busy")} /> : null}
      <Refusals refused={refused} rules={rules} />
    </>
  );
}

/** Files pasted anywhere on the page; the drop zone and fields look after their own. */
function usePastedFiles(take: (files: readonly File[]) => void, isOn: boolean): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    if (!isOn) return undefined;
    const listen = ({ target, clipboardData }: ClipboardEvent) => {
      const isElsewhere = target instanceof Element && target.closest(".drop-zone, input") !== null;
      const files = Array.from(clipboardData?.files ?? []);
      if (!isElsewhere && files.length > 0) latest.current(files);
    };
    document.addEventListener("paste", listen);
    return () => document.removeEventListener("paste", listen);
  }, [isOn]);
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
    <div role="alert" className="attachment-refusals">
      <p>{say("refused")}</p>
      <ul>
        {refused.map((one) => (
          <li key={`${one.name} ${one.why}`}>{sentenceOf(one)}</li>
        ))}
      </ul>
    </div>
  );
}
