import { useEffect, useState } from "react";
import type { Answer } from "../../shared/bridge/method.ts";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { useNotice } from "../widgets/notice.tsx";
import { receiverMessages } from "./receiver-messages.ts";
import { useAsked } from "../widgets/use-asked.ts";

/** The receiver as it stands, kept up to date by its events, and what starts and stops it. */
export function useReceiver(onReceived: () => Promise<void>) {
  const say = useMessages(receiverMessages);
  const bridge = useBridge();
  const notice = useNotice();
  const [isBusy, setIsBusy] = useState(false);
  const { output, fault, refresh } = useAsked("receiver.state", {});
  useEffect(
    () =>
      bridge.on("receiver", ({ reason }) => {
        void refresh();
        if (reason === "package") void onReceived();
      }),
    [bridge, refresh, onReceived],
  );
  const run = async (call: Promise<Answer<unknown>>, done: string) => {
    setIsBusy(true);
    const answer = await call;
    await refresh();
    setIsBusy(false);
    if (answer.ok) notice.done(done);
    else notice.failed(answer.error.message);
  };
  return {
    state: output,
    fault,
    isBusy,
    refresh,
    start: (host: string, port: number) =>
      run(bridge.call("receiver.start", { host, port }), say("started")),
    stop: () => run(bridge.call("receiver.stop", {}), say("stoppedNow")),
  };
}
