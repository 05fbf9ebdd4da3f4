import { Button } from "antd";
import { useMessages } from "../i18n/messages.ts";
import { Empty, Failure, Loading } from "../widgets/states.tsx";
import { useAsked } from "../widgets/use-asked.ts";
import { BAND_TABLES } from "./bands.ts";
import { BandCard } from "./band-card.tsx";
import { frameMessages } from "./frame-messages.ts";
import { PostsCard } from "./posts-card.tsx";
import { type AskedReport, ReportPage } from "./report-page.tsx";
import { statisticsMessages } from "./statistics-messages.ts";

/** 统计分析: 专业技术人才基本情况 as tables and charts. */
export function StatisticsPage() {
  const say = useMessages(statisticsMessages);
  const sayFrame = useMessages(frameMessages);
  return (
    <ReportPage
      title={say("title")}
      help={say("help")}
      hasScope
      actions={() => <Button onClick={() => window.print()}>{sayFrame("print")}</Button>}
    >
      {(asked) => <Statistics asked={asked} />}
    </ReportPage>
  );
}

function Statistics({ asked: { year, scope } }: { readonly asked: AskedReport }) {
  const say = useMessages(statisticsMessages);
  const sayFrame = useMessages(frameMessages);
  const { output, fault, refresh } = useAsked("desk.statistics", { year, scope });
  if (fault !== null) {
    const retry = () => void refresh();
    return <Failure title={sayFrame("unread")} message={fault} onRetry={retry} />;
  }
  if (output === null) return <Loading />;
  const { people, on, unitsCounted: units } = output;
  return (
    <>
      <p className="reports-muted">{say("basis", { people, on: on ?? "—", units })}</p>
      {people === 0 ? (
        <Empty title={say("nobody")} />
      ) : (
        BAND_TABLES.map((table) => <BandCard key={table} table={table} rows={output[table]} />)
      )}
      <PostsCard rows={output.posts} />
    </>
  );
}
