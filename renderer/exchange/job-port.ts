import type { ImportCommit, ImportDecisions, ImportSource, ImportView } from "./import-job.ts";

/** The work of an import behind a door: in a worker on the screen, on the spot in tests. */
export interface JobPort {
  readonly open: (source: ImportSource, decisions: ImportDecisions) => Promise<ImportView>;
  readonly look: (decisions: ImportDecisions) => Promise<ImportView>;
  readonly commit: (chosen: readonly number[]) => Promise<ImportCommit | null>;
  /** Ends the work, whatever is going on. */
  readonly end: () => void;
}

export type JobRequest =
  | { readonly kind: "open"; readonly source: ImportSource; readonly decisions: ImportDecisions }
  | { readonly kind: "look"; readonly decisions: ImportDecisions }
  | { readonly kind: "commit"; readonly chosen: readonly number[] };

export interface JobMessage {
  readonly id: number;
  readonly request: JobRequest;
}

export type JobReply =
  | { readonly id: number; readonly kind: "view"; readonly view: ImportView }
  | { readonly id: number; readonly kind: "commit"; readonly commit: ImportCommit | null };
