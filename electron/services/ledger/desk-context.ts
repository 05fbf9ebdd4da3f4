import { z } from "zod";
import type { UnitProfile } from "../../../shared/submission/profiles.ts";
import type { Pack } from "../../../shared/policy/pack.ts";
import type { Ledger } from "./ledger.ts";
import type { Seals } from "./seals.ts";

/** What the desk's questions are answered with. */
export interface DeskContext {
  readonly ledger: Ledger;
  readonly seals: Seals;
  readonly packs: () => Promise<readonly Pack[]>;
  /** What the county's catalogue says of a unit. */
  readonly catalogueOf: CatalogueLookup;
}

/** What a catalogue says of the units of a year; null where there is none. */
export type CatalogueLookup = (year: number) => Promise<CountyCatalogue | null>;

export interface CountyCatalogue {
  /** Another one for another version. */
  readonly mark: string;
  readonly findUnit: (unit: UnitProfile) => CatalogueUnit | null;
}

export interface CatalogueUnit {
  readonly name: string;
  readonly posts: Readonly<
    Record<"junior" | "intermediate" | "associateSenior" | "senior", number | null>
  > | null;
}

/** Columns of the ledger as they come. */
export const bytes = z.instanceof(Uint8Array);
export const count = z.number();
