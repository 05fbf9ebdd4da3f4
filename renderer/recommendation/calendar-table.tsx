import { Button } from "antd";
import { HOLIDAY_DATA_VERSION } from "../../shared/calendar/holiday-data.ts";
import { type ArrangedDay, arrangementOf } from "../../shared/calendar/working-days.ts";
import { useMessages } from "../i18n/messages.ts";
import { StatusTag } from "../widgets/status-tag.tsx";
import { type CalendarDay, calendarDays, type PublicityForm, turnDay } from "./publicity-form.ts";
import { publicityMessages } from "./publicity-messages.ts";

const WEEKDAYS = [
  "weekday.0",
  "weekday.1",
  "weekday.2",
  "weekday.3",
  "weekday.4",
  "weekday.5",
  "weekday.6",
] as const;

interface CalendarTableProps {
  readonly form: PublicityForm;
  /** Null where nothing can be corrected any more. */
  readonly onChange: ((form: PublicityForm) => void) | null;
}

/** The days on which the notice hangs, which of them count and why; each can be corrected. */
export function CalendarTable({ form, onChange }: CalendarTableProps) {
  const say = useMessages(publicityMessages);
  const days = calendarDays(form);
  if (days.length === 0) return null;
  const years = [...new Set(days.map(({ day }) => Number(day.slice(0, 4))))];
  return (
    <section className="round-calendar">
      <h3>{say("calendar")}</h3>
      <ol className="round-days">
        {days.map((day) => (
          <li key={day.day} className={day.isCounted ? "round-day-counted" : undefined}>
            <strong>{day.day.slice(5)}</strong>
            <span>{say(WEEKDAYS[day.weekday] ?? "weekday.0")}</span>
            <StatusTag
              state={day.isWorking ? "good" : "plain"}
              label={day.isWorking ? say("day.working") : say("day.free")}
            />
            <DayReason day={day} isFirst={day.day === form.from} />
            {onChange === null ? null : (
              <Button
                size="small"
                className="no-print"
                aria-label={say("day.turnOf", { day: day.day })}
                onClick={() => onChange(turnDay(form, day))}
              >
                {day.isCorrected
                  ? say("day.putBack")
                  : day.isWorking
                    ? say("day.toFree")
                    : say("day.toWorking")}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {years.map((year) => (
        <YearOfHolidays key={year} year={year} />
      ))}
    </section>
  );
}

function DayReason({ day, isFirst }: { readonly day: CalendarDay; readonly isFirst: boolean }) {
  const say = useMessages(publicityMessages);
  const reasons = [
    isFirst ? say("day.hung") : null,
    day.isCorrected ? say("day.corrected") : null,
    day.holiday === null
      ? null
      : day.isMakeUp
        ? say("day.makeUp", { holiday: day.holiday })
        : day.holiday,
  ].filter((one) => one !== null);
  return <small>{reasons.join("，")}</small>;
}

/** The official arrangement of a year, to be compared with the State Council's notice. */
function YearOfHolidays({ year }: { readonly year: number }) {
  const say = useMessages(publicityMessages);
  const arrangement = arrangementOf(year);
  if (arrangement === null) {
    return (
      <p className="round-note round-note-warn" role="status">
        {say("calendar.unpublished", { year })}
      </p>
    );
  }
  return (
    <details>
      <summary>{say("calendar.year", { year })}</summary>
      <p>{say("calendar.off", { days: sayDays(arrangement.free) })}</p>
      <p>
        {say("calendar.worked", {
          days: arrangement.working.length === 0 ? "—" : sayDays(arrangement.working),
        })}
      </p>
      <p className="round-muted">{say("calendar.source", { version: HOLIDAY_DATA_VERSION })}</p>
    </details>
  );
}

/** `元旦 01-01、01-02；春节 …`. */
function sayDays(days: readonly ArrangedDay[]): string {
  const holidays = [...new Set(days.map(({ holiday }) => holiday))];
  const daysOf = (holiday: string) =>
    days.filter((one) => one.holiday === holiday).map(({ day }) => day.slice(5));
  return holidays.map((holiday) => `${holiday} ${daysOf(holiday).join("、")}`).join("；");
}
