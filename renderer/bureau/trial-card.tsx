import { Button } from "antd";
import { useState } from "react";
import type { EnrolledKeyFacts } from "../../shared/bridge/registry-methods.ts";
import { isTrialUnit } from "../../shared/demo/trial-county.ts";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { useConfirm } from "../widgets/confirm.tsx";
import { useNotice } from "../widgets/notice.tsx";
import { Loading } from "../widgets/states.tsx";
import { deskMessages } from "./desk-messages.ts";

interface TrialCardProps {
  readonly keys: readonly EnrolledKeyFacts[];
  readonly onChange: () => Promise<void>;
}

/** Loads fictitious units to try the desk with, and removes them again; not offered beside real ones. */
export function TrialCard({ keys, onChange }: TrialCardProps) {
  const say = useMessages(deskMessages);
  const confirm = useConfirm();
  const { isBusy, load, end } = useTrial(onChange);
  const isRunning = keys.some(({ unit }) => isTrialUnit(unit.id));
  if (!isRunning && keys.length > 0) return null;
  const askToEnd = async () => {
    const isSure = await confirm({
      title: say("trial.endTitle"),
      text: say("trial.endText"),
      okLabel: say("trial.end"),
      isDanger: true,
    });
    if (isSure) await end();
  };
  return (
    <Card title={isRunning ? say("trial.runningTitle") : say("trial.title")} id="trial">
      <p>{isRunning ? say("trial.running") : say("trial.text")}</p>
      {isBusy && !isRunning ? <Loading label={say("trial.loading")} /> : null}
      <div className="bureau-actions">
        {isRunning ? (
          <Button loading={isBusy} onClick={() => void askToEnd()}>
            {say("trial.end")}
          </Button>
        ) : (
          <Button type="primary" disabled={isBusy} onClick={() => void load()}>
            {say("trial.load")}
          </Button>
        )}
      </div>
    </Card>
  );
}

function useTrial(onChange: () => Promise<void>) {
  const say = useMessages(deskMessages);
  const bridge = useBridge();
  const notice = useNotice();
  const [isBusy, setIsBusy] = useState(false);
  const run = async (method: "trial.load" | "trial.end", done: "trial.loaded" | "trial.ended") => {
    if (isBusy) return;
    setIsBusy(true);
    const answer = await bridge.call(method, {});
    await onChange();
    setIsBusy(false);
    if (answer.ok) notice.done(say(done, { count: answer.output.packages }));
    else notice.failed(answer.error.message);
  };
  return {
    isBusy,
    load: () => run("trial.load", "trial.loaded"),
    end: () => run("trial.end", "trial.ended"),
  };
}
