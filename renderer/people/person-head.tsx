import { parseStart } from "../../shared/calendar/text.ts";
import type { Assessment } from "../../shared/policy/assessment.ts";
import { sayLength } from "../../shared/policy/wording/phrases.ts";
import { type Person, SEX_LABELS } from "../../shared/records/person.ts";
import { useMessages } from "../i18n/messages.ts";
import { factsOf } from "../widgets/facts.ts";
import { StatusTag } from "../widgets/status-tag.tsx";
import { useToday } from "../widgets/today.ts";
import { PEOPLE_MESSAGES } from "./messages.ts";
import { ageOn, highestTitle, summarise, townshipLength } from "./person-summary.ts";

interface PersonHeadProps {
  readonly person: Person;
  readonly cutOff: string;
  /** Null while they are worked out. */
  readonly assessments: readonly Assessment[] | null;
}

/** Who it is, in two lines: sex, age, title, township years, and what they may apply for. */
export function PersonHead({ person, cutOff, assessments }: PersonHeadProps) {
  const say = useMessages(PEOPLE_MESSAGES);
  const age = ageOn(person.birthDate, useToday());
  const lastDay = parseStart(cutOff);
  const length = lastDay === null ? null : sayLength(townshipLength(factsOf(person), lastDay));
  const facts = [
    SEX_LABELS[person.sex],
    age === null ? "" : say("person.age", { age }),
    highestTitle(person)?.name ?? say("person.noTitle"),
    length === null ? "" : say("person.township", { length, cutOff }),
  ];
  return (
    <div className="people-head">
      <div>{facts.filter((fact) => fact !== "").join("　")}</div>
      <div className="people-head-tags">
        <SummaryTags assessments={assessments} />
      </div>
    </div>
  );
}

function SummaryTags({ assessments }: Pick<PersonHeadProps, "assessments">) {
  const say = useMessages(PEOPLE_MESSAGES);
  if (assessments === null) return <StatusTag state="plain" label={say("person.working")} />;
  if (assessments.length === 0) return <StatusTag state="plain" label={say("person.noPathway")} />;
  const { eligible, undetermined, ineligible, nextOn } = summarise(assessments);
  return (
    <>
      {eligible === 0 ? null : (
        <StatusTag state="good" label={say("person.eligible", { count: eligible })} />
      )}
      {undetermined === 0 ? null : (
        <StatusTag state="unknown" label={say("person.undetermined", { count: undetermined })} />
      )}
      {ineligible === 0 ? null : (
        <StatusTag state="bad" label={say("person.ineligible", { count: ineligible })} />
      )}
      {nextOn === null ? null : <span>{say("person.nextOn", { day: nextOn })}</span>}
    </>
  );
}
