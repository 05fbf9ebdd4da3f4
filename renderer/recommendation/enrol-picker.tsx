import { Button } from "antd";
import { useDeferredValue, useMemo, useState } from "react";
import { formatDay } from "../../shared/calendar/text.ts";
import type { Matter } from "../../shared/recommendation/matter.ts";
import { sayMatter } from "../../shared/recommendation/sentences.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { ClauseText } from "../widgets/clause-text.tsx";
import { DateField } from "../widgets/date-field.tsx";
import { labelEdit } from "../widgets/edit-label.ts";
import { useToday } from "../widgets/today.ts";
import { useQuery } from "../widgets/use-query.ts";
import { VirtualTable } from "../widgets/virtual-table.tsx";
import { enrolColumns } from "./enrol-columns.tsx";
import { EnrolFilterBar } from "./enrol-filter-bar.tsx";
import { enrolRows, filterEnrolRows, readEnrolFilter, writeEnrolFilter } from "./enrol-lines.ts";
import { enrolMessages } from "./enrol-messages.ts";
import { planEnrolment } from "./enrolment.ts";
import type { RoundScene } from "../widgets/round-scene.ts";
import { useCommit } from "../widgets/commit.ts";

const NOBODY: ReadonlySet<string> = new Set();
const TABLE_HEIGHT = 420;

/** Who can stand, one line an answer; those chosen are enrolled together. */
export function EnrolPicker({ scene }: { readonly scene: RoundScene }) {
  const say = useMessages(enrolMessages);
  const commit = useCommit();
  const [query, changeQuery] = useQuery();
  const [chosen, setChosen] = useState(NOBODY);
  const [chosenOn, setChosenOn] = useState<string | null>(formatDay(useToday()));
  const filter = useMemo(() => readEnrolFilter(query), [query]);
  // While answers are worked out the list follows when there is time.
  const settled = useDeferredValue(scene);
  const rows = useMemo(() => enrolRows(settled), [settled]);
  const shown = useMemo(() => filterEnrolRows(rows, filter), [rows, filter]);
  const enrollable = useMemo(
    () => new Set(rows.flatMap(({ key, isEnrolled }) => (isEnrolled ? [] : [key]))),
    [rows],
  );
  const plan = useMemo(
    () =>
      planEnrolment(
        scene,
        rows.filter(({ key }) => chosen.has(key)),
        chosenOn ?? "",
      ),
    [scene, rows, chosen, chosenOn],
  );
  const enrol = async () => {
    const putCandidacies = plan.enrolled.map((one) => ({ ...one, id: crypto.randomUUID() }));
    const label = labelEdit("history.candidatesEnrolled", {
      count: putCandidacies.length,
      year: scene.round.year,
    });
    if (await commit({ label, putCandidacies })) setChosen(NOBODY);
  };
  const isReady = plan.enrolled.length > 0 && plan.refused.length === 0 && chosenOn !== null;
  return (
    <Card title={say("picker")} help={say("picker.help")}>
      <EnrolFilterBar
        filter={filter}
        shown={shown.length}
        pending={scene.answers === null ? null : scene.pending}
        onChange={(next) =>
          changeQuery((before) => writeEnrolFilter(next, before), { replace: true })
        }
      />
      <VirtualTable
        rows={shown}
        columns={enrolColumns(say)}
        rowKey={({ key }) => key}
        selection={{
          selected: chosen,
          onChange: setChosen,
          canSelect: (key) => enrollable.has(key),
          keepsHidden: true,
        }}
        height={TABLE_HEIGHT}
        label={say("picker")}
        emptyText={say("picker.nobody")}
      />
      <Refusals
        refused={plan.refused}
        nameOf={(personId) => scene.records.people.get(personId)?.name ?? personId}
      />
      <div className="round-actions">
        <label htmlFor="round-chosen-on">{say("picker.chosenOn")}</label>
        <DateField id="round-chosen-on" value={chosenOn} onChange={setChosenOn} />
        <Button type="primary" disabled={!isReady} onClick={() => void enrol()}>
          {say("picker.enrol", { count: plan.enrolled.length })}
        </Button>
        {chosen.size === 0 ? null : (
          <Button onClick={() => setChosen(NOBODY)}>{say("picker.clear")}</Button>
        )}
      </div>
    </Card>
  );
}

interface RefusalsProps {
  readonly refused: readonly Matter[];
  readonly nameOf: (personId: string) => string;
}

/** Whom the law keeps from what was chosen for them, with its words. */
function Refusals({ refused, nameOf }: RefusalsProps) {
  const sentences = new Set(refused.map((matter) => sayMatter(matter, nameOf)));
  const clauses = new Set(
    refused.flatMap(({ details }) => ("clause" in details ? [details.clause] : [])),
  );
  if (sentences.size === 0) return null;
  return (
    <div role="alert" className="round-note round-note-bad">
      <ul>
        {[...sentences].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {[...clauses].map((clause) => (
        <ClauseText key={clause} citation={clause} />
      ))}
    </div>
  );
}
