import { useMemo } from "react";
import { Link } from "react-router";
import type { Day } from "../../shared/calendar/day.ts";
import { sayLength } from "../../shared/policy/wording/phrases.ts";
import type { Person } from "../../shared/records/person.ts";
import { POSTING_KIND_LABELS, SETTING_LABELS } from "../../shared/records/posting.ts";
import { useMessages } from "../i18n/messages.ts";
import { factsOf } from "../widgets/facts.ts";
import { TimeLine, type Tone } from "../widgets/time-line.tsx";
import { type CareerBand, careerOf } from "./career-bands.ts";
import { PEOPLE_MESSAGES } from "./messages.ts";

const TONES = {
  township: "accent",
  other: "plain",
  absence: "warn",
  counted: "good",
} as const satisfies Record<CareerBand["tone"], Tone>;

interface CareerLineProps {
  readonly person: Person;
  readonly cutOff: string;
  readonly lastDay: Day;
}

/** A career on a line of years, with what counts as township work below it. */
export function CareerLine({ person, cutOff, lastDay }: CareerLineProps) {
  const say = useMessages(PEOPLE_MESSAGES);
  const career = useMemo(() => careerOf(factsOf(person), lastDay), [person, lastDay]);
  if (career === null) return null;
  const bands = career.bands.map(({ from, to, posting, tone, row }) => ({
    from,
    to,
    row,
    tone: TONES[tone],
    label:
      posting === null
        ? say("career.countedBand")
        : [
            posting.employer ?? "",
            SETTING_LABELS[posting.setting],
            POSTING_KIND_LABELS[posting.kind],
          ]
            .filter((part) => part !== "")
            .join(" "),
  }));
  const rowLabels = Array.from({ length: career.rows }, (_, row) => {
    if (row === career.rows - 1) return say("career.counted");
    return row === 0 ? say("career.row") : `${say("career.rowMore")}${row > 1 ? ` ${row}` : ""}`;
  });
  return (
    <section className="people-section">
      <h2>{say("career.title")}</h2>
      <TimeLine
        from={career.from}
        to={career.to}
        bands={bands}
        rowLabels={rowLabels}
        label={say("career.title")}
      />
      <p>
        {say("career.sum", { cutOff, length: sayLength(career.township) })}{" "}
        <Link to={`/service/${person.id}`}>{say("career.detail")}</Link>
      </p>
    </section>
  );
}
