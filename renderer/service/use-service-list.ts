import { useMemo } from "react";
import { UNIT_FILE_FORMAT } from "../../shared/records/unit-file.ts";
import type { OfficialList } from "../../shared/workbook/lists/list.ts";
import { serviceYears } from "../../shared/workbook/lists/service-years.ts";
import { useRecords } from "../store/context.ts";
import { useCycle } from "../widgets/cycle.ts";
import { usePack } from "../widgets/pack.ts";

/** A function that draws up 工作年限核定表 for some people in the order given; null until the records are read. */
export function useServiceList(): ((ids: readonly string[]) => OfficialList) | null {
  const records = useRecords();
  const cycle = useCycle();
  const pack = usePack();
  return useMemo(() => {
    const unit = records?.unit ?? null;
    if (records === null || unit === null || cycle === null) return null;
    return (ids) => {
      const people = ids.flatMap((id) => records.people.get(id) ?? []);
      return serviceYears({ unitFile: { format: UNIT_FILE_FORMAT, unit, people }, cycle, pack });
    };
  }, [records, cycle, pack]);
}
