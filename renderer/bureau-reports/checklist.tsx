import { Button, Input } from "antd";
import { useState } from "react";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import type { CheckItem, SampleMember } from "../../shared/bureau/sample.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { Choice } from "../widgets/choice.tsx";
import { Form } from "../widgets/form.tsx";
import { Restored } from "../widgets/restored.tsx";
import { useFormDraft } from "../widgets/use-form-draft.ts";
import { FaultList } from "./fault-list.tsx";
import { answerRest, findUnexplained } from "./sample-form.ts";
import { samplesMessages } from "./samples-messages.ts";

interface ChecklistProps {
  readonly member: SampleMember;
  readonly draftKey: string;
  readonly onSave: (items: SampleMember["items"]) => Promise<boolean>;
}

/** The checklist of one candidacy: each item true or not, with a note. */
export function Checklist({ member, draftKey, onSave }: ChecklistProps) {
  const say = useMessages(samplesMessages);
  const [items, setItems, forget, isRestored] = useFormDraft<readonly CheckItem[]>(
    draftKey,
    member.items,
  );
  const [isTried, setIsTried] = useState(false);
  const unexplained = findUnexplained(items);
  const open = items.filter(({ isMet }) => isMet === null).length;
  const save = async () => {
    setIsTried(true);
    if (unexplained !== null) return;
    if (await onSave([...items])) forget();
  };
  const { name, unitName, question, checkedBy: by, checkedAt } = member;
  return (
    <Card title={say("checklist", { name })}>
      <p className="reports-muted">
        {unitName}　{question}
      </p>
      {by === null || checkedAt === null ? null : (
        <p className="reports-muted">{say("checkedBy", { by, at: formatBeijing(checkedAt) })}</p>
      )}
      <Form label={say("checklist", { name })} onSubmit={() => void save()}>
        <Restored isShown={isRestored} onDiscard={forget} />
        <div className="reports-scroll">
          <table className="reports-table">
            <thead>
              <tr>
                <th scope="col">{say("item")}</th>
                <th scope="col">{say("answer")}</th>
                <th scope="col">{say("note")}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item, index) => (
                <ItemRow
                  key={`${item.code} ${item.text}`}
                  item={item}
                  onChange={(next) => setItems(items.with(index, next))}
                />
              ))}
            </tbody>
          </table>
        </div>
        {open > 0 ? (
          <p className="reports-muted" role="status">
            {say("incomplete", { count: open })}
          </p>
        ) : null}
        <div className="reports-bar">
          <Button type="primary" htmlType="submit">
            {say("save")}
          </Button>
          <Button disabled={open === 0} onClick={() => setItems(answerRest(items))}>
            {say("allMet")}
          </Button>
        </div>
        {/* Under the button: a list that goes while it is pressed would move it from under the pointer. */}
        <FaultList
          sentences={
            isTried && unexplained !== null ? [say("noteNeeded", { item: unexplained.text })] : []
          }
        />
      </Form>
    </Card>
  );
}

const ANSWERS = { met: true, notMet: false, unanswered: null } as const;
type Answer = keyof typeof ANSWERS;

function answerOf(isMet: boolean | null): Answer {
  if (isMet === null) return "unanswered";
  return isMet ? "met" : "notMet";
}

interface ItemRowProps {
  readonly item: CheckItem;
  readonly onChange: (item: CheckItem) => void;
}

function ItemRow({ item, onChange }: ItemRowProps) {
  const say = useMessages(samplesMessages);
  return (
    <tr>
      <th scope="row">{item.text}</th>
      <td>
        <Choice
          label={say("answerOf", { item: item.text })}
          value={answerOf(item.isMet)}
          options={[
            { value: "unanswered", label: say("unanswered") },
            { value: "met", label: say("met") },
            { value: "notMet", label: say("notMet") },
          ]}
          onChange={(answer) => onChange({ ...item, isMet: ANSWERS[answer] })}
        />
      </td>
      <td>
        <Input
          aria-label={say("noteOf", { item: item.text })}
          maxLength={200}
          value={item.note}
          onChange={({ target }) => onChange({ ...item, note: target.value })}
        />
      </td>
    </tr>
  );
}
