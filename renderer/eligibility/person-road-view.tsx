import { useMemo } from "react";
import type { Cycle } from "../../shared/policy/cycle.ts";
import type { Decision } from "../../shared/policy/outcome.ts";
import { describeQuestion } from "../../shared/policy/sentences.ts";
import type { Person } from "../../shared/records/person.ts";
import { useMessages } from "../i18n/messages.ts";
import { Chart } from "../widgets/chart.tsx";
import { Loading } from "../widgets/states.tsx";
import { DECISION_KEYS } from "./decision-words.ts";
import { eligibilityMessages } from "./messages.ts";
import { personRoadOption } from "./road-chart.ts";
import { type PersonRoad, roadKey, roadYears } from "./road-map.ts";
import { useRoads } from "./use-roads.ts";

const HEAD_HEIGHT = 40;
const LANE_HEIGHT = 30;

/** The road map of one person, as a chart and as a table. */
export function PersonRoadView({
  person,
  cycle,
}: {
  readonly person: Person;
  readonly cycle: Cycle;
}) {
  const say = useMessages(eligibilityMessages);
  const { items, count } = useRoads(cycle, person.id);
  const years = useMemo(() => roadYears(cycle), [cycle]);
  const road = items?.find(({ personId }) => personId === person.id);
  const option = useMemo(
    () => (road === undefined ? null : personRoadOption(road, years)),
    [road, years],
  );
  if (items === null) return <Loading label={say("road.working", { count })} />;
  if (road === undefined || option === null || road.lanes.length === 0) {
    return <p>{say("reasons.none")}</p>;
  }
  return (
    <>
      <p className="elig-note">{say("road.help")}</p>
      <section className="elig-card">
        <h2>{say("road.personChart", { name: person.name })}</h2>
        <Chart
          option={option}
          height={HEAD_HEIGHT + road.lanes.length * LANE_HEIGHT}
          label={say("road.personChart", { name: person.name })}
        />
      </section>
      <section className="elig-card">
        <h2>{say("road.personTable")}</h2>
        <PersonRoadTable road={road} years={years} />
      </section>
    </>
  );
}

function PersonRoadTable({
  road,
  years,
}: {
  readonly road: PersonRoad;
  readonly years: readonly number[];
}) {
  const say = useMessages(eligibilityMessages);
  return (
    <div className="elig-scroll">
      <p className="elig-note">{say("road.signs")}</p>
      <table className="plain-table elig-road">
        <thead>
          <tr>
            <th scope="col">{say("road.question")}</th>
            <th scope="col">{say("road.first")}</th>
            {years.map((year, index) => (
              <th key={year} scope="col">
                {index === 0 ? say("road.now", { year }) : year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {road.lanes.map((lane) => (
            <tr key={roadKey(lane)}>
              <th scope="row">{describeQuestion(lane)}</th>
              <td className="elig-day">{lane.firstYear ?? say("road.never")}</td>
              {years.map((year, index) => {
                const decision = lane.decisions[index] ?? null;
                return (
                  <td key={year} className="elig-sign-cell">
                    <Sign decision={decision} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const SIGNS = { eligible: "✓", undetermined: "?", ineligible: "✕" } as const satisfies Record<
  Decision,
  string
>;

/** A year's answer as a sign; its words for those who do not see it. */
function Sign({ decision }: { readonly decision: Decision | null }) {
  const say = useMessages(eligibilityMessages);
  const words = decision === null ? say("road.notAsked") : say(DECISION_KEYS[decision]);
  return (
    <span className={`elig-sign elig-sign-${decision ?? "none"}`} title={words}>
      <span aria-hidden="true">{decision === null ? "—" : SIGNS[decision]}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
