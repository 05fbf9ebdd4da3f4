import { Button } from "antd";
import { useId, useState } from "react";
import type { Person } from "../../shared/records/person.ts";
import { useMessages } from "../i18n/messages.ts";
import { useCommit } from "../widgets/commit.ts";
import { labelEdit } from "../widgets/edit-label.ts";
import { useNotice } from "../widgets/notice.tsx";
import { Empty } from "../widgets/states.tsx";
import type { FieldSpec, RecordKind, RecordSpec } from "./field-spec.ts";
import { withoutRecord } from "./form-values.ts";
import { type RecordRow, recordRows, removalObstacle } from "./record-cells.ts";
import { RecordDrawer } from "./record-drawer.tsx";
import { RECORD_SPECS } from "./record-kinds.ts";
import { RECORD_MESSAGES } from "./record-messages.ts";

interface RecordSectionProps {
  readonly person: Person;
  readonly kind: RecordKind;
}

interface OpenForm {
  readonly index: number | null;
  /** A new form each time, though the record may be the same. */
  readonly round: number;
}

/** The records of one kind as a table, with their forms. */
export function RecordSection({ person, kind }: RecordSectionProps) {
  const say = useMessages(RECORD_MESSAGES);
  const spec: RecordSpec = RECORD_SPECS[kind];
  const name = say(spec.name);
  const heading = useId();
  const commit = useCommit();
  const notice = useNotice();
  const [open, setOpen] = useState<OpenForm | null>(null);
  const rows = recordRows(person, kind, say);
  const openForm = (index: number | null) => setOpen({ index, round: (open?.round ?? 0) + 1 });

  const remove = async ({ index }: RecordRow) => {
    const obstacle = removalObstacle(person, kind, index);
    if (obstacle !== null) {
      notice.failed(say(obstacle));
      return;
    }
    await commit({
      label: labelEdit("history.recordRemoved", { name: person.name, kind: name }),
      putPeople: [withoutRecord(person, kind, index)],
    });
  };
  return (
    <section className="people-section" aria-labelledby={heading}>
      <div className="people-section-head">
        <h2 id={heading}>
          {name}
          <span className="people-count">{rows.length}</span>
        </h2>
        <Button onClick={() => openForm(null)}>{say("form.add", { kind: name })}</Button>
      </div>
      {rows.length === 0 ? (
        <Empty
          title={say("table.empty", { kind: name })}
          hint={say("table.emptyHint", { kind: name })}
        />
      ) : (
        <RecordTable
          spec={spec}
          name={name}
          rows={rows}
          onEdit={openForm}
          onRemove={(row) => void remove(row)}
        />
      )}
      {open === null || !isOnFile(open.index, person[kind].length) ? null : (
        <RecordDrawer
          key={open.round}
          person={person}
          kind={kind}
          index={open.index}
          onClose={() => setOpen(null)}
          onAddAnother={() => openForm(null)}
        />
      )}
    </section>
  );
}

/** A record may be undone away under its open form. */
function isOnFile(index: number | null, count: number): boolean {
  return index === null || index < count;
}

interface RecordTableProps {
  readonly spec: RecordSpec;
  readonly name: string;
  readonly rows: readonly RecordRow[];
  readonly onEdit: (index: number) => void;
  readonly onRemove: (row: RecordRow) => void;
}

const FIXED = new Set<FieldSpec["type"]>(["start", "end", "year", "number", "flag", "choice"]);

function RecordTable({ spec, name, rows, onEdit, onRemove }: RecordTableProps) {
  const say = useMessages(RECORD_MESSAGES);
  return (
    <div className="people-table-frame">
      <table className="people-table">
        <caption className="visually-hidden">
          {say("table.caption", { kind: name, count: rows.length })}
        </caption>
        <thead>
          <tr>
            {spec.fields.map((field) => (
              <th key={field.key} scope="col" className={cellClass(field)}>
                {say(field.label)}
              </th>
            ))}
            <th scope="col">{say("form.actions")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.index}>
              {spec.fields.map((field, column) => (
                <td key={field.key} className={cellClass(field)}>
                  {row.cells[column]}
                </td>
              ))}
              <td className="people-row-actions">
                <Button
                  size="small"
                  type="text"
                  aria-label={say("form.editOne", { kind: name, what: row.what })}
                  onClick={() => onEdit(row.index)}
                >
                  {say("form.change")}
                </Button>
                <Button
                  size="small"
                  type="text"
                  aria-label={say("form.removeOne", { kind: name, what: row.what })}
                  onClick={() => onRemove(row)}
                >
                  {say("form.remove")}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function cellClass({ type }: FieldSpec): string {
  if (type === "number") return "people-cell-figure";
  return FIXED.has(type) ? "people-cell-fixed" : "people-cell-text";
}
