import { useMemo } from "react";
import { POST_GROUP_LABELS } from "../../shared/records/unit.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { Chart } from "../widgets/chart.tsx";
import { type PostsRow, postsOption } from "./statistics-charts.ts";
import { statisticsMessages } from "./statistics-messages.ts";

/** The posts of all units, by level. */
export function PostsCard({ rows }: { readonly rows: readonly PostsRow[] }) {
  const say = useMessages(statisticsMessages);
  const option = useMemo(
    () =>
      postsOption(rows, {
        approved: say("approved"),
        filled: say("filled"),
        special: say("special"),
      }),
    [rows, say],
  );
  const label = say("chart", {
    title: say("posts"),
    rows: rows
      .map(({ group, approved, filled }) =>
        say("chart.posts", { name: POST_GROUP_LABELS[group], approved, filled }),
      )
      .join("；"),
  });
  const columns = [
    say("approved"),
    say("filled"),
    say("special"),
    say("free"),
    say("unknownUnits"),
  ];
  return (
    <Card title={say("posts")} help={say("posts.help")} className="print-keep">
      <div className="reports-split">
        <div className="reports-scroll">
          <table className="reports-table" aria-label={say("posts")}>
            <thead>
              <tr>
                <th scope="col">{say("key.posts")}</th>
                {columns.map((title) => (
                  <th key={title} scope="col" className="reports-number">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ group, approved, filled, special, free, unknownUnits }) => (
                <tr key={group}>
                  <th scope="row" className="reports-name">
                    {POST_GROUP_LABELS[group]}
                  </th>
                  <td className="reports-number">{approved}</td>
                  <td className="reports-number">{filled}</td>
                  <td className="reports-number">{special}</td>
                  <td className="reports-number">{free}</td>
                  <td className="reports-number">{unknownUnits}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <Chart option={option} height={rows.length * 52 + 80} label={label} />
      </div>
    </Card>
  );
}
