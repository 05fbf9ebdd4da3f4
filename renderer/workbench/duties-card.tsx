import { useMemo } from "react";
import { Link } from "react-router";
import type { Day } from "../../shared/calendar/day.ts";
import type { Duty, DutyKind } from "../../shared/policy/duties.ts";
import { DUTY_LABELS, sayDuty } from "../../shared/policy/wording/duty-sentences.ts";
import { useMessages } from "../i18n/messages.ts";
import { peopleAddress } from "../widgets/list-links.ts";
import { StatusTag, type TagState } from "../widgets/status-tag.tsx";
import { Card } from "../widgets/card.tsx";
import { type DueGroup, type DutyBundle, groupDuties } from "./duty-groups.ts";
import { workbenchMessages } from "./messages.ts";

/** So many lines of a kind stand here; the rest are one press away. */
const SHOWN = 5;

const GROUP_STATES = { overdue: "bad", month: "warn", later: "plain" } as const satisfies Record<
  DueGroup,
  TagState
>;

/** The tab of a person on which the matter is settled. */
const TABS = {
  hoursMissing: "training",
  trainingForNewTitle: "training",
  serviceOwed: "postings",
  titleLapses: "postings",
  sanctionRuns: "sanctions",
  catalogueUpdate: "basics",
} as const satisfies Record<DutyKind, string>;

type NameOf = (personId: string) => string;

interface DutiesCardProps {
  readonly duties: readonly Duty[];
  readonly today: Day;
  readonly nameOf: NameOf;
}

/** What is due, by when; each line leads to the person, each number to its list. */
export function DutiesCard({ duties, today, nameOf }: DutiesCardProps) {
  const say = useMessages(workbenchMessages);
  const groups = useMemo(() => groupDuties(duties, today), [duties, today]);
  const titles = {
    overdue: say("duties.overdue"),
    month: say("duties.month"),
    later: say("duties.later"),
  } as const satisfies Record<DueGroup, string>;
  return (
    <Card className="wb-card" title={say("duties.title")} help={say("duties.help")}>
      {groups.map(({ group, count, bundles }) => (
        <section key={group} className="wb-due" aria-label={titles[group]}>
          <h3>
            <StatusTag state={count === 0 ? "plain" : GROUP_STATES[group]} label={titles[group]} />
            <span className="wb-count">
              {count === 0 ? say("duties.none") : say("duties.count", { count })}
            </span>
          </h3>
          {bundles.map((bundle) => (
            <Bundle key={bundle.kind} bundle={bundle} group={titles[group]} nameOf={nameOf} />
          ))}
        </section>
      ))}
    </Card>
  );
}

interface BundleProps {
  readonly bundle: DutyBundle;
  readonly group: string;
  readonly nameOf: NameOf;
}

function Bundle({ bundle: { kind, duties, personIds }, group, nameOf }: BundleProps) {
  const say = useMessages(workbenchMessages);
  const label = DUTY_LABELS[kind];
  const address = peopleAddress(personIds, say("duties.why", { group, kind: label }));
  const hidden = duties.length - SHOWN;
  return (
    <div className="wb-bundle">
      <h4>
        {label}
        {personIds.length === 0 ? null : (
          <Link to={address}>{say("duties.people", { count: personIds.length })}</Link>
        )}
      </h4>
      <ul>
        {duties.slice(0, SHOWN).map((duty) => (
          <DutyLine key={`${duty.personId ?? ""} ${sayDuty(duty)}`} duty={duty} nameOf={nameOf} />
        ))}
      </ul>
      {hidden > 0 ? (
        <Link className="wb-more" to={address}>
          {say("duties.more", { count: hidden })}
        </Link>
      ) : null}
    </div>
  );
}

function DutyLine({ duty, nameOf }: { readonly duty: Duty; readonly nameOf: NameOf }) {
  const say = useMessages(workbenchMessages);
  const { personId, kind, dueOn } = duty;
  return (
    <li className="wb-line">
      {personId === null ? (
        <span className="wb-name">{say("duties.bureau")}</span>
      ) : (
        <Link className="wb-name" to={`/people/${personId}/${TABS[kind]}`}>
          {nameOf(personId)}
        </Link>
      )}
      <span className="wb-text">{sayDuty(duty)}</span>
      <span className="wb-date">
        {dueOn === null ? say("duties.noDate") : say("duties.dueOn", { date: dueOn })}
      </span>
    </li>
  );
}
