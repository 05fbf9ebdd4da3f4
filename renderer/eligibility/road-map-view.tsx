import { Fragment, useMemo, useState } from "react";
import { Link } from "react-router";
import type { Cycle } from "../../shared/policy/cycle.ts";
import { describeQuestion } from "../../shared/policy/sentences.ts";
import { useMessages } from "../i18n/messages.ts";
import { useRecords } from "../store/context.ts";
import { Chart } from "../widgets/chart.tsx";
import { Empty, Loading } from "../widgets/states.tsx";
import { eligibilityMessages } from "./messages.ts";
import { unitRoadOption, unitRoadTable } from "./road-chart.ts";
import { roadYears } from "./road-map.ts";
import { type UnitLane, type UnitRoad, unitRoad } from "./unit-road.ts";
import { useRoads } from "./use-roads.ts";
import "./eligibility.css";

const CHART_HEIGHT = 280;

/** The road map of the unit: how many become eligible in which year, and who. */
export function RoadMapView({ cycle }: { readonly cycle: Cycle }) {
  const say = useMessages(eligibilityMessages);
  const { items, count } = useRoads(cycle);
  const road = useMemo(
    () => (items === null ? null : unitRoad(items, roadYears(cycle))),
    [items, cycle],
  );
  const option = useMemo(() => (road === null ? null : unitRoadOption(road)), [road]);
  if (road === null || option === null) return <Loading label={say("road.working", { count })} />;
  if (road.lanes.length === 0)
    return <Empty title={say("road.none")} hint={say("road.noneHint")} />;
  return (
    <>
      <p className="elig-note">{say("road.help")}</p>
      <section className="elig-card">
        <h2>{say("road.chart")}</h2>
        <Chart
          option={option}
          height={CHART_HEIGHT}
          label={say("road.chart")}
          table={unitRoadTable(road, say("road.chartTable"))}
        />
      </section>
      <section className="elig-card">
        <h2>{say("road.table")}</h2>
        <RoadTable road={road} />
      </section>
    </>
  );
}

interface Chosen {
  readonly key: string;
  readonly index: number;
}

function RoadTable({ road }: { readonly road: UnitRoad }) {
  const say = useMessages(eligibilityMessages);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  return (
    <div className="elig-scroll">
      <table className="plain-table elig-road">
        <thead>
          <tr>
            <th scope="col">{say("road.question")}</th>
            {road.years.map((year, index) => (
              <th key={year} scope="col">
                {index === 0 ? say("road.now", { year }) : year}
              </th>
            ))}
            <th scope="col">{say("road.total")}</th>
          </tr>
        </thead>
        <tbody>
          {road.lanes.map((one) => (
            <Fragment key={one.key}>
              <LaneRow
                lane={one}
                years={road.years}
                chosen={chosen?.key === one.key ? chosen.index : null}
                onChoose={(index) => setChosen({ key: one.key, index })}
              />
              {chosen?.key === one.key ? (
                <tr>
                  <td colSpan={road.years.length + 2}>
                    <Names lane={one} index={chosen.index} year={road.years[chosen.index] ?? 0} />
                  </td>
                </tr>
              ) : null}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface LaneRowProps {
  readonly lane: UnitLane;
  readonly years: readonly number[];
  readonly chosen: number | null;
  readonly onChoose: (index: number) => void;
}

function LaneRow({ lane: { question, opening }, years, chosen, onChoose }: LaneRowProps) {
  const say = useMessages(eligibilityMessages);
  const label = describeQuestion(question);
  return (
    <tr>
      <th scope="row">{label}</th>
      {years.map((year, index) => {
        const count = opening[index]?.length ?? 0;
        return (
          <td key={year} className="elig-number">
            {count === 0 ? (
              <span className="elig-dim">0</span>
            ) : (
              <button
                type="button"
                className="elig-link"
                aria-pressed={chosen === index}
                aria-label={say("road.cell", { question: label, year, count })}
                onClick={() => onChoose(index)}
              >
                {count}
              </button>
            )}
          </td>
        );
      })}
      <td className="elig-number">{opening.reduce((sum, ids) => sum + ids.length, 0)}</td>
    </tr>
  );
}

/** Who stands behind a number. */
function Names({
  lane: { question, opening },
  index,
  year,
}: {
  readonly lane: UnitLane;
  readonly index: number;
  readonly year: number;
}) {
  const say = useMessages(eligibilityMessages);
  const records = useRecords();
  const ids = opening[index] ?? [];
  const why = say("road.names", { question: describeQuestion(question), year });
  const query = new URLSearchParams({ ids: ids.join(","), why });
  return (
    <div className="elig-names" role="status">
      <h3>{why}</h3>
      <ul>
        {ids.map((id) => (
          <li key={id}>
            <Link to={`/eligibility/${encodeURIComponent(id)}?view=roadmap`}>
              {records?.people.get(id)?.name ?? id}
            </Link>
          </li>
        ))}
      </ul>
      <Link to={`/eligibility?${query.toString()}`}>{say("road.inMatrix")}</Link>
    </div>
  );
}
