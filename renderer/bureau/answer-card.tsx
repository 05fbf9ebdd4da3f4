import { Button } from "antd";
import { useState } from "react";
import { RECEIPT_STATUS_LABELS } from "../../shared/submission/receipt.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { useConfirm } from "../widgets/confirm.tsx";
import { packageMessages } from "./package-messages.ts";
import type { PackageProps } from "./package-props.ts";
import { stageOf } from "./stage.ts";
import { useAnswer } from "./use-answer.ts";
import { WholeDialog } from "./whole-dialog.tsx";

/** The receipt that tells the unit what was decided. */
export function AnswerCard({ of, onChange }: PackageProps) {
  const say = useMessages(packageMessages);
  const confirm = useConfirm();
  const [isWhole, setIsWhole] = useState(false);
  const { isBusy, answer } = useAnswer(of, onChange);
  const { decisions } = of;
  const { accepted, returned, rejected, undecided } = decisions;
  const stage = stageOf(of);
  const make = async () => {
    const status = RECEIPT_STATUS_LABELS[statusOf(of.decisions)];
    const isSure = await confirm({
      title: say("answer.confirmTitle"),
      text: say("answer.confirmText", { status, accepted, returned, rejected }),
      okLabel: say("answer.make"),
    });
    if (isSure) await answer(null);
  };
  return (
    <Card title={say("answer.title")} help={say("answer.help")} id="answer">
      <p role="status">{say("answer.counts", { accepted, returned, rejected, undecided })}</p>
      {undecided > 0 ? (
        <p className="bureau-muted">{say("answer.undecided", { count: undecided })}</p>
      ) : null}
      {undecided === 0 && stage !== "ready" ? (
        <p className="bureau-muted">{say("answer.upToDate")}</p>
      ) : null}
      <div className="bureau-actions no-print">
        <Button
          type="primary"
          disabled={undecided > 0}
          loading={isBusy}
          onClick={() => void make()}
        >
          {say("answer.make")}
        </Button>
        <Button disabled={isBusy} onClick={() => setIsWhole(true)}>
          {say("answer.whole")}
        </Button>
      </div>
      {isWhole ? <WholeDialog onClose={() => setIsWhole(false)} onAnswer={answer} /> : null}
    </Card>
  );
}

/** What the receipt is going to say: one return sends the package back. */
function statusOf({
  returned,
  accepted,
}: PackageProps["of"]["decisions"]): "returned" | "accepted" | "refused" {
  if (returned > 0) return "returned";
  return accepted > 0 ? "accepted" : "refused";
}
