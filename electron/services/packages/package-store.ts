import type { LedgerEntry } from "../../../shared/submission/ledger-entry.ts";
import type { ChainLink } from "../../../shared/submission/revision-chain.ts";
import type { Quarantined } from "./quarantine.ts";
import type { Shelved } from "./shelf.ts";

/**
 * Where a bureau keeps what came: packages with their receipts, and what was refused. One machine keeps
 * them in folders (`folder-packages.ts`); several receivers behind one address share a bucket and a database
 * (`shared-packages.ts`). Whatever is put there appears as a whole or not at all.
 */
export interface PackageStore {
  /** What decides about a package: the one of its id, and the revisions of its unit and year. */
  readonly findLinks: (sent: ChainLink) => Promise<FoundLinks>;
  /** A package by its id; null where it was not received. */
  readonly findReceived: (packageId: string) => Promise<FoundPackage>;
  /** A refused file by its SHA-256; null where it is not in quarantine. */
  readonly findRefused: (sha256: string) => Promise<RefusedFile | null>;
  /** Gives the work an empty folder of this machine, which is gone afterwards unless it was put away whole. */
  readonly workIn: <Result>(work: (folder: string) => Promise<Result>) => Promise<Result>;
  /** Puts a folder with package and first receipt in its place in the chain, unless another took that place. */
  readonly putReceived: (folder: string, entry: LedgerEntry) => Promise<PutPackage>;
  /** Puts a folder with a refused file into quarantine, in place of the same file before; gives where it lies. */
  readonly putRefused: (folder: string, refused: Quarantined) => Promise<string>;
  /** Takes a file out of quarantine: it was received since. */
  readonly release: (sha256: string) => Promise<void>;
  /** Where a received package and its first receipt lie. */
  readonly placeOf: (stored: Shelved<LedgerEntry>) => PackagePlace;
  /** The sealed receipts of a package whose serial is higher, in their order. */
  readonly readReceipts: (
    stored: Shelved<LedgerEntry>,
    after: number,
  ) => Promise<readonly Uint8Array[]>;
}

/** The ledger itself cannot be read: nothing was received and nothing refused. */
export interface LedgerFault {
  readonly ok: false;
  readonly code: "records-damaged";
  readonly folder: string;
}

export type FoundLinks = { readonly ok: true; readonly links: readonly ChainLink[] } | LedgerFault;

export type FoundPackage =
  | { readonly ok: true; readonly stored: Shelved<LedgerEntry> | null }
  | LedgerFault;

export interface RefusedFile {
  readonly record: Quarantined;
  /** The signed answer, a `.jcr` file; null where the signer could not be told. */
  readonly receipt: Uint8Array | null;
}

/** A folder of this machine, or keys of a bucket. */
export interface PackagePlace {
  readonly folder: string;
  readonly receiptPath: string;
}

/** `taken`: another process put a package there meanwhile; nothing was put. */
export type PutPackage =
  | ({ readonly ok: true } & PackagePlace)
  | { readonly ok: false; readonly code: "taken" };
