import { useCallback } from "react";
import { useBridge } from "../../bridge.ts";
import type { AttachmentRecord } from "../../store/types.ts";
import { FilePreview } from "./file-preview.tsx";

interface AttachmentPreviewProps {
  readonly attachment: AttachmentRecord;
  readonly onClose: () => void;
}

/** An attachment of the records over the page. */
export function AttachmentPreview({ attachment, onClose }: AttachmentPreviewProps) {
  const bridge = useBridge();
  const { sha256, name, type } = attachment;
  const read = useCallback(() => bridge.call("attachments.get", { sha256 }), [bridge, sha256]);
  return <FilePreview name={name} media={type} read={read} onClose={onClose} />;
}
