import { Button, Modal } from "antd";
import { lazy, Suspense, useEffect, useState } from "react";
import type { Answer } from "../../../shared/bridge/method.ts";
import { useMessages } from "../../i18n/messages.ts";
import { useSaveFile } from "../save-file.ts";
import { Failure, Loading } from "../states.tsx";
import { typeOfMedia } from "./attachment-files.ts";
import { ATTACHMENT_MESSAGES } from "./attachment-messages.ts";
import "./attachments.css";

/** The reader of PDF is large: it comes when the first one is opened. */
const PdfView = lazy(async () => ({ default: (await import("./pdf-view.tsx")).PdfView }));

interface FilePreviewProps {
  readonly name: string;
  readonly media: string;
  /** Gives the bytes beside its answer; the same function while the file is the same. */
  readonly read: () => Promise<Answer<unknown>>;
  readonly onClose: () => void;
}

type Opened =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly message: string }
  | { readonly state: "open"; readonly bytes: Uint8Array<ArrayBuffer> };

/** A scan over the page: a picture, or a PDF page by page. */
export function FilePreview({ name, media, read, onClose }: FilePreviewProps) {
  const say = useMessages(ATTACHMENT_MESSAGES);
  const saveFile = useSaveFile();
  const { opened, retry } = useOpened(read);
  const type = typeOfMedia(media);
  const saveAs = () => {
    if (opened.state !== "open") return;
    void saveFile(`${name}.${type ?? "bin"}`, opened.bytes);
  };
  return (
    <Modal
      open
      centered
      destroyOnHidden
      width="min(960px, 94vw)"
      title={name}
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
          <PdfView bytes={opened.bytes} name={name} />
        </Suspense>
      ) : null}
      {opened.state === "open" && type !== "pdf" ? (
        <Picture bytes={opened.bytes} media={media} name={name} />
      ) : null}
    </Modal>
  );
}

function useOpened(read: FilePreviewProps["read"]): {
  readonly opened: Opened;
  readonly retry: () => void;
} {
  const [opened, setOpened] = useState<Opened>({ state: "loading" });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    const open = async () => {
      const answer = await read();
      if (!isCurrent) return;
      if (!answer.ok) setOpened({ state: "failed", message: answer.error.message });
      else setOpened({ state: "open", bytes: new Uint8Array(answer.bytes ?? []) });
    };
    void open();
    return () => {
      isCurrent = false;
    };
  }, [read, attempt]);
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
