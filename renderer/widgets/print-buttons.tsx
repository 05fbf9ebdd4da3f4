import { Button } from "antd";
import type { Ref } from "react";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { safeFileName } from "./file-name.ts";
import { widgetMessages } from "./messages.ts";
import { useNotice } from "./notice.tsx";

interface PrintButtonsProps {
  /** What the PDF is called, without its ending. */
  readonly name: string;
  /** What the button that prints says, where the page shows more than it prints. */
  readonly label?: string;
  /** Where printing is what the page is for. */
  readonly isPrimary?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** Prints the page, or saves it as a PDF; `ref` is the button that prints. */
export function PrintButtons({ name, label, isPrimary = false, ref }: PrintButtonsProps) {
  const say = useMessages(widgetMessages);
  const savePdf = useSavePdf();
  return (
    <>
      <Button
        type={isPrimary ? "primary" : "default"}
        {...(ref === undefined ? {} : { ref })}
        onClick={() => window.print()}
      >
        {label ?? say("print")}
      </Button>
      <Button onClick={() => void savePdf(safeFileName(name, ".pdf"))}>{say("savePdf")}</Button>
    </>
  );
}

/** A function that saves the page as it would be printed; a browser does so from its own print window. */
function useSavePdf(): (name: string) => Promise<void> {
  const bridge = useBridge();
  const notice = useNotice();
  const say = useMessages(widgetMessages);
  return async (name) => {
    const answer = await bridge.call("files.savePdf", { name });
    if (!answer.ok) {
      notice.failed(answer.error.message);
      return;
    }
    const { how, path } = answer.output;
    if (how === "saved") notice.done(say("fileSaved", { path: path ?? name }));
    if (how !== "browser") return;
    notice.done(say("pdfInBrowser"));
    // The print window holds the page up: the notice is to be seen beside it.
    requestAnimationFrame(() => requestAnimationFrame(() => window.print()));
  };
}
