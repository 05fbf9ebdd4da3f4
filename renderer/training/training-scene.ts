import type { Person } from "../../shared/records/person.ts";
import type { Records, RosterRow } from "../store/types.ts";
import type { MatrixRow } from "./matrix.ts";
import type { TrainingQuery } from "./training-query.ts";
import type { HoursAsked } from "./year-hours.ts";

/** What every view of the page works with. */
export interface TrainingScene {
  readonly records: Records;
  readonly roster: readonly RosterRow[];
  readonly people: readonly Person[];
  readonly years: readonly number[];
  readonly asked: HoursAsked;
  readonly rows: readonly MatrixRow[];
  readonly query: TrainingQuery;
  readonly go: (change: Partial<TrainingQuery>) => void;
}
