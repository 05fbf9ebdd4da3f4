import { useMessages } from "../i18n/messages.ts";
import { trainingMessages, type TrainingKey } from "./messages.ts";
import type { HoursState, YearHours } from "./year-hours.ts";

/** The sign of each state, so that none is told by its colour alone. */
export const STATE_SIGNS = {
  met: "✓",
  short: "✕",
  running: "…",
  notAsked: "—",
} as const satisfies Record<HoursState, string>;

export const STATE_KEYS = {
  met: "state.met",
  short: "state.short",
  running: "state.running",
  notAsked: "state.notAsked",
} as const satisfies Record<HoursState, TrainingKey>;

interface HoursCellProps {
  readonly name: string;
  readonly hours: YearHours;
  readonly onOpen: () => void;
}

/** One person's year: sign, hours in all, what is missing, and the two kinds below. */
export function HoursCell({ name, hours, onOpen }: HoursCellProps) {
  const say = useMessages(trainingMessages);
  const { year, state, total, missing } = hours;
  const parts = { public: hours.public.done, professional: hours.professional.done };
  const isEmpty = state === "notAsked" && total.done === 0;
  return (
    <button
      type="button"
      className={`hours-cell hours-${state}`}
      title={say("cell.title", { total: total.done, ...parts })}
      tabIndex={-1}
      onClick={onOpen}
    >
      <span className="visually-hidden">
        {say("cell.label", { name, year, state: say(STATE_KEYS[state]) })}
      </span>
      <span className="hours-main">
        <span className="hours-sign" aria-hidden="true">
          {STATE_SIGNS[state]}
        </span>
        {isEmpty ? null : <span className="hours-total">{total.done}</span>}
        {missing === 0 ? null : (
          <span className="hours-missing">{say("cell.missing", { missing })}</span>
        )}
      </span>
      {isEmpty ? null : <span className="hours-parts">{say("cell.parts", parts)}</span>}
    </button>
  );
}
