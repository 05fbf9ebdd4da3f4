import { Checkbox } from "antd";
import type { ComponentProps, KeyboardEvent } from "react";
import { useRef } from "react";
import type { Criterion } from "../../shared/policy/criterion.ts";
import { useMessages } from "../i18n/messages.ts";
import { useComposingGuard } from "../widgets/composing.ts";
import { type BallotForm, markKey, nextCell, type PointsFault, readPoints } from "./marks.ts";
import { reviewMessages } from "./review-messages.ts";

export interface MarkedCandidate {
  readonly id: string;
  readonly name: string;
  readonly question: string;
}

interface MarksTableProps {
  readonly candidates: readonly MarkedCandidate[];
  readonly criteria: readonly Criterion[];
  readonly form: BallotForm;
  readonly onChange: (form: BallotForm) => void;
  readonly isReadOnly: boolean;
}

const FAULTS = {
  number: "marks.wrong.number",
  most: "marks.wrong.most",
  decimals: "marks.wrong.decimals",
} as const satisfies Record<PointsFault, string>;

/** One reviewer's points, made for typing: Enter goes down, the arrows go to the cells around. */
export function MarksTable(props: MarksTableProps) {
  const { candidates, criteria, form, onChange, isReadOnly } = props;
  const say = useMessages(reviewMessages);
  const table = useRef<HTMLTableElement>(null);
  const { isComposing: _isComposing, ...guard } = useComposingGuard();
  const move = (event: KeyboardEvent<HTMLInputElement>) => {
    const { currentTarget: target } = event;
    const cell = { row: Number(target.dataset["row"]), column: Number(target.dataset["column"]) };
    const { selectionStart, selectionEnd, value } = target;
    const isWhole = selectionStart === 0 && selectionEnd === value.length;
    const next = nextCell(
      cell,
      event.key,
      { rows: candidates.length, columns: criteria.length },
      {
        isAtStart: isWhole || selectionEnd === 0,
        isAtEnd: isWhole || selectionStart === value.length,
      },
    );
    if (event.key === "Enter") event.preventDefault();
    if (next === null) return;
    event.preventDefault();
    const field = table.current?.querySelector(
      `input[data-row="${next.row}"][data-column="${next.column}"]`,
    );
    if (!(field instanceof HTMLInputElement)) return;
    field.focus();
    field.select();
  };
  return (
    <div className="round-scroll">
      <table ref={table} className="plain-table round-marks">
        <caption className="visually-hidden">{say("marks.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("marks.candidate")}</th>
            {criteria.map(({ id, name, most }) => (
              <th key={id} scope="col">
                {name}
                <small>{say("marks.most", { most })}</small>
              </th>
            ))}
            <th scope="col">{say("marks.recused")}</th>
          </tr>
        </thead>
        <tbody>
          {candidates.map((candidate, row) => (
            <MarksRow
              key={candidate.id}
              candidate={candidate}
              row={row}
              criteria={criteria}
              form={form}
              onChange={onChange}
              isReadOnly={isReadOnly}
              keys={{ onKeyDown: move, ...guard }}
              say={(fault, most) => say(FAULTS[fault], { most })}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface MarksRowProps extends Omit<MarksTableProps, "candidates"> {
  readonly candidate: MarkedCandidate;
  readonly row: number;
  /** What a field does with keys. */
  readonly keys: Pick<ComponentProps<"input">, "onKeyDown" | "onKeyDownCapture">;
  readonly say: (fault: PointsFault, most: number) => string;
}

function MarksRow(props: MarksRowProps) {
  const { candidate, row, criteria, form, onChange, isReadOnly, keys, say } = props;
  const sayMore = useMessages(reviewMessages);
  const isRecused = form.recusals.includes(candidate.id);
  const recuse = (isOn: boolean) =>
    onChange({
      ...form,
      recusals: isOn
        ? [...form.recusals, candidate.id]
        : form.recusals.filter((id) => id !== candidate.id),
    });
  return (
    <tr>
      <th scope="row">
        {candidate.name}
        <small>{candidate.question}</small>
      </th>
      {criteria.map(({ id, name, most }, column) => {
        const key = markKey(candidate.id, id);
        const text = form.texts[key] ?? "";
        const read = readPoints(text, most);
        const fault = read.ok || isRecused ? null : say(read.fault, most);
        return (
          <td key={id}>
            <input
              {...keys}
              className="round-mark"
              inputMode="decimal"
              aria-label={sayMore("marks.cell", { name: candidate.name, criterion: name })}
              aria-invalid={fault === null ? undefined : true}
              title={fault ?? undefined}
              data-row={row}
              data-column={column}
              disabled={isRecused}
              readOnly={isReadOnly}
              value={isRecused ? "" : text}
              onFocus={({ target }) => target.select()}
              onChange={({ target }) =>
                onChange({ ...form, texts: { ...form.texts, [key]: target.value } })
              }
            />
            {fault === null ? null : (
              <span className="round-mark-fault" role="alert">
                {fault}
              </span>
            )}
          </td>
        );
      })}
      <td>
        <Checkbox
          aria-label={sayMore("marks.recuse", { name: candidate.name })}
          checked={isRecused}
          disabled={isReadOnly}
          onChange={({ target }) => recuse(target.checked)}
        />
      </td>
    </tr>
  );
}
