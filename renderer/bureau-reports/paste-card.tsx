import { Button, Input } from "antd";
import { useId, useState } from "react";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { StatusTag } from "../widgets/status-tag.tsx";
import { FaultList } from "./fault-list.tsx";
import { type Pasted, type PasteFaultCode, readPasted } from "./paste-results.ts";
import type { ResultRow, TypedResults } from "./result-rows.ts";
import { type ResultsKey, resultsMessages } from "./results-messages.ts";

const FAULT_WORDS = {
  unknown: "paste.unknown",
  short: "paste.short",
  noNumber: "paste.noNumber",
  several: "paste.several",
  outcome: "paste.outcome",
  date: "paste.date",
  twice: "paste.twice",
} as const satisfies Record<PasteFaultCode, ResultsKey>;

interface PasteCardProps {
  readonly rows: readonly ResultRow[];
  readonly onTake: (typed: TypedResults) => void;
}

/** Rows of a workbook, checked by name and ID number before they fill the table. */
export function PasteCard({ rows, onTake }: PasteCardProps) {
  const say = useMessages(resultsMessages);
  const id = useId();
  const [text, setText] = useState("");
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const take = () => {
    const read = readPasted(text, rows);
    setPasted(read);
    onTake(read.typed);
    if (read.faults.length === 0) setText("");
  };
  return (
    <Card title={say("paste")} className="no-print">
      <p className="reports-muted" id={`${id}-hint`}>
        {say("paste.hint")}
      </p>
      <Input.TextArea
        className="reports-paste"
        aria-label={say("paste.label")}
        aria-describedby={`${id}-hint`}
        rows={3}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <div className="reports-bar">
        <Button disabled={text.trim() === ""} onClick={take}>
          {say("paste.take")}
        </Button>
        {pasted === null ? null : (
          <span role="status">
            <StatusTag
              state={pasted.count > 0 ? "good" : "warn"}
              label={say("paste.taken", { count: pasted.count })}
            />
          </span>
        )}
      </div>
      {pasted === null ? null : <PasteFaults faults={pasted.faults} />}
    </Card>
  );
}

function PasteFaults({ faults }: Pick<Pasted, "faults">) {
  const say = useMessages(resultsMessages);
  return (
    <FaultList
      lead={say("paste.faults", { count: faults.length })}
      sentences={faults.map(({ line, code, name }) =>
        say("paste.line", { line, what: say(FAULT_WORDS[code], { name }) }),
      )}
    />
  );
}
