import { Button, Drawer } from "antd";
import { useMessages } from "../i18n/messages.ts";
import { placeOf } from "./change-words.ts";
import type { ImportRowView } from "./import-rows.ts";
import { importMessages } from "./messages.ts";

interface RowDetailProps {
  readonly row: ImportRowView;
  readonly onClose: () => void;
}

/** One row in full: old and new of every field, or every reason why it is refused. */
export function RowDetail({ row, onClose }: RowDetailProps) {
  const say = useMessages(importMessages);
  const { sheet, name, changes, issues } = row;
  return (
    <Drawer
      open
      size={640}
      title={say("detail.title", { sheet, row: row.row, name })}
      onClose={onClose}
    >
      {issues.length === 0 && changes.length === 0 ? <p>{say("detail.none")}</p> : null}
      {issues.length === 0 ? null : <Issues row={row} />}
      {changes.length === 0 ? null : <Changes row={row} />}
      <Button className="exchange-close" onClick={onClose}>
        {say("detail.close")}
      </Button>
    </Drawer>
  );
}

function Issues({ row: { issues } }: Pick<RowDetailProps, "row">) {
  const say = useMessages(importMessages);
  return (
    <table className="exchange-table exchange-detail">
      <caption>{say("detail.issues")}</caption>
      <thead>
        <tr>
          <th scope="col">{say("detail.cell")}</th>
          <th scope="col">{say("detail.value")}</th>
          <th scope="col">{say("detail.reason")}</th>
        </tr>
      </thead>
      <tbody>
        {issues.map(({ cell, heading, value, expected }) => (
          <tr key={`${cell} ${expected}`}>
            <td>{heading === "" ? say("detail.wholeRow") : `${cell} ${heading}`}</td>
            <td>{value}</td>
            <td>{expected}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Changes({ row: { changes } }: Pick<RowDetailProps, "row">) {
  const say = useMessages(importMessages);
  const numbered = changes.map((change, at) => ({ change, at }));
  return (
    <table className="exchange-table exchange-detail">
      <caption>{say("detail.changes")}</caption>
      <thead>
        <tr>
          <th scope="col">{say("detail.where")}</th>
          <th scope="col">{say("detail.before")}</th>
          <th scope="col">{say("detail.after")}</th>
        </tr>
      </thead>
      <tbody>
        {numbered.map(({ change, at }) => (
          <tr key={at}>
            <td>{placeOf(change)}</td>
            <td>{change.before ?? "—"}</td>
            <td>{change.after ?? say("change.cleared")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
