import { Button } from "antd";
import type { PDFDocumentProxy } from "pdfjs-dist";
import { useEffect, useRef, useState } from "react";
import { useMessages } from "../../i18n/messages.ts";
import { Failure, Loading } from "../states.tsx";
import { ATTACHMENT_MESSAGES } from "./attachment-messages.ts";
import { openPdf } from "./pdf-document.ts";
import "./attachments.css";

interface PdfViewProps {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly name: string;
}

const ZOOMS = [0.75, 1, 1.5, 2, 3] as const;
const USUAL_ZOOM = 1;

/** A PDF page by page, drawn on a canvas; nothing in it can run or link anywhere. */
export function PdfView({ bytes, name }: PdfViewProps) {
  const say = useMessages(ATTACHMENT_MESSAGES);
  const { pdf, hasFailed } = usePdf(bytes);
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState<number>(USUAL_ZOOM);
  if (hasFailed) return <Failure title={say("failed")} message={say("damaged")} />;
  if (pdf === null) return <Loading label={say("loading")} />;
  const count = pdf.numPages;
  return (
    <div className="attachment-pdf">
      <div className="attachment-pdf-bar">
        <Button disabled={page <= 1} onClick={() => setPage(page - 1)}>
          {say("previousPage")}
        </Button>
        <span role="status">{say("page", { page, count })}</span>
        <Button disabled={page >= count} onClick={() => setPage(page + 1)}>
          {say("nextPage")}
        </Button>
        <Button disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}>
          {say("smaller")}
        </Button>
        <Button disabled={zoom === ZOOMS.length - 1} onClick={() => setZoom(zoom + 1)}>
          {say("larger")}
        </Button>
      </div>
      <PdfPage
        pdf={pdf}
        page={page}
        zoom={ZOOMS[zoom] ?? 1}
        name={name}
        label={`${name} ${say("page", { page, count })}`}
      />
    </div>
  );
}

function usePdf(bytes: Uint8Array<ArrayBuffer>) {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    const opening = openPdf(bytes);
    opening.document.then(
      (opened) => isCurrent && setPdf(opened),
      () => isCurrent && setHasFailed(true),
    );
    return () => {
      isCurrent = false;
      void opening.close();
    };
  }, [bytes]);
  return { pdf, hasFailed };
}

interface PdfPageProps {
  readonly pdf: PDFDocumentProxy;
  readonly page: number;
  readonly zoom: number;
  readonly name: string;
  readonly label: string;
}

function PdfPage({ pdf, page, zoom, name, label }: PdfPageProps) {
  const say = useMessages(ATTACHMENT_MESSAGES);
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    let stop: (() => void) | null = null;
    let isCurrent = true;
    const draw = async () => {
      const opened = await pdf.getPage(page);
      const sheet = canvas.current;
      if (!isCurrent || sheet === null) return;
      const width = frame.current?.clientWidth ?? 800;
      const fit = width / opened.getViewport({ scale: 1 }).width;
      const viewport = opened.getViewport({ scale: fit * zoom * window.devicePixelRatio });
      sheet.width = Math.floor(viewport.width);
      sheet.height = Math.floor(viewport.height);
      sheet.style.width = `${Math.floor(viewport.width / window.devicePixelRatio)}px`;
      const drawing = opened.render({ canvas: sheet, viewport });
      stop = () => drawing.cancel();
      await drawing.promise;
    };
    draw().then(
      () => isCurrent && setHasFailed(false),
      () => isCurrent && setHasFailed(true),
    );
    return () => {
      isCurrent = false;
      stop?.();
    };
  }, [pdf, page, zoom]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to take the focus
    <div ref={frame} className="attachment-pdf-page" role="group" aria-label={name} tabIndex={0}>
      {hasFailed ? <Failure title={say("failed")} message={say("damaged")} /> : null}
      <canvas ref={canvas} role="img" aria-label={label} hidden={hasFailed} />
    </div>
  );
}
