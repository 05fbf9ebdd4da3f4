import { useMemo } from "react";
import { POST_GROUP_LABELS } from "../../shared/records/unit.ts";
import { useMessages } from "../i18n/messages.ts";
import { Chart } from "../widgets/chart.tsx";
import { postsMessages } from "./messages.ts";
import type { PostLine } from "./post-lines.ts";

/** Filled and free posts of each group, beside who needs one. */
export function PostsChart({ lines }: { readonly lines: readonly PostLine[] }) {
  const say = useMessages(postsMessages);
  const names = {
    filled: say("chartFilled"),
    free: say("chartFree"),
    special: say("chartSpecial"),
    needing: say("chartNeeding"),
  };
  const { filled, free, special, needing } = names;
  const option = useMemo(() => {
    const series = (name: string, stack: string, color: string, decal: string) => ({
      name,
      stack,
      type: "bar",
      barMaxWidth: 22,
      itemStyle: { color, decal: { symbol: decal } },
    });
    return {
      aria: { enabled: true, decal: { show: true } },
      grid: { left: 8, right: 24, top: 40, bottom: 8, containLabel: true },
      legend: { top: 0, left: 0 },
      tooltip: { trigger: "axis", axisPointer: { type: "shadow" } },
      xAxis: { type: "value", minInterval: 1 },
      yAxis: {
        type: "category",
        inverse: true,
        data: lines.map(({ group }) => POST_GROUP_LABELS[group]),
      },
      series: [
        { ...series(filled, "posts", "#1f5fbf", "none"), data: lines.map((l) => l.filled.length) },
        {
          ...series(free, "posts", "#9cc0ee", "rect"),
          data: lines.map((l) => Math.max(0, l.free ?? 0)),
        },
        {
          ...series(special, "special", "#1c6b3c", "circle"),
          data: lines.map((l) => l.special.length),
        },
        {
          ...series(needing, "needing", "#b06a00", "triangle"),
          data: lines.map((l) => l.needing.length),
        },
      ],
    };
  }, [lines, filled, free, special, needing]);
  const label = lines
    .map((line) =>
      say("chartLabel", {
        group: POST_GROUP_LABELS[line.group],
        approved: line.approved ?? say("unknown"),
        filled: line.filled.length,
        free: line.free ?? say("unknown"),
        needing: line.needing.length,
      }),
    )
    .join("；");
  return (
    <section className="posts-chart">
      <h2>{say("chart")}</h2>
      <Chart
        option={option}
        height={260}
        label={label}
        table={{
          head: [say("group"), filled, free, special, needing],
          rows: lines.map((line) => [
            POST_GROUP_LABELS[line.group],
            line.filled.length,
            line.free ?? say("unknown"),
            line.special.length,
            line.needing.length,
          ]),
        }}
      />
    </section>
  );
}
