import type { LedgerEntry } from "../../../shared/submission/ledger-entry.ts";
import type { StatementsAnswer } from "../../../shared/submission/receiver-answer.ts";
import type { PackageRefusalCode } from "../../../shared/submission/refusal.ts";
import type { Office } from "../packages/office.ts";
import type { PackageStore } from "../packages/package-store.ts";
import type { UploadStore } from "./upload-store.ts";

/** What a receiver stands on: its bureau, and where things lie. One machine's folders, or what several share. */
export interface ReceiverBase {
  /** The bureau as it is now: what was enrolled or stopped a moment ago counts. */
  readonly office: () => Promise<ReadOffice>;
  readonly packages: PackageStore;
  readonly uploads: UploadStore;
  /** What the bureau publishes to its units. */
  readonly statements: () => Promise<StatementsAnswer>;
  /** Runs what changes the store while no other program on the same folder does. */
  readonly exclusively: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Lets go of what it holds open. */
  readonly close: () => Promise<void>;
}

export type ReadOffice =
  | { readonly ok: true; readonly office: Office }
  | { readonly ok: false; readonly code: OfficeFault };

/** `card-missing`: no bureau card was made yet · `trust-damaged`: register or card cannot be read. */
export type OfficeFault = "card-missing" | "trust-damaged";

/** What became of an upload that was read. */
export type ReadUpload =
  | {
      readonly kind: "received";
      /** False where it had been received before. */
      readonly isNew: boolean;
      readonly entry: LedgerEntry;
    }
  | {
      readonly kind: "refused";
      readonly unitId: string;
      readonly packageId: string;
      readonly code: PackageRefusalCode;
    };
