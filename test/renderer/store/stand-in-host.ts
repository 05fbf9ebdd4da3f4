import { createHash } from "node:crypto";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import type { BackupInfo } from "../../../shared/bridge/backups-methods.ts";
import {
  type JournalEntry,
  journalHashText,
  NO_JOURNAL_HASH,
} from "../../../shared/bridge/journal-methods.ts";
import type { Answer } from "../../../shared/bridge/method.ts";
import { type Bridge, type Method, METHODS } from "../../../shared/bridge/methods.ts";
import type { Idb } from "../../../renderer/store/database/database.ts";
import type { StoreOptions } from "../../../renderer/store/engine/open-result.ts";

/** A host that keeps journal and backups in memory and can be told to fail. */
export class StandInHost {
  readonly entries: JournalEntry[] = [];
  readonly aside: JournalEntry[] = [];
  readonly calls: Method[] = [];
  readonly failing = new Set<Method>();
  lastCounts: { people: number; entries: number } | null = null;
  freeBytes: number | null = 10_000_000_000;
  fault: { kind: "truncated" | "damaged"; wholeUpTo: number } | null = null;

  readonly backups = new StandInBackups();

  readonly bridge: Bridge = {
    // The schemas of the contract check what the store sends, as the real host does.
    call: ((method: Method, input: unknown, bytes?: Uint8Array) => {
      this.calls.push(method);
      if (this.failing.has(method)) {
        return Promise.resolve({ ok: false, error: { code: "disk-full", message: "磁盘已满" } });
      }
      const parsed: unknown = METHODS[method].input.parse(structuredClone(input));
      return Promise.resolve(this.answer(method, parsed, bytes ?? null));
    }) as Bridge["call"],
    on: () => () => {},
  };

  answer(method: Method, input: unknown, bytes: Uint8Array | null): Answer<unknown> {
    const give = (output: unknown): Answer<unknown> => ({ ok: true, output, bytes: null });
    if (method.startsWith("backups.")) return this.backups.answer(method, input, bytes);
    const last = this.entries.at(-1);
    switch (method) {
      case "journal.append":
        return this.take(input);
      case "journal.state":
        return give({
          head: this.entries.length,
          headHash: last?.hash ?? null,
          bytes: 0,
          lastAt: last?.at ?? null,
          fault: this.fault,
        });
      case "journal.read": {
        const { from } = input as { from: number };
        const page = this.entries.slice(from - 1, from + 2);
        return give({ entries: page, isEnd: from - 1 + page.length >= this.entries.length });
      }
      case "journal.setAside": {
        const { from } = input as { from: number };
        this.aside.push(...this.entries.splice(from - 1));
        return give({ head: this.entries.length });
      }
      case "health.state":
        return give({
          freeBytes: this.freeBytes,
          floorBytes: 200_000_000,
          lastCounts: this.lastCounts,
          journalTime: last?.at ?? null,
        });
      default:
        throw new Error(`the stand-in host has no ${method}`);
    }
  }

  take(input: unknown): Answer<unknown> {
    const { entries, counts } = input as {
      entries: JournalEntry[];
      counts: { people: number; entries: number };
    };
    const head = this.entries.length;
    if ((entries[0]?.number ?? 0) > head + 1) {
      return { ok: false, error: { code: "journal-gap", message: "", details: { head } } };
    }
    for (const entry of entries) this.append(entry);
    this.lastCounts = counts;
    return { ok: true, output: { head: this.entries.length }, bytes: null };
  }

  append(entry: JournalEntry): void {
    if (entry.number <= this.entries.length) return;
    const previous = this.entries.at(-1)?.hash ?? NO_JOURNAL_HASH;
    const hash = createHash("sha256").update(journalHashText(entry)).digest("hex");
    if (entry.number !== this.entries.length + 1) throw new Error("a gap in the journal");
    if (entry.previous !== previous || entry.hash !== hash)
      throw new Error("a fork in the journal");
    this.entries.push(entry);
  }
}

interface Backup {
  readonly info: BackupInfo;
  readonly pieces: { readonly bytes: Uint8Array; readonly documents: number }[];
  isFinished: boolean;
}

/** Backups in memory; pieces can be spoilt by a test. */
export class StandInBackups {
  readonly kept = new Map<string, Backup>();

  answer(method: Method, input: unknown, bytes: Uint8Array | null): Answer<unknown> {
    const give = (output: unknown, beside: Uint8Array | null = null): Answer<unknown> => ({
      ok: true,
      output,
      bytes: beside,
    });
    const { id = "" } = input as { id?: string };
    if (method === "backups.begin") return give({ id: this.begin(input as BackupInfo) });
    if (method === "backups.list") {
      const finished = [...this.kept.values()].filter(({ isFinished }) => isFinished);
      return give({ backups: finished.map(({ info }) => info) });
    }
    const backup = this.kept.get(id);
    if (backup === undefined) throw new Error(`no backup ${id}`);
    switch (method) {
      case "backups.append": {
        const { documents } = input as { documents: number };
        backup.pieces.push({ bytes: new Uint8Array(bytes ?? []), documents });
        return give({});
      }
      case "backups.finish":
        backup.isFinished = true;
        return give(backup.info);
      case "backups.abort":
        this.kept.delete(id);
        return give({});
      case "backups.verify":
        return give({ isWhole: backup.isFinished });
      case "backups.read": {
        const { piece } = input as { piece: number };
        const found = backup.pieces[piece];
        const isEnd = piece >= backup.pieces.length - 1;
        return give({ documents: found?.documents ?? 0, isEnd }, found?.bytes ?? null);
      }
      default:
        throw new Error(`the stand-in host has no ${method}`);
    }
  }

  private begin(about: Pick<BackupInfo, "reason" | "people" | "head" | "schemaVersion">): string {
    const id = `backup-${this.kept.size + 1}`;
    const info = { ...about, id, at: "2026-11-23T09:00:00Z", bytes: 1, documents: 1 };
    this.kept.set(id, { info, pieces: [], isFinished: false });
    return id;
  }
}

/** A fresh IndexedDB of its own. */
export function freshIdb(): Idb {
  return { factory: new IDBFactory(), keyRange: IDBKeyRange };
}

export const DATA_KEY = new Uint8Array(32).fill(7);
export const START = Date.UTC(2026, 10, 23, 8, 15, 30);

/** Options with a clock that goes on a second a look. */
export function optionsFor(host: StandInHost, idb: Idb): StoreOptions {
  let clock = START;
  let ids = 0;
  return {
    bridge: host.bridge,
    dataKey: DATA_KEY,
    now: () => (clock += 1_000),
    newId: () => `id-${(ids += 1)}`,
    idb,
    locks: null,
  };
}
