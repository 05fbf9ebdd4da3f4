import { useMemo } from "react";
import type { Cycle } from "../../shared/policy/cycle.ts";
import { useRecords } from "../store/context.ts";
import { usePack } from "../widgets/pack.ts";
import { type Sliced, useSliced } from "../widgets/use-sliced.ts";
import { type PersonRoad, walkRoads } from "./road-map.ts";

/** The roads of everybody, or of one person, worked out in slices. */
export function useRoads(cycle: Cycle | null, personId: string | null = null): Sliced<PersonRoad> {
  const records = useRecords();
  const pack = usePack();
  const unit = records?.unit ?? null;
  const people = records?.people ?? null;
  const source = useMemo(() => {
    if (unit === null || people === null || cycle === null) return null;
    return () =>
      walkRoads(
        { unit, people: [...people.values()], cycle, pack },
        personId === null ? undefined : ({ id }) => id === personId,
      );
  }, [unit, people, cycle, pack, personId]);
  return useSliced(source);
}
