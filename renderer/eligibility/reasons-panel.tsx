import { Button } from "antd";
import { useEffect, useRef } from "react";
import { Link } from "react-router";
import { describeQuestion } from "../../shared/policy/sentences.ts";
import { useMessages } from "../i18n/messages.ts";
import { usePersonAssessments } from "../store/context.ts";
import { DecisionTag } from "./decision-tag.tsx";
import { Grounds } from "./grounds.tsx";
import { MATRIX_COLUMNS, type MatrixCell, type MatrixRow } from "./matrix.ts";
import { eligibilityMessages } from "./messages.ts";
import { sayColumn } from "./say-column.ts";
import "./eligibility.css";

interface ReasonsPanelProps {
  readonly row: MatrixRow;
  /** The column whose grounds are shown; null: the first that concerns the person. */
  readonly columnId: string | null;
  readonly onColumn: (columnId: string) => void;
  readonly onClose: () => void;
}

/** The grounds of one cell, with the person's other pathways a press away. */
export function ReasonsPanel({ row, columnId, onColumn, onClose }: ReasonsPanelProps) {
  const say = useMessages(eligibilityMessages);
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusBack();
  useEffect(() => {
    heading.current?.focus();
  }, [row.personId, columnId]);
  useEscape(onClose);
  const columns = MATRIX_COLUMNS.flatMap((column) => {
    const cell = row.cells[column.id];
    return cell === undefined ? [] : [{ column, cell }];
  });
  const chosen = columns.find(({ column }) => column.id === columnId) ?? columns[0];
  return (
    <aside className="elig-panel" aria-label={say("reasons.label", { name: row.name })}>
      <header className="elig-panel-head">
        <h2 ref={heading} tabIndex={-1}>
          {row.name}
        </h2>
        <Button size="small" onClick={onClose}>
          {say("reasons.close")}
        </Button>
      </header>
      <p className="elig-panel-links">
        <Link to={`/eligibility/${encodeURIComponent(row.personId)}`}>{say("reasons.all")}</Link>
        <Link to={`/people/${encodeURIComponent(row.personId)}`}>{say("reasons.person")}</Link>
      </p>
      {row.isPending ? <p role="status">{say("table.working")}</p> : null}
      {!row.isPending && columns.length === 0 ? <p>{say("reasons.none")}</p> : null}
      <ul className="elig-pathways" aria-label={say("reasons.pathways")}>
        {columns.map(({ column, cell }) => (
          <li key={column.id}>
            <button
              type="button"
              aria-pressed={column.id === chosen?.column.id}
              onClick={() => onColumn(column.id)}
            >
              <span>{sayColumn(column)}</span>
              <DecisionTag assessment={cell.first} />
            </button>
          </li>
        ))}
      </ul>
      {chosen === undefined ? null : <CellGrounds cell={chosen.cell} personId={row.personId} />}
      <p className="elig-note">{say("reasons.machine")}</p>
    </aside>
  );
}

/** Every level that is asked in a cell, the nearest first. */
function CellGrounds({ cell, personId }: { readonly cell: MatrixCell; readonly personId: string }) {
  const say = useMessages(eligibilityMessages);
  const explained = usePersonAssessments(personId);
  const all = [cell.first, ...cell.all.filter((one) => one !== cell.first)];
  return all.map((answer) => {
    const question = describeQuestion(answer);
    const assessment = explained?.assessments.find((one) => describeQuestion(one) === question);
    return (
      <section key={question} className="elig-answer">
        <h3>
          {question}
          <DecisionTag assessment={answer} />
        </h3>
        {assessment === undefined ? (
          <p role="status">{say("table.working")}</p>
        ) : (
          <Grounds assessment={assessment} personId={personId} />
        )}
      </section>
    );
  });
}

/** Closed, the panel gives the focus back to the cell or list that opened it. */
function useFocusBack(): void {
  useEffect(() => {
    const { activeElement: opener } = document;
    return () => {
      const isLost = document.activeElement === document.body;
      if (isLost && opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    };
  }, []);
}

/** Escape closes the panel wherever the focus is. */
function useEscape(onEscape: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) onEscape();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [onEscape]);
}
