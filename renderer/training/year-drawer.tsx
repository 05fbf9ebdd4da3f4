import { Button, Drawer } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import type { Person } from "../../shared/records/person.ts";
import { TRAINING_CATEGORY_LABELS, type TrainingEntry } from "../../shared/records/training.ts";
import { addCourse, type Course, yearSumOf } from "../../shared/training-list/course.ts";
import { useMessages } from "../i18n/messages.ts";
import { useCommit } from "../widgets/commit.ts";
import { useConfirm } from "../widgets/confirm.tsx";
import { labelEdit } from "../widgets/edit-label.ts";
import { StatusTag } from "../widgets/status-tag.tsx";
import { useToday } from "../widgets/today.ts";
import { changeEntry, entriesOf, removeEntry } from "./entries.ts";
import { EntryForm } from "./entry-form.tsx";
import { trainingMessages } from "./messages.ts";
import { type HoursAsked, type HoursPart, yearHours } from "./year-hours.ts";

interface YearDrawerProps {
  readonly person: Person;
  readonly year: number;
  readonly asked: HoursAsked;
  readonly onYear: (year: number) => void;
  readonly years: readonly number[];
  readonly onClose: () => void;
}

/** `new`: the form of a new entry is open; an entry: that of this one. */
type Editing = "new" | TrainingEntry | null;

/** One person's year: what is done and missing, and its entries to add to, change and remove. */
export function YearDrawer(props: YearDrawerProps) {
  const { person, year, asked, onClose } = props;
  const say = useMessages(trainingMessages);
  const commit = useCommit();
  const [opened, setOpened] = useState<{ readonly year: number; readonly what: Editing }>();
  // A form belongs to its year: a step to another one leaves it, and its draft keeps what was typed.
  const editing = opened?.year === year ? opened.what : null;
  const setEditing = (what: Editing) => setOpened({ year, what });
  const { name } = person;
  const save = async (course: Course) => {
    if (editing === null) return false;
    const isNew = editing === "new";
    const changed = isNew ? addCourse(person, course) : changeEntry(person, editing.id, course);
    const label = isNew
      ? labelEdit("history.recordAdded", { name, kind: say("form.kind") })
      : labelEdit("history.trainingChanged", { name, year });
    const isSaved = await commit({ label, putPeople: [changed] });
    if (isSaved) setEditing(null);
    return isSaved;
  };
  return (
    <Drawer
      open
      size={520}
      title={say("year.title", { name, year })}
      onClose={onClose}
      extra={<Link to={`/people/${person.id}/training`}>{say("year.person")}</Link>}
    >
      <div className="year-drawer">
        <YearSteps {...props} />
        <YearSummary person={person} year={year} asked={asked} />
        {editing === null ? (
          <Entries person={person} year={year} onEdit={setEditing} />
        ) : (
          <section>
            <h2 className="training-heading">
              {editing === "new" ? say("year.add") : say("year.edit")}
            </h2>
            <EntryForm
              draftKey={`training.${person.id}.${year}.${editing === "new" ? "new" : editing.id}`}
              entry={editing === "new" ? null : editing}
              year={year}
              onSave={save}
              onCancel={() => setEditing(null)}
            />
          </section>
        )}
      </div>
    </Drawer>
  );
}

/** The way to the years beside this one, for the keyboard as for the mouse. */
function YearSteps({ year, years, onYear }: YearDrawerProps) {
  const say = useMessages(trainingMessages);
  const step = (to: number, text: string) => (
    <Button size="small" disabled={!years.includes(to)} onClick={() => onYear(to)}>
      {text}
    </Button>
  );
  return (
    <div className="training-inline">
      {step(year - 1, `‹ ${say("filter.year", { year: year - 1 })}`)}
      {step(year + 1, `${say("filter.year", { year: year + 1 })} ›`)}
    </div>
  );
}

function YearSummary({ person, year, asked }: Pick<YearDrawerProps, "person" | "year" | "asked">) {
  const say = useMessages(trainingMessages);
  const hours = yearHours(person, year, asked, useToday());
  const parts: readonly (readonly [string, HoursPart])[] = [
    [say("year.partTotal"), hours.total],
    [say("year.partPublic"), hours.public],
    [say("year.partProfessional"), hours.professional],
  ];
  const isAsked = hours.state !== "notAsked";
  return (
    <>
      <dl className="year-parts">
        {parts.map(([label, { done, missing }]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <span className="year-done">{say("year.done", { done })}</span>
              {isAsked ? (
                <StatusTag
                  state={missing === 0 ? "good" : hours.state === "running" ? "warn" : "bad"}
                  label={missing === 0 ? say("year.enough") : say("year.missing", { missing })}
                />
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
      {isAsked ? null : <p className="training-note">{say("year.notAsked")}</p>}
    </>
  );
}

interface EntriesProps {
  readonly person: Person;
  readonly year: number;
  readonly onEdit: (editing: Editing) => void;
}

function Entries({ person, year, onEdit }: EntriesProps) {
  const say = useMessages(trainingMessages);
  const entries = entriesOf(person, year);
  return (
    <section>
      <div className="training-heading-row">
        <h2 className="training-heading">{say("year.entries")}</h2>
        <Button type="primary" onClick={() => onEdit("new")}>
          {say("year.add")}
        </Button>
      </div>
      {entries.length === 0 ? <p className="training-note">{say("year.none")}</p> : null}
      <ul className="year-entries">
        {entries.map((entry) => (
          <Entry key={entry.id} person={person} entry={entry} onEdit={() => onEdit(entry)} />
        ))}
      </ul>
    </section>
  );
}

interface EntryProps {
  readonly person: Person;
  readonly entry: TrainingEntry;
  readonly onEdit: () => void;
}

function Entry({ person, entry, onEdit }: EntryProps) {
  const say = useMessages(trainingMessages);
  const confirm = useConfirm();
  const commit = useCommit();
  const title = entry.title ?? say("entry.untitled");
  const remove = async () => {
    const isSure = await confirm({
      title: say("entry.removeTitle"),
      text: say("entry.removeText", { title, hours: entry.hours }),
      okLabel: say("entry.removeOk"),
      isDanger: true,
    });
    if (!isSure) return;
    const label = labelEdit("history.trainingRemoved", { name: person.name, year: entry.year });
    await commit({ label, putPeople: [removeEntry(person, entry.id)] });
  };
  const isYearSum = yearSumOf(person, entry)?.id === entry.id;
  return (
    <li className="year-entry">
      <div>
        <div className="year-entry-title">{title}</div>
        <div className="training-note">
          {[
            TRAINING_CATEGORY_LABELS[entry.category],
            say("entry.hours", { hours: entry.hours }),
            ...(entry.inSpecialty ? [say("entry.inSpecialty")] : []),
            ...(entry.organizer === undefined ? [] : [entry.organizer]),
          ].join(" · ")}
        </div>
        {isYearSum ? <div className="training-warning">! {say("year.sum")}</div> : null}
      </div>
      <div className="year-entry-actions">
        <Button size="small" onClick={onEdit} aria-label={`${say("entry.edit")} ${title}`}>
          {say("entry.edit")}
        </Button>
        <Button
          size="small"
          danger
          onClick={() => void remove()}
          aria-label={`${say("entry.remove")} ${title}`}
        >
          {say("entry.remove")}
        </Button>
      </div>
    </li>
  );
}
