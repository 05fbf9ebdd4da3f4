import { useMessages } from "../i18n/messages.ts";
import { Choice } from "../widgets/choice.tsx";
import type { SheetTop } from "./import-job.ts";
import { lastRowsFor } from "./mapping-choice.ts";
import { importMessages } from "./messages.ts";

const NONE = 0;

interface HeadingRowsProps {
  readonly top: SheetTop;
  /** Null where no headings were found. */
  readonly headingRows: readonly [first: number, last: number] | null;
  readonly onChange: (headingRows: readonly [first: number, last: number]) => void;
}

/** In which rows the headings of a roster stand: as found, and open to choice. */
export function HeadingRows({ top, headingRows, onChange }: HeadingRowsProps) {
  const say = useMessages(importMessages);
  const numbers = top.rows.map(({ number }) => number);
  const [first, last] = headingRows ?? [NONE, NONE];
  const optionsOf = (offered: readonly number[]) =>
    top.rows
      .filter(({ number }) => offered.includes(number))
      .map(({ number, text }) => ({ value: number, label: say("headings.row", { number, text }) }));
  const none = headingRows === null ? [{ value: NONE, label: say("headings.choose") }] : [];
  return (
    <>
      <label className="exchange-choice">
        {say("headings.first")}
        <Choice
          label={say("headings.first")}
          value={first}
          options={[...none, ...optionsOf(numbers)]}
          onChange={(chosen) => {
            if (chosen !== NONE) onChange([chosen, chosen]);
          }}
        />
      </label>
      {headingRows === null ? null : (
        <label className="exchange-choice">
          {say("headings.last")}
          <Choice
            label={say("headings.last")}
            value={last}
            options={optionsOf(lastRowsFor(first, numbers))}
            onChange={(chosen) => onChange([first, chosen])}
          />
        </label>
      )}
      <p className="exchange-note">{say("headings.hint")}</p>
    </>
  );
}
