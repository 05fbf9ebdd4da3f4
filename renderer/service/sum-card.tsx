import type { Day } from "../../shared/calendar/day.ts";
import { formatDay } from "../../shared/calendar/text.ts";
import type { ServiceRecord } from "../../shared/policy/service-record.ts";
import { useMessages } from "../i18n/messages.ts";
import { serviceMessages } from "./messages.ts";

/** The sum in years, months and days, and the day of each step. */
export function SumCard({
  record: { days, length, steps },
  cutOff,
}: {
  readonly record: ServiceRecord;
  readonly cutOff: Day;
}) {
  const say = useMessages(serviceMessages);
  return (
    <dl className="service-card service-sum">
      <div>
        <dt>{say("person.sum", { cutOff: formatDay(cutOff) })}</dt>
        <dd>
          <strong>{days === 0 ? say("person.none") : say("length", { ...length })}</strong>
          <small>{say("person.days", { days })}</small>
        </dd>
      </div>
      {steps.map(({ years, reachedOn, isReached }) => (
        <div key={years}>
          <dt>
            {reachedOn === null
              ? say("step.never", { years })
              : isReached
                ? say("step.reached", { years })
                : say("step.expected", { years })}
          </dt>
          <dd>
            {reachedOn === null ? (
              <small>{say("step.neverHint")}</small>
            ) : (
              <span className="service-date">{formatDay(reachedOn)}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
