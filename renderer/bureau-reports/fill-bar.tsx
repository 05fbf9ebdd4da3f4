import { Button } from "antd";
import { useState } from "react";
import { useMessages } from "../i18n/messages.ts";
import { DateField } from "../widgets/date-field.tsx";
import { useNotice } from "../widgets/notice.tsx";
import { passRest, type ResultRow, type TypedResults } from "./result-rows.ts";
import { resultsMessages } from "./results-messages.ts";

interface FillBarProps {
  readonly rows: readonly ResultRow[];
  readonly typed: TypedResults;
  readonly onChange: (typed: TypedResults) => void;
}

/** Most pass on the same day: one press notes all that are open. */
export function FillBar({ rows, typed, onChange }: FillBarProps) {
  const say = useMessages(resultsMessages);
  const notice = useNotice();
  const [day, setDay] = useState<string | null>(null);
  const fill = () => {
    if (day === null) notice.failed(say("fill.dayNeeded"));
    else onChange(passRest(rows, typed, day));
  };
  return (
    <div className="reports-bar no-print" role="group" aria-label={say("fill")}>
      <DateField label={say("fill.day")} value={day} onChange={setDay} />
      <Button onClick={fill}>{say("fill.passed")}</Button>
    </div>
  );
}
