import { Button, Checkbox, Popover } from "antd";
import { useMessages } from "../i18n/messages.ts";
import {
  COLUMN_LABELS,
  type ColumnId,
  moveColumn,
  offeredColumns,
  switchColumn,
  USUAL_COLUMNS,
} from "./column-choice.ts";
import { PEOPLE_MESSAGES } from "./messages.ts";

interface ColumnChooserProps {
  readonly chosen: readonly ColumnId[];
  readonly onChange: (chosen: readonly ColumnId[]) => void;
}

/** Which columns the roster shows, and in which order. */
export function ColumnChooser({ chosen, onChange }: ColumnChooserProps) {
  const say = useMessages(PEOPLE_MESSAGES);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={say("roster.columns")}
      content={
        <div className="people-columns">
          <p>{say("roster.columnsHint")}</p>
          <ul>
            {offeredColumns(chosen).map((id) => {
              const place = chosen.indexOf(id);
              const column = say(COLUMN_LABELS[id]);
              return (
                <li key={id}>
                  <Checkbox
                    checked={place !== -1}
                    onChange={() => onChange(switchColumn(chosen, id))}
                  >
                    {column}
                  </Checkbox>
                  <Button
                    size="small"
                    type="text"
                    disabled={place <= 0}
                    aria-label={say("roster.columnUp", { column })}
                    onClick={() => onChange(moveColumn(chosen, id, -1))}
                  >
                    ↑
                  </Button>
                  <Button
                    size="small"
                    type="text"
                    disabled={place === -1 || place === chosen.length - 1}
                    aria-label={say("roster.columnDown", { column })}
                    onClick={() => onChange(moveColumn(chosen, id, 1))}
                  >
                    ↓
                  </Button>
                </li>
              );
            })}
          </ul>
          <Button size="small" onClick={() => onChange(USUAL_COLUMNS)}>
            {say("roster.columnsReset")}
          </Button>
        </div>
      }
    >
      <Button>{say("roster.columns")}</Button>
    </Popover>
  );
}
