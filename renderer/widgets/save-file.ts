import { useCallback } from "react";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { widgetMessages } from "./messages.ts";
import { useNotice } from "./notice.tsx";

/** A function that saves a file where the user wants it, over either host, and gives whether it was saved. */
export function useSaveFile(): (name: string, bytes: Uint8Array) => Promise<boolean> {
  const bridge = useBridge();
  const notice = useNotice();
  const say = useMessages(widgetMessages);
  return useCallback(
    async (name, bytes) => {
      const answer = await bridge.call("files.save", { name }, bytes);
      if (!answer.ok) {
        notice.failed(answer.error.message);
        return false;
      }
      const { how, path } = answer.output;
      if (how === "cancelled") return false;
      if (how === "browser") downloadFile(name, [new Uint8Array(bytes)]);
      notice.done(
        how === "browser"
          ? say("fileDownloaded", { name })
          : say("fileSaved", { path: path ?? name }),
      );
      return true;
    },
    [bridge, notice, say],
  );
}

/** Hands a file to the browser to download. */
export function downloadFile(name: string, pieces: readonly Uint8Array<ArrayBuffer>[]): void {
  const address = URL.createObjectURL(new Blob([...pieces]));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
