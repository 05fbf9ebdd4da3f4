import "antd/dist/antd.css";
import "../../../../renderer/widgets/tokens.css";
import "../../../../renderer/people/people.css";
import { startLanguage } from "../../../../renderer/i18n/language.ts";
import { type PartTimes, timeParts, timeTransaction, type TransactionWay } from "./bulk-write.ts";
import { type RecomputeTimes, timeRecompute } from "./recompute.ts";
import { showEmptyScroller, showRows } from "./rows.tsx";
import { type CommitTimes, fillAsClerk, timeCommit } from "./whole-commit.ts";

/** What the measuring process calls in the page; every figure is in milliseconds. */
export interface BenchPage {
  /** Makes keys on the host and commits so many people, as a first run does, and closes the store. */
  readonly fill: (passphrase: string, people: number) => Promise<void>;
  readonly timeTransaction: (way: TransactionWay, people: number) => Promise<number>;
  readonly timeParts: (people: number) => Promise<PartTimes>;
  readonly timeCommit: (isSealed: boolean, people: number) => Promise<CommitTimes>;
  readonly timeRecompute: (people: number, rounds: number) => Promise<RecomputeTimes>;
  readonly showRows: (count: number) => void;
  readonly showEmptyScroller: (count: number) => void;
}

declare global {
  interface Window {
    /** There once the page is ready. */
    bench: BenchPage;
  }
}

async function start(): Promise<void> {
  await startLanguage();
  window.bench = {
    fill: fillAsClerk,
    timeTransaction,
    timeParts,
    timeCommit,
    timeRecompute,
    showRows,
    showEmptyScroller,
  };
}

void start();
