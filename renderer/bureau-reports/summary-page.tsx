import { useMemo } from "react";
import { Button } from "antd";
import { Link, useNavigate } from "react-router";
import type { SummaryRow } from "../../shared/bridge/desk-schemas.ts";
import type { OutputOf } from "../../shared/bridge/methods.ts";
import { SUMMARY_DIMENSIONS, type SummaryDimension } from "../../shared/bureau/summary-list.ts";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { useNotice } from "../widgets/notice.tsx";
import { useSaveFile } from "../widgets/save-file.ts";
import { useAsked } from "../widgets/use-asked.ts";
import { useQuery } from "../widgets/use-query.ts";
import { VirtualTable } from "../widgets/virtual-table.tsx";
import { reportAddress, type Scope } from "./asked-year.ts";
import { AskedView } from "./asked-view.tsx";
import { frameMessages } from "./frame-messages.ts";
import { type AskedReport, ReportPage } from "./report-page.tsx";
import { ScopeChoice } from "./scope-choice.tsx";
import { FIGURES, summaryColumns } from "./summary-columns.tsx";
import { type SummaryKey, summaryMessages } from "./summary-messages.ts";

const BY_WORDS = {
  unit: "by.unit",
  series: "by.series",
  level: "by.level",
  line: "by.line",
  pathway: "by.pathway",
} as const satisfies Record<SummaryDimension, SummaryKey>;

/** 汇总: the sums of a year, and the lists made of them. */
export function SummaryPage() {
  const say = useMessages(summaryMessages);
  return (
    <ReportPage title={say("title")} help={say("help")}>
      {(asked) => (
        <>
          <Summary asked={asked} />
          <ListsCard asked={asked} />
        </>
      )}
    </ReportPage>
  );
}

/** The lists for the city, of a scope of their own. */
function ListsCard({ asked: { year, scope } }: { readonly asked: AskedReport }) {
  const say = useMessages(summaryMessages);
  const bridge = useBridge();
  const notice = useNotice();
  const save = useSaveFile();
  const navigate = useNavigate();
  const [, change] = useQuery();
  const setScope = (to: Scope) =>
    change((before) => {
      const next = new URLSearchParams(before);
      next.set("scope", to);
      return next;
    });
  const saveWorkbook = async () => {
    const answer = await bridge.call("desk.summaryWorkbook", { year, scope });
    if (!answer.ok) notice.failed(answer.error.message);
    else if (answer.bytes !== null) await save(answer.output.fileName, answer.bytes);
  };
  return (
    <Card title={say("lists")} help={say("lists.help")} className="no-print">
      <div className="reports-bar">
        <ScopeChoice value={scope} onChange={setScope} />
        <Button onClick={() => void saveWorkbook()}>{say("workbook")}</Button>
        <Button onClick={() => void navigate(reportAddress("/summary/print", { year, scope }))}>
          {say("preview")}
        </Button>
      </div>
    </Card>
  );
}

function Summary({ asked: { year } }: { readonly asked: AskedReport }) {
  const sayFrame = useMessages(frameMessages);
  const summary = useAsked("desk.summary", { year });
  return (
    <AskedView asked={summary} failure={sayFrame("unread")}>
      {(sums) => <Sums sums={sums} year={year} />}
    </AskedView>
  );
}

interface SumsProps {
  readonly sums: OutputOf<"desk.summary">;
  readonly year: number;
}

function Sums({ sums, year }: SumsProps) {
  const say = useMessages(summaryMessages);
  const [query] = useQuery();
  const navigate = useNavigate();
  const dimension = SUMMARY_DIMENSIONS.find((one) => one === query.get("by")) ?? "unit";
  const columns = useMemo(() => summaryColumns(say, dimension), [say, dimension]);
  const rows = sums[dimension];
  const showUnit = ({ name }: SummaryRow) => {
    void navigate(reportAddress("/inbox", { year, q: name }));
  };
  const opening = dimension === "unit" ? { onOpen: showUnit } : {};
  return (
    <>
      <Card title={say("total")}>
        <dl className="reports-figures">
          {FIGURES.map((figure) => (
            <div key={figure}>
              <dt>{say(figure)}</dt>
              <dd>{sums.total[figure]}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <section aria-label={say("by")}>
        <nav className="reports-views no-print" aria-label={say("by")}>
          {SUMMARY_DIMENSIONS.map((one) => (
            <Link
              key={one}
              to={addressBy(query, one)}
              aria-current={one === dimension ? "page" : undefined}
            >
              {say(BY_WORDS[one])}
            </Link>
          ))}
        </nav>
        <VirtualTable
          key={dimension}
          label={say(BY_WORDS[dimension])}
          rows={rows}
          columns={columns}
          rowKey={({ key }) => key}
          stickyColumns={1}
          height={heightOf(rows.length)}
          {...opening}
        />
        {dimension === "unit" ? <p className="reports-note">{say("unit.open")}</p> : null}
      </section>
    </>
  );
}

/** The same page by another dimension. */
function addressBy(query: URLSearchParams, dimension: SummaryDimension): string {
  const next = new URLSearchParams(query);
  next.set("by", dimension);
  return `/summary?${next.toString()}`;
}

const ROW_HEIGHT = 36;
const MOST_SEEN = 12;

/** Room for the rows, the head and a bar to scroll sideways. */
function heightOf(rows: number): number {
  return (Math.min(rows, MOST_SEEN) + 1) * ROW_HEIGHT + 20;
}
