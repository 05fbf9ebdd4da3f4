import { Button } from "antd";
import { Link, useNavigate, useParams } from "react-router";
import { parseStart } from "../../shared/calendar/text.ts";
import type { Assessment } from "../../shared/policy/assessment.ts";
import type { Person } from "../../shared/records/person.ts";
import { useMessages } from "../i18n/messages.ts";
import { useRecords, useStoreState } from "../store/context.ts";
import type { Records, StoreState } from "../store/types.ts";
import { useCommit } from "../widgets/commit.ts";
import { useConfirm } from "../widgets/confirm.tsx";
import { labelEdit } from "../widgets/edit-label.ts";
import { HistoryList } from "../widgets/history-list.tsx";
import { Page } from "../widgets/page.tsx";
import { Empty, Loading } from "../widgets/states.tsx";
import { AttachmentsTab } from "./attachments-tab.tsx";
import { BasicsTab } from "./basics-form.tsx";
import { CareerLine } from "./career-line.tsx";
import { EligibilityTab } from "./eligibility-tab.tsx";
import { PEOPLE_MESSAGES } from "./messages.ts";
import { PersonHead } from "./person-head.tsx";
import { countOf, PERSON_TABS, type PersonTab, tabOf } from "./person-tabs.ts";
import { RecordSection } from "./record-section.tsx";
import { removalOf } from "./removal.ts";
import { rememberedAddress, rememberedList } from "./roster-session.ts";
import { neighboursIn } from "./roster-view.ts";
import "./people.css";

const selectRows = ({ rows }: StoreState) => rows;

/** One person with everything on file. */
export function PersonPage() {
  const say = useMessages(PEOPLE_MESSAGES);
  const { id = "", tab } = useParams();
  const records = useRecords();
  const row = useStoreState(selectRows).find((one) => one.id === id);
  const person = records?.people.get(id) ?? null;
  const back = { to: rememberedAddress(), label: say("person.back") };
  if (records === null) {
    return (
      <Page title={row?.name ?? say("roster.title")} windowTitle={say("roster.title")} back={back}>
        <Loading />
      </Page>
    );
  }
  if (person === null) {
    return (
      <Page title={say("person.missing")} back={back}>
        <Empty
          title={say("person.missing")}
          hint={say("person.missingHint")}
          action={<Link to="/people">{say("person.toRoster")}</Link>}
        />
        <HistoryList personId={id} />
      </Page>
    );
  }
  return <PersonOnFile key={id} person={person} records={records} tab={tabOf(tab)} />;
}

interface PersonOnFileProps {
  readonly person: Person;
  readonly records: Records;
  readonly tab: PersonTab;
}

function PersonOnFile({ person, records, tab }: PersonOnFileProps) {
  const say = useMessages(PEOPLE_MESSAGES);
  const assessments = useStoreState(
    ({ assessed }) => assessed.byPerson.get(person.id)?.assessments ?? null,
  );
  const { cutOff } = records.settings.cycle;
  const attachments = [...records.attachments.values()].filter(
    ({ personId }) => personId === person.id,
  );
  return (
    <Page
      title={person.name}
      windowTitle={say("roster.title")}
      subtitle={<PersonHead person={person} cutOff={cutOff} assessments={assessments} />}
      back={{ to: rememberedAddress(), label: say("person.back") }}
      help={say("person.help")}
      actions={<PersonActions person={person} records={records} tab={tab} />}
    >
      <div
        className="people-tabs"
        role="navigation"
        aria-label={say("person.tabs", { name: person.name })}
      >
        {PERSON_TABS.map((one) => {
          const count = one.id === "attachments" ? attachments.length : countOf(one, person);
          return (
            <Link
              key={one.id}
              to={`/people/${person.id}/${one.id}`}
              replace
              aria-current={one.id === tab.id ? "page" : undefined}
            >
              {say(one.label)}
              {count === null ? null : <span className="people-count">{count}</span>}
            </Link>
          );
        })}
      </div>
      <div className="people-tab" key={tab.id}>
        <TabContent {...{ person, tab, cutOff, assessments, attachments }} />
      </div>
    </Page>
  );
}

interface TabContentProps {
  readonly person: Person;
  readonly tab: PersonTab;
  readonly cutOff: string;
  readonly assessments: readonly Assessment[] | null;
  readonly attachments: Parameters<typeof AttachmentsTab>[0]["attachments"];
}

function TabContent({ person, tab, cutOff, assessments, attachments }: TabContentProps) {
  const lastDay = parseStart(cutOff);
  switch (tab.id) {
    case "basics":
      return <BasicsTab person={person} />;
    case "attachments":
      return <AttachmentsTab person={person} attachments={attachments} />;
    case "eligibility":
      return <EligibilityTab personId={person.id} assessments={assessments} />;
    case "history":
      return (
        <div className="people-section">
          <HistoryList personId={person.id} />
        </div>
      );
    default:
      return (
        <>
          {tab.id === "postings" && lastDay !== null ? (
            <CareerLine person={person} cutOff={cutOff} lastDay={lastDay} />
          ) : null}
          {tab.kinds.map((kind) => (
            <RecordSection key={kind} person={person} kind={kind} />
          ))}
        </>
      );
  }
}

function PersonActions({ person, records, tab }: PersonOnFileProps) {
  const say = useMessages(PEOPLE_MESSAGES);
  const navigate = useNavigate();
  const confirm = useConfirm();
  const commit = useCommit();
  const rows = useStoreState(selectRows);
  const { previous, next, place, count } = neighboursIn(rows, rememberedList(), person.id);
  const remove = async () => {
    const isSure = await confirm({
      title: say("person.removeTitle", { name: person.name }),
      text: say("person.removeText"),
      okLabel: say("person.remove"),
      isDanger: true,
    });
    if (!isSure) return;
    const label = labelEdit("history.personRemoved", { name: person.name });
    if (await commit({ label, ...removalOf([person.id], records) })) {
      void navigate(rememberedAddress());
    }
  };
  return (
    <>
      <span className="people-place">{say("person.place", { place, count })}</span>
      <Button
        disabled={previous === null}
        title={
          previous === null
            ? say("person.noPrevious")
            : say("person.previous", { name: previous.name })
        }
        aria-label={say("person.previous", { name: previous?.name ?? "" })}
        onClick={() => previous !== null && void navigate(`/people/${previous.id}/${tab.id}`)}
      >
        ‹
      </Button>
      <Button
        disabled={next === null}
        title={next === null ? say("person.noNext") : say("person.next", { name: next.name })}
        aria-label={say("person.next", { name: next?.name ?? "" })}
        onClick={() => next !== null && void navigate(`/people/${next.id}/${tab.id}`)}
      >
        ›
      </Button>
      <Button danger onClick={() => void remove()}>
        {say("person.remove")}
      </Button>
    </>
  );
}
