import { formatInstant } from "../../../shared/calendar/instant.ts";
import { latestVersion } from "../database/migrations.ts";
import { defaultSettings } from "../engine/default-settings.ts";
import { assembleDocuments } from "../engine/read-documents.ts";
import type { StoreParts } from "../engine/store-parts.ts";
import type { BackupReason, BackupResult, LongWork, Records, WorkRefusal } from "../types.ts";
import { isBackupDue } from "./backup-due.ts";
import { readBackup } from "./read-backup.ts";
import { writeBackup } from "./write-backup.ts";

/** After the start, and how often while the program stays open, in milliseconds. */
const FIRST_LOOK = 20_000;
const NEXT_LOOK = 30 * 60_000;

const UNREADABLE = "有记录读不出来，备份没有做成；原有的备份没有动，请先用操作日志重建数据库";

/** Makes and reads the backups of an open store, and makes the daily one when it is due (promise 4). */
export class BackupKeeper {
  readonly #parts: StoreParts;
  readonly #headNow: () => number;
  readonly #end = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: StoreParts, headNow: () => number) {
    this.#parts = parts;
    this.#headNow = headNow;
  }

  /** Begins to look after the daily backup. */
  start(): void {
    this.#lookAfter(FIRST_LOOK);
  }

  /** Calls off what is under way. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#end.abort();
  }

  /** A record that does not open, or a store closed meanwhile, is an answer too: the screen waits for one. */
  async make(reason: BackupReason, { onProgress, signal }: LongWork): Promise<BackupResult> {
    const { bridge, database, sealer, migrations } = this.#parts;
    const source = { bridge, database, sealer, version: latestVersion(migrations) };
    const { signal: end } = this.#end;
    try {
      return await writeBackup(source, reason, {
        ...(onProgress === undefined ? {} : { onProgress }),
        signal: signal === undefined ? end : AbortSignal.any([signal, end]),
      });
    } catch {
      return end.aborted
        ? { ok: false, code: "cancelled", message: "数据已锁定，备份没有做" }
        : { ok: false, code: "backup-failed", message: UNREADABLE };
    }
  }

  /** The records of a backup and when it was made. */
  async read(
    id: string,
    work: LongWork,
  ): Promise<{ readonly ok: true; readonly records: Records; readonly at: string } | WorkRefusal> {
    const { bridge, now } = this.#parts;
    const listed = await bridge.call("backups.list", {});
    if (!listed.ok) return { ok: false, ...listed.error };
    const backup = listed.output.backups.find((one) => one.id === id);
    if (backup === undefined) {
      return { ok: false, code: "backup-missing", message: "没有找到这份备份，请刷新列表" };
    }
    const read = await readBackup(this.#parts, id, work);
    if (!read.ok) return read;
    const { records } = assembleDocuments(read.content.tables, defaultSettings(now()));
    return { ok: true, records, at: backup.at };
  }

  /** Makes today's backup where it is due; gives whether it was made. */
  async makeDaily(): Promise<boolean> {
    const { bridge, now } = this.#parts;
    const listed = await bridge.call("backups.list", {});
    if (!listed.ok) return false;
    const at = formatInstant(now());
    if (!isBackupDue(listed.output.backups, this.#headNow(), at)) return false;
    return (await this.make("daily", {})).ok;
  }

  #lookAfter(wait: number): void {
    this.#timer = setTimeout(() => {
      // The health page shows when the last backup was made; a failure is tried again later.
      this.makeDaily()
        .catch(() => false)
        .finally(() => {
          if (!this.#end.signal.aborted) this.#lookAfter(NEXT_LOOK);
        });
    }, wait);
  }
}
