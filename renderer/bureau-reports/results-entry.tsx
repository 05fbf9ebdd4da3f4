import { Button } from "antd";
import { useState } from "react";
import { formatDay } from "../../shared/calendar/text.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { Form } from "../widgets/form.tsx";
import { useNotice } from "../widgets/notice.tsx";
import { Restored } from "../widgets/restored.tsx";
import { useToday } from "../widgets/today.ts";
import { useFormDraft } from "../widgets/use-form-draft.ts";
import { FaultList } from "./fault-list.tsx";
import { FillBar } from "./fill-bar.tsx";
import { IssuedCard } from "./issued-card.tsx";
import { PasteCard } from "./paste-card.tsx";
import {
  findResultFaults,
  newResults,
  type ResultFault,
  type ResultRow,
  type TypedResult,
  type TypedResults,
  typedOf,
} from "./result-rows.ts";
import { type ResultsKey, resultsMessages } from "./results-messages.ts";
import { ResultsTable } from "./results-table.tsx";
import { useIssueResults } from "./use-issue-results.ts";

const FAULT_WORDS = {
  on: "fault.on",
  future: "fault.future",
  certificate: "fault.certificate",
} as const satisfies Record<ResultFault["code"], ResultsKey>;

const NONE: TypedResults = {};

interface ResultsEntryProps {
  readonly packageId: string;
  readonly unitName: string;
  readonly rows: readonly ResultRow[];
  readonly onIssued: () => Promise<void>;
}

/** The table to type results in, ways to fill it, and the receipt that tells them. */
export function ResultsEntry({ packageId, unitName, rows, onIssued }: ResultsEntryProps) {
  const say = useMessages(resultsMessages);
  const notice = useNotice();
  const today = formatDay(useToday());
  const told = JSON.stringify(rows.map((row) => row.told));
  const [typed, setTyped, forget, isRestored] = useFormDraft(
    `bureau.results.${packageId}`,
    NONE,
    told,
  );
  const [isTried, setIsTried] = useState(false);
  const { issue, issued, isIssuing } = useIssueResults({ packageId, unitName, onIssued });
  const faults = findResultFaults(rows, typed, today);
  const put = (row: ResultRow, part: Partial<TypedResult>) =>
    setTyped({ ...typed, [row.key]: { ...typedOf(row, typed), ...part } });
  const submit = async () => {
    setIsTried(true);
    if (faults.length > 0) return;
    const results = newResults(rows, typed);
    if (results.length === 0) notice.failed(say("issue.nothing"));
    else if (await issue(results)) forget();
  };
  return (
    <>
      {issued === null ? null : <IssuedCard issued={issued} />}
      <PasteCard rows={rows} onTake={(pasted) => setTyped({ ...typed, ...pasted })} />
      <Card title={say("table")} help={say("onHelp")}>
        <Form label={say("table")} onSubmit={() => void submit()}>
          <Restored isShown={isRestored} onDiscard={forget} />
          <FillBar rows={rows} typed={typed} onChange={setTyped} />
          <ResultsTable rows={rows} typed={typed} onChange={put} />
          <div className="reports-bar no-print">
            <Button type="primary" htmlType="submit" loading={isIssuing}>
              {say("issue")}
            </Button>
          </div>
          {/* Under the button: a list that goes while it is pressed would move it from under the pointer. */}
          <FaultList
            sentences={
              isTried ? faults.map(({ code, name }) => say(FAULT_WORDS[code], { name })) : []
            }
          />
        </Form>
      </Card>
    </>
  );
}
