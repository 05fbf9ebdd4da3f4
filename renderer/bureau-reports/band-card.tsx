import { useMemo } from "react";
import type { StatisticsRow } from "../../shared/bridge/desk-schemas.ts";
import { POST_GROUP_LABELS } from "../../shared/records/unit.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { Chart } from "../widgets/chart.tsx";
import { type BandTable, nameBand, sayShare, STRUCTURE, sumRows } from "./bands.ts";
import { structureOption } from "./statistics-charts.ts";
import { type StatisticsKey, statisticsMessages } from "./statistics-messages.ts";

const KEY_WORDS = {
  age: "key.age",
  education: "key.education",
  series: "key.series",
  township: "key.township",
} as const satisfies Record<BandTable, StatisticsKey>;

interface BandCardProps {
  readonly table: BandTable;
  readonly rows: readonly StatisticsRow[];
}

/** One table with its chart beside it. */
export function BandCard({ table, rows }: BandCardProps) {
  const say = useMessages(statisticsMessages);
  const bands = useMemo(
    () => rows.map((row) => ({ name: nameBand(table, row.key, say), row })),
    [rows, table, say],
  );
  const option = useMemo(() => structureOption(bands, say("untitled")), [bands, say]);
  const label = say("chart", {
    title: say(table),
    rows: bands.map(({ name, row }) => say("chart.row", { name, count: row.people })).join("；"),
  });
  const total = sumRows(rows);
  return (
    <Card title={say(table)} className="print-keep">
      <div className="reports-split">
        <div className="reports-scroll">
          <table className="reports-table" aria-label={say(table)}>
            <thead>
              <tr>
                <th scope="col">{say(KEY_WORDS[table])}</th>
                <Numbers titles={[say("people"), say("share"), say("women")]} />
                <Numbers
                  titles={STRUCTURE.map((group) =>
                    group === "none" ? say("untitled") : POST_GROUP_LABELS[group],
                  )}
                />
              </tr>
            </thead>
            <tbody>
              {bands.map(({ name, row }) => (
                <BandRow key={row.key} name={name} row={row} whole={total.people} />
              ))}
              <BandRow name={say("total")} row={total} whole={total.people} />
            </tbody>
          </table>
        </div>
        <Chart option={option} height={rows.length * 34 + 80} label={label} />
      </div>
    </Card>
  );
}

function Numbers({ titles }: { readonly titles: readonly string[] }) {
  return titles.map((title) => (
    <th key={title} scope="col" className="reports-number">
      {title}
    </th>
  ));
}

interface BandRowProps {
  readonly name: string;
  readonly row: StatisticsRow;
  readonly whole: number;
}

function BandRow({ name, row, whole }: BandRowProps) {
  return (
    <tr className={row.key === "total" ? "reports-total" : undefined}>
      <th scope="row" className="reports-name">
        {name}
      </th>
      <td className="reports-number">{row.people}</td>
      <td className="reports-number">{sayShare(row.people, whole)}</td>
      <td className="reports-number">{row.women}</td>
      {STRUCTURE.map((group) => (
        <td key={group} className="reports-number">
          {row[group]}
        </td>
      ))}
    </tr>
  );
}
