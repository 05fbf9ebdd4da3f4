import { Button } from "antd";
import { useCallback, useState } from "react";
import type { DeskPackage } from "../../shared/bridge/desk-schemas.ts";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { FilePreview } from "../widgets/attachments/file-preview.tsx";
import { FILE_TYPES, type FileType } from "../widgets/attachments/attachment-files.ts";
import { safeFileName } from "../widgets/file-name.ts";
import { useNotice } from "../widgets/notice.tsx";
import { useSaveFile } from "../widgets/save-file.ts";
import { packageMessages } from "./package-messages.ts";

export type DeskFile = DeskPackage["files"][number];

interface FileButtonsProps {
  readonly packageId: string;
  readonly file: DeskFile;
}

/** Shows a scan over the page, or saves a form. */
export function FileButtons({ packageId, file }: FileButtonsProps) {
  const say = useMessages(packageMessages);
  const bridge = useBridge();
  const notice = useNotice();
  const save = useSaveFile();
  const [isOpen, setIsOpen] = useState(false);
  const { path, title } = file;
  const read = useCallback(
    () => bridge.call("desk.file", { packageId, path }),
    [bridge, packageId, path],
  );
  const media = mediaOf(path);
  const saveAs = async () => {
    const answer = await read();
    if (!answer.ok) notice.failed(answer.error.message);
    else if (answer.bytes !== null) {
      await save(safeFileName(title, extensionOf(path)), answer.bytes);
    }
  };
  return (
    <>
      {media === null ? null : (
        <Button
          size="small"
          aria-label={say("files.openOne", { title })}
          onClick={() => setIsOpen(true)}
        >
          {say("files.open")}
        </Button>
      )}
      {media !== null ? null : (
        <Button
          size="small"
          aria-label={say("files.saveOne", { title })}
          onClick={() => void saveAs()}
        >
          {say("files.save")}
        </Button>
      )}
      {isOpen && media !== null ? (
        <FilePreview name={title} media={media} read={read} onClose={() => setIsOpen(false)} />
      ) : null}
    </>
  );
}

/** With its dot. */
function extensionOf(path: string): string {
  return path.slice(path.lastIndexOf("."));
}

/** The media type of a scan that can be shown; null for a form. */
function mediaOf(path: string): string | null {
  const extension = extensionOf(path).slice(1);
  const types = Object.keys(FILE_TYPES) as FileType[];
  const type = types.find((one) => {
    const names: readonly string[] = FILE_TYPES[one].names;
    return names.includes(extension);
  });
  return type === undefined ? null : FILE_TYPES[type].media;
}
