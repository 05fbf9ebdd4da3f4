import { Button } from "antd";
import { useState } from "react";
import type { CatalogueDraft } from "../../shared/bureau/catalogue.ts";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { DropZone } from "../widgets/drop-zone.tsx";
import { useNotice } from "../widgets/notice.tsx";
import { Loading } from "../widgets/states.tsx";
import { catalogueMessages } from "./messages.ts";
import { readUnitList, type RowFault } from "./read-list.ts";
import type { CatalogueDesk } from "./use-catalogue.ts";
import { type Merged, mergeUnits } from "./versions.ts";

const MOST_BYTES = 16 * 1024 * 1024;

const FAULTS = {
  "name-missing": "fault.name",
  allowance: "fault.allowance",
  "credit-code": "fault.code",
  "cell-error": "fault.cell",
} as const satisfies Record<RowFault["code"], string>;

interface ReadFile {
  readonly name: string;
  readonly merged: Merged;
  readonly faults: readonly RowFault[];
}

interface ListIntakeProps {
  readonly desk: CatalogueDesk;
  readonly draft: CatalogueDraft;
}

/** Takes units in from a workbook: what would be added and changed is seen before anything is kept. */
export function ListIntake({ desk, draft }: ListIntakeProps) {
  const say = useMessages(catalogueMessages);
  const bridge = useBridge();
  const notice = useNotice();
  const [reading, setReading] = useState<string | null>(null);
  const [read, setRead] = useState<ReadFile | null>(null);
  const take = async (file: File) => {
    setReading(file.name);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const answer = await bridge.call("workbooks.read", {}, bytes);
    setReading(null);
    if (!answer.ok) {
      notice.failed(answer.error.message);
      return;
    }
    const list = readUnitList(answer.output);
    if (!list.ok) {
      notice.failed(say("intake.noHeading"));
      return;
    }
    const merged = mergeUnits(draft, list.units, () => `c-${crypto.randomUUID()}`);
    setRead({ name: file.name, merged, faults: list.faults });
  };
  if (reading !== null) return <Loading label={reading} />;
  if (read === null) {
    return (
      <DropZone
        accept=".xlsx"
        maxBytes={MOST_BYTES}
        label={say("intake.drop")}
        hint={say("intake.hint")}
        onFiles={([file]) => {
          if (file !== undefined) void take(file);
        }}
      />
    );
  }
  const { added, changed, draft: next } = read.merged;
  const keep = async () => {
    if (await desk.keep(next, draft)) setRead(null);
  };
  return (
    <div className="catalogue-intake" role="group" aria-label={read.name}>
      <p>{say("intake.found", { name: read.name, added, changed })}</p>
      {read.faults.length === 0 ? null : (
        <>
          <p>{say("intake.faults", { count: read.faults.length })}</p>
          <ul>
            {read.faults.map(({ sheet, row, column, found, code }) => (
              <li key={`${row} ${column}`}>
                {say("intake.place", { sheet, row, column, found })}
                {say(FAULTS[code])}
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="catalogue-actions">
        <Button type="primary" disabled={added + changed === 0} onClick={() => void keep()}>
          {say("intake.take")}
        </Button>
        <Button onClick={() => setRead(null)}>{say("intake.leave")}</Button>
      </div>
    </div>
  );
}
