import { Button } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { Person } from "../../shared/records/person.ts";
import { useMessages } from "../i18n/messages.ts";
import { useRecords } from "../store/context.ts";
import { useCommit } from "../widgets/commit.ts";
import { useConfirm } from "../widgets/confirm.tsx";
import { labelEdit } from "../widgets/edit-label.ts";
import { BulkAppraisalDialog } from "./bulk-appraisal-dialog.tsx";
import { PEOPLE_MESSAGES } from "./messages.ts";
import { nameSome } from "./name-some.ts";
import { removalOf } from "./removal.ts";

interface BulkBarProps {
  readonly selected: ReadonlySet<string>;
  readonly onClear: () => void;
}

/** What can be done with the people selected. */
export function BulkBar({ selected, onClear }: BulkBarProps) {
  const say = useMessages(PEOPLE_MESSAGES);
  const navigate = useNavigate();
  const records = useRecords();
  const confirm = useConfirm();
  const commit = useCommit();
  const [isAppraising, setIsAppraising] = useState(false);
  if (selected.size === 0 || records === null) return null;
  const people = [...selected].flatMap((id): readonly Person[] => {
    const person = records.people.get(id);
    return person === undefined ? [] : [person];
  });
  const count = people.length;
  const ids = people.map(({ id }) => id);
  const remove = async () => {
    const isSure = await confirm({
      title: say("bulk.removeTitle", { count }),
      text: say("bulk.removeText", { names: nameSome(people, say) }),
      okLabel: say("bulk.remove"),
      isDanger: true,
    });
    if (!isSure) return;
    const [first] = people;
    const label =
      count === 1 && first !== undefined
        ? labelEdit("history.personRemoved", { name: first.name })
        : labelEdit("history.peopleRemoved", { count });
    if (await commit({ label, ...removalOf(ids, records) })) onClear();
  };
  return (
    <div className="people-bulk" role="group" aria-label={say("bulk.label")}>
      <strong role="status">{say("bulk.selected", { count })}</strong>
      <Button onClick={() => setIsAppraising(true)}>{say("bulk.appraisal")}</Button>
      <Button onClick={() => void navigate(`/training?view=course&ids=${ids.join(",")}`)}>
        {say("bulk.training")}
      </Button>
      <Button onClick={() => void navigate(`/export?ids=${ids.join(",")}`)}>
        {say("bulk.export")}
      </Button>
      <Button danger onClick={() => void remove()}>
        {say("bulk.remove")}
      </Button>
      <Button type="text" onClick={onClear}>
        {say("bulk.clear")}
      </Button>
      {isAppraising ? (
        <BulkAppraisalDialog people={people} onClose={() => setIsAppraising(false)} />
      ) : null}
    </div>
  );
}
