import { useMessages } from "../i18n/messages.ts";
import { Empty } from "../widgets/states.tsx";
import { useAsked } from "../widgets/use-asked.ts";
import { AskedView } from "./asked-view.tsx";
import { BandCard } from "./band-card.tsx";
import { BAND_TABLES } from "./bands.ts";
import { frameMessages } from "./frame-messages.ts";
import { PostsCard } from "./posts-card.tsx";
import { type AskedReport, ReportPage } from "./report-page.tsx";
import { statisticsMessages } from "./statistics-messages.ts";

/** 统计分析: 专业技术人才基本情况 as tables and charts. */
export function StatisticsPage() {
  const say = useMessages(statisticsMessages);
  return (
    <ReportPage title={say("title")} help={say("help")} hasScope isPrinted>
      {(asked) => <Statistics asked={asked} />}
    </ReportPage>
  );
}

function Statistics({ asked: { year, scope } }: { readonly asked: AskedReport }) {
  const say = useMessages(statisticsMessages);
  const sayFrame = useMessages(frameMessages);
  const statistics = useAsked("desk.statistics", { year, scope });
  return (
    <AskedView asked={statistics} failure={sayFrame("unread")}>
      {({ people, on, unitsCounted: units, posts, ...tables }) => (
        <>
          <p className="reports-muted">{say("basis", { people, on: on ?? "—", units })}</p>
          {people === 0 ? (
            <Empty title={say("nobody")} />
          ) : (
            BAND_TABLES.map((table) => <BandCard key={table} table={table} rows={tables[table]} />)
          )}
          <PostsCard rows={posts} />
        </>
      )}
    </AskedView>
  );
}
