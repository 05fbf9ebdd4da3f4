import { Button, Modal } from "antd";
import { lazy, Suspense, useEffect, useState } from "react";
import { useBridge } from "../../bridge.ts";
import { useMessages } from "../../i18n/messages.ts";
import type { AttachmentRecord } from "../../store/types.ts";
import { useSaveFile } from "../save-file.ts";
import { Failure, Loading } from "../states.tsx";
import { typeOfMedia } from "./attachment-files.ts";
import { ATTACHMENT_MESSAGES } from "./attachment-messages.ts";
import "./attachments.css";

/** The reader of PDF is large: it comes when the first one is opened. */
const PdfView = lazy(async () => ({ default: (await import("./pdf-view.tsx")).PdfView }));

interface AttachmentPreviewProps {
  readonly attachment: AttachmentRecord;
  readonly onClose: () => void;
}

type Opened =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly message: string }
  | { readonly state: "open"; readonly bytes: Uint8Array<ArrayBuffer> };

/** An attachment over the page: a picture, or a PDF page by page. */
export function AttachmentPreview({ attachment, onClose }: AttachmentPreviewProps) {
  const say = useMessages(ATTACHMENT_MESSAGES);
  const saveFile = useSaveFile();
  const { opened, retry } = useOpened(attachment.sha256);
  const type = typeOfMedia(attachment.type);
  const saveAs = () => {
    if (opened.state !== "open") return;
    void saveFile(`${attachment.name}.${type ?? "bin"}`, opened.bytes);
  };
  return (
    <Modal
      open
      centered
      destroyOnHidden
      width="min(960px, 94vw)"
      title={attachment.name}
      onCancel={onClose}
      footer={
        <>
          <Button disabled={opened.state !== "open"} onClick={saveAs}>
            {say("saveAs")}
          </Button>
          <Button type="primary" onClick={onClose}>
            {say("close")}
          </Button>
        </>
      }
    >
      {opened.state === "loading" ? <Loading label={say("loading")} /> : null}
      {opened.state === "failed" ? (
        <Failure title={say("failed")} message={opened.message} onRetry={retry} />
      ) : null}
      {opened.state === "open" && type === "pdf" ? (
        <Suspense fallback={<Loading label={say("loading")} />}>
          <PdfView bytes={opened.bytes} name={attachment.name} />
        </Suspense>
      ) : null}
      {opened.state === "open" && type !== "pdf" ? (
        <Picture bytes={opened.bytes} media={attachment.type} name={attachment.name} />
      ) : null}
    </Modal>
  );
}

function useOpened(sha256: string): { readonly opened: Opened; readonly retry: () => void } {
  const bridge = useBridge();
  const [opened, setOpened] = useState<Opened>({ state: "loading" });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    const open = async () => {
      const answer = await bridge.call("attachments.get", { sha256 });
      if (!isCurrent) return;
      if (!answer.ok) setOpened({ state: "failed", message: answer.error.message });
      else setOpened({ state: "open", bytes: new Uint8Array(answer.bytes ?? []) });
    };
    void open();
    return () => {
      isCurrent = false;
    };
  }, [bridge, sha256, attempt]);
  const retry = () => {
    setOpened({ state: "loading" });
    setAttempt(attempt + 1);
  };
  return { opened, retry };
}

interface PictureProps {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly media: string;
  readonly name: string;
}

function Picture({ bytes, media, name }: PictureProps) {
  const say = useMessages(ATTACHMENT_MESSAGES);
  const [address, setAddress] = useState<string | null>(null);
  const [isBroken, setIsBroken] = useState(false);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes], { type: media }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, media]);
  if (isBroken) return <Failure title={say("failed")} message={say("damaged")} />;
  if (address === null) return <Loading label={say("loading")} />;
  return (
    <div className="attachment-picture">
      <img src={address} alt={name} onError={() => setIsBroken(true)} />
    </div>
  );
}
