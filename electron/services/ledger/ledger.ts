import type { z } from "zod";

/**
 * The bureau's ledger in SQL: PostgreSQL inside this process (PGlite), or a PostgreSQL server that several
 * desks and receivers share. Both hold the same tables and answer the same queries.
 */

/** What a statement may bring along. Counts are 32-bit: `count(*)::int`, so that both give numbers. */
export type Parameter = string | number | boolean | Uint8Array | null | readonly string[];

export interface Queries {
  /** Runs one statement with `$1`, `$2` … and gives its rows, checked by their schema. */
  readonly query: <Row>(
    sql: string,
    parameters: readonly Parameter[],
    row: z.ZodType<Row>,
  ) => Promise<readonly Row[]>;
  /** Runs one statement whose rows nobody needs; gives how many rows it changed. */
  readonly run: (sql: string, parameters?: readonly Parameter[]) => Promise<number>;
}

export interface Ledger extends Queries {
  readonly kind: "pglite" | "postgres";
  /** All of the work or, where it throws, nothing of it. What returned is on the disk. */
  readonly transaction: <Value>(work: (queries: Queries) => Promise<Value>) => Promise<Value>;
  readonly close: () => Promise<void>;
}

/** Why a ledger cannot be opened or asked. */
export const LEDGER_FAULTS = {
  "ledger-in-use":
    "收件台账正被另一个程序使用；请关闭另一个“基层职称”窗口或正在运行的 jiceng 命令后重试",
  "ledger-newer": "收件台账是更新版本的程序建立的，本版本不能打开；请升级程序",
  "ledger-unreachable":
    "连不上收件台账所在的数据库服务器；请检查网络和服务器后重试，报送包仍可以照常收下",
  "space-low": "磁盘剩余空间太少，没有写入；请清理磁盘后重试",
  "sources-damaged":
    "本局的目录清单和政策包资料已损坏，受理台没有打开；请用备份中的 trust 文件夹恢复它",
  "ledger-damaged": "收件台账的数据库已损坏；请重新打开程序，程序会用收下的报送包和台账备份重建",
} as const;
export type LedgerFaultCode = keyof typeof LEDGER_FAULTS;

export interface LedgerRefusal {
  readonly ok: false;
  readonly code: LedgerFaultCode;
}

/** An expected fault met in the middle of a query; the handlers of the desk turn it into an answer. */
export class LedgerFaultError extends Error {
  readonly code: LedgerFaultCode;

  constructor(code: LedgerFaultCode, cause: unknown) {
    super(code, { cause });
    this.code = code;
  }
}

export function refuseLedger(code: LedgerFaultCode): LedgerRefusal {
  return { ok: false, code };
}

export interface OpenedLedger {
  readonly ok: true;
  readonly ledger: Ledger;
}
