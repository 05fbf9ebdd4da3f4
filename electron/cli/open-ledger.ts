import { FLOOR_BYTES } from "../services/health/free-space.ts";
import { sourcesOfBureau } from "../services/ledger/bureau-sources.ts";
import { LEDGER_FAULTS, LedgerFaultError } from "../services/ledger/ledger.ts";
import { listYears } from "../services/ledger/list-packages.ts";
import { type DeskLedger, openDeskLedger } from "../services/ledger/open-desk-ledger.ts";
import { ledgerAddress } from "../services/ledger/open-ledger.ts";
import { type Given, numberIfAny, textIfAny } from "./command.ts";
import { type Io, refused } from "./io.ts";
import { type Installation, unlock, UNLOCK_OPTIONS } from "./unlock.ts";

/** The bureau's ledger for a command: in step with the packages on the shelf, closed when the command is done. */

export const LEDGER_OPTIONS = {
  ...UNLOCK_OPTIONS,
  year: { type: "number", requiresArg: true, describe: "申报年度；不写则用最近的一个" },
  ledger: {
    type: "string",
    requiresArg: true,
    describe:
      "PostgreSQL 服务器上的台账：postgres://…；不写则看环境变量 JICENG_LEDGER，再没有就用数据文件夹里的",
  },
  json: { type: "boolean", describe: "输出 JSON，供其他程序读取" },
} as const;

export interface LedgerOfYear extends Installation {
  readonly ledger: DeskLedger;
  readonly year: number;
}

/** Opens the ledger, runs the work on a year of it and closes it; a fault is a refusal in one line. */
export async function withLedger(
  given: Given,
  io: Io,
  work: (opened: LedgerOfYear) => Promise<void>,
): Promise<void> {
  const installation = await unlock(given, io, "bureau");
  const { dataFolder, keys } = installation;
  const address = textIfAny(given, "ledger") ?? ledgerAddress(io.env);
  const sources = sourcesOfBureau(dataFolder, keys);
  const ledger = await openDeskLedger({
    dataFolder,
    keys,
    address,
    now: io.now,
    floorBytes: FLOOR_BYTES,
    ...sources,
  });
  if (!ledger.ok) throw refused(`${dataFolder}：${LEDGER_FAULTS[ledger.code]}`);
  try {
    const { damaged } = await ledger.sync.run();
    for (const name of damaged) io.stderr.write(`${name}：报送包记录或文件已损坏，没有计入\n`);
    const year = numberIfAny(given, "year") ?? (await listYears(ledger.context))[0];
    if (year === undefined) throw refused(`${dataFolder}：还没有收下报送包`);
    await work({ ...installation, ledger, year });
  } catch (error) {
    if (!(error instanceof LedgerFaultError)) throw error;
    throw refused(`${dataFolder}：${LEDGER_FAULTS[error.code]}`);
  } finally {
    await ledger.close();
  }
}
