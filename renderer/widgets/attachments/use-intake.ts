import { useState } from "react";
import { formatInstant } from "../../../shared/calendar/instant.ts";
import type { Person } from "../../../shared/records/person.ts";
import type { AttachmentKind } from "../../../shared/records/attachment-kind.ts";
import type { Bridge } from "../../../shared/bridge/methods.ts";
import { useBridge } from "../../bridge.ts";
import type { AttachmentRecord, Edit } from "../../store/types.ts";
import { useCommit } from "../commit.ts";
import { labelEdit } from "../edit-label.ts";
import {
  attachmentName,
  checkFile,
  FILE_TYPES,
  type FileRefusal,
  type FileRules,
} from "./attachment-files.ts";

/** Why a file offered was not taken in. */
export interface RefusedFile {
  readonly name: string;
  readonly why: FileRefusal | "duplicate" | "unreadable" | "failed";
  /** The attachment that is the same file, or the host's own sentence. */
  readonly detail: string;
}

interface Intake {
  readonly isBusy: boolean;
  readonly refused: readonly RefusedFile[];
  readonly take: (files: readonly File[], kind: AttachmentKind) => Promise<void>;
}

export interface IntakeOptions {
  readonly person: Person;
  /** What the person has: the same file is not taken in twice. */
  readonly onFile: readonly AttachmentRecord[];
  readonly rules: FileRules;
  /** What else the same edit changes because of the files: a record that names one of them. */
  readonly alongWith?: (taken: readonly AttachmentRecord[]) => Pick<Edit, "putCandidacies">;
}

/** Takes files in: each is checked, stored by its hash, and all of them go on record in one edit. */
export function useIntake({ person, onFile, rules, alongWith }: IntakeOptions): Intake {
  const bridge = useBridge();
  const commit = useCommit();
  const [isBusy, setIsBusy] = useState(false);
  const [refused, setRefused] = useState<readonly RefusedFile[]>([]);
  const take = async (files: readonly File[], kind: AttachmentKind) => {
    setIsBusy(true);
    const clock = await bridge.call("app.info", {});
    if (!clock.ok) {
      const detail = clock.error.message;
      setRefused(files.map(({ name }) => ({ name, why: "failed", detail })));
      setIsBusy(false);
      return;
    }
    // The host's clock: the screen keeps none of its own.
    const addedAt = formatInstant(clock.output.now);
    const taken: AttachmentRecord[] = [];
    const notTaken: RefusedFile[] = [];
    for (const file of files) {
      const stored = await storeFile(bridge, file, rules);
      if (!stored.ok) {
        notTaken.push(stored.refused);
        continue;
      }
      const same = [...onFile, ...taken].find(({ sha256 }) => sha256 === stored.sha256);
      if (same !== undefined) {
        notTaken.push({ name: file.name, why: "duplicate", detail: same.name });
        continue;
      }
      const { ok: _ok, ...facts } = stored;
      const name = attachmentName(file.name);
      taken.push({ id: crypto.randomUUID(), personId: person.id, kind, name, addedAt, ...facts });
    }
    if (taken.length > 0) {
      const label = labelEdit("history.attachmentsAdded", {
        name: person.name,
        count: taken.length,
      });
      await commit({ label, putAttachments: taken, ...alongWith?.(taken) });
    }
    setRefused(notTaken);
    setIsBusy(false);
  };
  return { isBusy, refused, take };
}

type StoredFile =
  | ({ readonly ok: true } & Pick<AttachmentRecord, "type" | "size" | "sha256" | "crc32">)
  | { readonly ok: false; readonly refused: RefusedFile };

async function storeFile(bridge: Bridge, file: File, rules: FileRules): Promise<StoredFile> {
  const { name } = file;
  const bytes = await readBytes(file);
  if (bytes === null) return { ok: false, refused: { name, why: "unreadable", detail: "" } };
  const checked = checkFile(name, bytes, rules);
  if (!checked.ok) return { ok: false, refused: { name, why: checked.why, detail: "" } };
  const answer = await bridge.call("attachments.put", {}, bytes);
  if (!answer.ok) {
    return { ok: false, refused: { name, why: "failed", detail: answer.error.message } };
  }
  const { sha256, crc32, size } = answer.output;
  return { ok: true, type: FILE_TYPES[checked.type].media, size, sha256, crc32 };
}

/** Null where the file is gone or held by another program. */
async function readBytes(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}
