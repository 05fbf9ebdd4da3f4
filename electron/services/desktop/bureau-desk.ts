import { type Answer, hostError } from "../../../shared/bridge/method.ts";
import type { UnlockedKeys } from "../keys/unlocked-keys.ts";
import { LEDGER_FAULTS, LedgerFaultError } from "../ledger/ledger.ts";
import type { DeskLedger } from "../ledger/open-desk-ledger.ts";
import type { Synced } from "../ledger/sync.ts";
import type { Office } from "../packages/office.ts";
import { readOwnOffice } from "../packages/own-office.ts";
import { describeTrustFault } from "../trust/fault.ts";
import { refuse } from "./answers.ts";
import type { Desk } from "./desk.ts";

/** The bureau's desk at work: keys open, ledger in step with the packages. */
export interface BureauDesk extends Omit<DeskLedger, "ok"> {
  readonly keys: UnlockedKeys;
  readonly desk: Desk;
  /** Folders of packages whose record or file does not open: they are not in the ledger. */
  readonly damaged: readonly string[];
}

const BUREAU_ONLY = "这是基层单位的数据文件夹，受理业务只能在县级人社局的数据文件夹里办理";
const CARD_MISSING = "还没有填写本局信息，不能收件和出具回执；请先在“单位与密钥”里填写并保存信息卡";

/** `id` of the progress of bringing the ledger up to date. */
export const SYNC_JOB = "desk-sync";

type Work<Output> = (bureau: BureauDesk) => Promise<Answer<Output>>;

/** Runs a method of the desk; of a unit's data folder, with locked keys or without a ledger it is refused. */
export function atDesk<Output>(desk: Desk, work: Work<Output>): Promise<Answer<Output>> {
  return withLedger(desk, (opened, onProgress) => opened.sync.run(onProgress), work);
}

/** The same without looking for packages that came by another way, but for the first time. */
export function atOpenDesk<Output>(desk: Desk, work: Work<Output>): Promise<Answer<Output>> {
  return withLedger(desk, (opened, onProgress) => opened.sync.runOnce(onProgress), work);
}

async function withLedger<Output>(
  desk: Desk,
  bringUpToDate: (
    opened: DeskLedger,
    onProgress: (done: number, total: number) => void,
  ) => Promise<Synced>,
  work: Work<Output>,
): Promise<Answer<Output>> {
  const { keys } = desk.keyRing;
  if (keys === null) return hostError("locked");
  if (keys.role !== "bureau") return refuse("bureau-only", BUREAU_ONLY);
  try {
    const opened = await desk.ledgers.open(keys);
    if (!opened.ok) return refuse(opened.code, LEDGER_FAULTS[opened.code]);
    const { damaged } = await bringUpToDate(opened, (done, total) =>
      desk.emit("progress", { id: SYNC_JOB, done, total }),
    );
    return await work({ ...opened, keys, desk, damaged });
  } catch (error) {
    if (error instanceof LedgerFaultError) return refuse(error.code, LEDGER_FAULTS[error.code]);
    throw error;
  }
}

type Refused = Extract<Answer<unknown>, { readonly ok: false }>;

/** Who receives and answers, with the units enrolled now. */
export async function openOfficeOf({
  keys,
  desk,
}: Pick<BureauDesk, "keys" | "desk">): Promise<
  { readonly ok: true; readonly office: Office } | Refused
> {
  const own = await readOwnOffice(desk.dataFolder, keys, desk.now());
  if (own.ok) return own;
  if (own.code === "card-missing") return refuse(own.code, CARD_MISSING);
  return refuse(own.code, describeTrustFault(own.code));
}
