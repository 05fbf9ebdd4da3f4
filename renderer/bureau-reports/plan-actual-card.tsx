import { useMemo } from "react";
import { formatDay } from "../../shared/calendar/text.ts";
import type { ReformPlan } from "../../shared/bureau/reform-plan.ts";
import { SERIES_LABELS } from "../../shared/records/series.ts";
import { POST_GROUP_LABELS } from "../../shared/records/unit.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { Chart } from "../widgets/chart.tsx";
import { StatusTag } from "../widgets/status-tag.tsx";
import { useToday } from "../widgets/today.ts";
import {
  ACTUALS,
  actualOption,
  type PlanActual,
  sumActual,
  type YearActual,
} from "./plan-actual.ts";
import { planMessages } from "./plan-messages.ts";

interface PlanActualCardProps {
  readonly plan: ReformPlan;
  readonly actual: readonly PlanActual[];
}

/** The plan as it stands, each number with what came of it. */
export function PlanActualCard({ plan, actual }: PlanActualCardProps) {
  const say = useMessages(planMessages);
  const sums = useMemo(() => sumActual(actual), [actual]);
  const option = useMemo(
    () =>
      actualOption(sums, {
        planned: say("planned"),
        putForward: say("putForward"),
        accepted: say("accepted"),
        passed: say("passed"),
      }),
    [sums, say],
  );
  const years = sums.map((one) => say("chart.year", { ...one })).join("；");
  return (
    <Card title={plan.title} help={say("actual.help")}>
      {actual.length === 0 ? (
        <p className="reports-muted">{say("actual.none")}</p>
      ) : (
        <>
          <Chart option={option} height={240} label={say("chart", { years })} />
          <ActualTable actual={actual} sums={sums} />
        </>
      )}
      {plan.tasks.length === 0 ? null : <Tasks tasks={plan.tasks} />}
    </Card>
  );
}

interface ActualTableProps {
  readonly actual: readonly PlanActual[];
  readonly sums: readonly YearActual[];
}

function ActualTable({ actual, sums }: ActualTableProps) {
  const say = useMessages(planMessages);
  return (
    <div className="reports-scroll">
      <table className="reports-table" aria-label={say("actual")}>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {say("series")}
            </th>
            <th scope="col" rowSpan={2}>
              {say("group")}
            </th>
            {sums.map(({ year }) => (
              <th key={year} scope="colgroup" colSpan={ACTUALS.length}>
                {say("yearOf", { year })}
              </th>
            ))}
          </tr>
          <tr>
            {sums.flatMap(({ year }) =>
              ACTUALS.map((one) => (
                <th key={`${year} ${one}`} scope="col" className="reports-number">
                  {say(one)}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {actual.map(({ series, group, years }) => (
            <tr key={`${series} ${group}`}>
              <th scope="row">{SERIES_LABELS[series]}</th>
              <td className="reports-name">{POST_GROUP_LABELS[group]}</td>
              <Cells years={years} />
            </tr>
          ))}
          <tr className="reports-total">
            <th scope="row" colSpan={2}>
              {say("total")}
            </th>
            <Cells years={sums} />
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function Cells({ years }: { readonly years: readonly YearActual[] }) {
  return years.flatMap((one) =>
    ACTUALS.map((actual) => (
      <td key={`${one.year} ${actual}`} className="reports-number">
        {one[actual]}
      </td>
    )),
  );
}

function Tasks({ tasks }: Pick<ReformPlan, "tasks">) {
  const say = useMessages(planMessages);
  const today = formatDay(useToday());
  return (
    <div className="reports-scroll">
      <table className="reports-table" aria-label={say("tasks")}>
        <thead>
          <tr>
            <th scope="col">{say("task")}</th>
            <th scope="col">{say("owner")}</th>
            <th scope="col">{say("dueOn")}</th>
            <th scope="col">{say("doneOn")}</th>
          </tr>
        </thead>
        <tbody>
          {tasks.map(({ text, owner, dueOn, doneOn }) => (
            <tr key={`${text} ${dueOn}`}>
              <th scope="row">{text}</th>
              <td>{owner ?? "—"}</td>
              <td>{dueOn}</td>
              <td>
                {doneOn !== null ? (
                  <StatusTag state="good" label={`${say("done")} ${doneOn}`} />
                ) : (
                  <StatusTag
                    state={dueOn < today ? "bad" : "plain"}
                    label={dueOn < today ? say("late") : say("open")}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
