import type { EChartsCoreOption } from "echarts/core";
import { useEffect, useRef, useState } from "react";
import { useMessages } from "../i18n/messages.ts";
import { widgetMessages } from "./messages.ts";
import "./chart.css";

export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

interface ChartProps {
  readonly option: EChartsCoreOption;
  readonly height: number;
  /** What the chart says, in one sentence: its text for those who do not see it. */
  readonly label: string;
  /** The same figures as a table, one press away. */
  readonly table?: ChartTable;
}

const FONT =
  '"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif';

/** A chart; its library comes only when one is shown. */
export function Chart({ option, height, label, table }: ChartProps) {
  const say = useMessages(widgetMessages);
  const place = useRef<HTMLDivElement>(null);
  const [isTable, setIsTable] = useState(false);
  useEffect(() => {
    const { current } = place;
    if (current === null || isTable) return undefined;
    let end: (() => void) | null = null;
    let isGone = false;
    void import("./echarts.ts").then(({ drawChart }) => {
      if (isGone) return;
      end = drawChart(current, { textStyle: { fontFamily: FONT }, animation: false, ...option });
    });
    return () => {
      isGone = true;
      end?.();
    };
  }, [option, isTable]);
  return (
    <figure className="chart" aria-label={label}>
      {table === undefined ? null : (
        <button
          type="button"
          className="chart-switch no-print"
          onClick={() => setIsTable(!isTable)}
        >
          {isTable ? say("chart.asChart") : say("chart.asTable")}
        </button>
      )}
      {isTable && table !== undefined ? (
        <ChartFigures table={table} />
      ) : (
        <div ref={place} role="img" aria-label={label} style={{ height }} />
      )}
    </figure>
  );
}

function ChartFigures({ table }: { readonly table: ChartTable }) {
  return (
    <table className="plain-table">
      <thead>
        <tr>
          {table.head.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((cells) => (
          <tr key={cells.join(" ")}>
            {cells.map((cell, index) => (
              <td key={table.head[index] ?? index}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
