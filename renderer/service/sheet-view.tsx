import { useEffect, useMemo, useRef } from "react";
import { Link } from "react-router";
import { listPlan } from "../../shared/workbook/lists/list-plan.ts";
import { useMessages } from "../i18n/messages.ts";
import { safeFileName } from "../widgets/file-name.ts";
import { OfficialSheet } from "../widgets/official-sheet.tsx";
import { useSaveWorkbook } from "../widgets/save-workbook.ts";
import { Empty, Loading } from "../widgets/states.tsx";
import { serviceMessages } from "./messages.ts";
import { useServiceList } from "./use-service-list.ts";
import "./service.css";
import { PrintButtons } from "../widgets/print-buttons.tsx";

/** More would be some hundred pages at once. */
const MOST_PRINTED = 300;

interface SheetViewProps {
  readonly ids: readonly string[];
  readonly back: string;
}

/** 工作年限核定表 as it will be printed, with the way to print it. */
export function SheetView({ ids, back }: SheetViewProps) {
  const say = useMessages(serviceMessages);
  const draw = useServiceList();
  const list = useMemo(
    () => (draw === null || ids.length === 0 || ids.length > MOST_PRINTED ? null : draw(ids)),
    [draw, ids],
  );
  const print = useRef<HTMLButtonElement>(null);
  const isReady = list !== null;
  useEffect(() => {
    // What was pressed to come here is gone.
    if (isReady) print.current?.focus();
  }, [isReady]);
  const way = <Link to={back}>{say("sheet.back")}</Link>;
  if (draw === null) return <Loading />;
  if (ids.length === 0) return <Empty title={say("sheet.nobody")} action={way} />;
  if (list === null) {
    return (
      <Empty
        title={say("sheet.tooMany", { most: MOST_PRINTED })}
        hint={say("sheet.tooManyHint", { count: ids.length })}
        action={way}
      />
    );
  }
  return (
    <>
      <div className="service-sheet-bar no-print">
        {way}
        <span>{say("sheet.preview")}</span>
        <span className="service-sheet-actions">
          <PrintButtons name={list.name} isPrimary ref={print} />
        </span>
      </div>
      <div className="official-paper">
        <OfficialSheet list={list} />
      </div>
    </>
  );
}

/** A function that saves 工作年限核定表 of some people as a workbook; null until the records are read. */
export function useExportSheet(): ((ids: readonly string[], name?: string) => void) | null {
  const say = useMessages(serviceMessages);
  const draw = useServiceList();
  const save = useSaveWorkbook();
  if (draw === null) return null;
  return (ids, name) => {
    const title = say("export.name");
    const file = safeFileName(name === undefined ? title : `${title}-${name}`, ".xlsx");
    void save(file, listPlan(draw(ids)));
  };
}
