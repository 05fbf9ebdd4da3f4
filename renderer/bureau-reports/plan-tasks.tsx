import { Button, Input } from "antd";
import { useMessages } from "../i18n/messages.ts";
import { DateField } from "../widgets/date-field.tsx";
import type { PlanPartProps, TaskForm } from "./plan-form.ts";
import { planMessages } from "./plan-messages.ts";

const NEW_TASK: TaskForm = { text: "", owner: "", dueOn: null, doneOn: null };

/** What is to be done, by whom and until when. */
export function PlanTasks({ form, onChange }: PlanPartProps) {
  const say = useMessages(planMessages);
  const put = (index: number, task: TaskForm | null) =>
    onChange({
      ...form,
      tasks: form.tasks.flatMap((one, at) => (at === index ? (task ?? []) : one)),
    });
  return (
    <section aria-label={say("tasks")}>
      <h3>{say("tasks")}</h3>
      <div className="reports-scroll">
        <table className="reports-table" aria-label={say("tasks")}>
          <thead>
            <tr>
              <th scope="col">{say("task")}</th>
              <th scope="col">{say("owner")}</th>
              <th scope="col">{say("dueOn")}</th>
              <th scope="col">{say("doneOn")}</th>
              <th scope="col">{say("remove")}</th>
            </tr>
          </thead>
          <tbody>
            {form.tasks.map((task, index) => (
              <TaskRow
                // oxlint-disable-next-line react/no-array-index-key -- a task is known by its place alone
                key={index}
                at={index + 1}
                task={task}
                onChange={(next) => put(index, next)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div className="reports-bar">
        <Button onClick={() => onChange({ ...form, tasks: [...form.tasks, NEW_TASK] })}>
          {say("addTask")}
        </Button>
      </div>
    </section>
  );
}

interface TaskRowProps {
  readonly at: number;
  readonly task: TaskForm;
  /** Null takes the task away. */
  readonly onChange: (task: TaskForm | null) => void;
}

function TaskRow({ at, task, onChange }: TaskRowProps) {
  const say = useMessages(planMessages);
  return (
    <tr>
      <td className="reports-wide">
        <Input
          aria-label={say("taskOf", { at })}
          maxLength={200}
          value={task.text}
          onChange={({ target }) => onChange({ ...task, text: target.value })}
        />
      </td>
      <td>
        <Input
          aria-label={say("ownerOf", { at })}
          maxLength={60}
          value={task.owner}
          onChange={({ target }) => onChange({ ...task, owner: target.value })}
        />
      </td>
      <td>
        <DateField
          label={say("dueOf", { at })}
          value={task.dueOn}
          onChange={(dueOn) => onChange({ ...task, dueOn })}
        />
      </td>
      <td>
        <DateField
          label={say("doneOf", { at })}
          value={task.doneOn}
          onChange={(doneOn) => onChange({ ...task, doneOn })}
        />
      </td>
      <td>
        <Button size="small" aria-label={say("removeTask", { at })} onClick={() => onChange(null)}>
          {say("remove")}
        </Button>
      </td>
    </tr>
  );
}
