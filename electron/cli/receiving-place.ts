import { LEDGER_FAULTS, type LedgerFaultCode } from "../services/ledger/ledger.ts";
import { ledgerAddress, openLedger } from "../services/ledger/open-ledger.ts";
import {
  type Bureau,
  openFolderReceiver,
  readOffice,
} from "../services/receiver/folder-receiver.ts";
import type { ReceiverBase } from "../services/receiver/receiver-base.ts";
import { sealedRows } from "../services/receiver/shared/sealed-rows.ts";
import { publishOffice } from "../services/receiver/shared/shared-office.ts";
import {
  openSharedReceiver,
  type SharedPlace,
} from "../services/receiver/shared/shared-receiver.ts";
import { describeStartFault, type StartFault } from "../services/receiver/start-fault.ts";
import { type Given, textIfAny } from "./command.ts";
import { type CommandFailure, type Io, refused, writeLine, wrongUsage } from "./io.ts";

/** Where `jiceng receive` puts what it receives: this machine's data folder, or what several machines share. */

/** A receiver on the data folder alone. */
export async function openOwn(bureau: Bureau): Promise<ReceiverBase> {
  const read = await readOffice(bureau);
  if (!read.ok) throw startRefusal(bureau, read.code);
  const opened = await openFolderReceiver(bureau);
  if (!opened.ok) throw startRefusal(bureau, opened.code);
  return opened.base;
}

/** A receiver among several. */
export async function openShared(bureau: Bureau, place: SharedPlace): Promise<ReceiverBase> {
  const opened = await openSharedReceiver(bureau, place);
  if (!opened.ok) throw startRefusal(bureau, opened.code);
  const read = await opened.base.office();
  if (read.ok) return opened.base;
  await opened.base.close();
  throw startRefusal(bureau, read.code === "card-missing" ? "not-published" : read.code);
}

function startRefusal({ dataFolder }: Bureau, code: StartFault | LedgerFaultCode): CommandFailure {
  return refused(
    `${dataFolder}：${code in LEDGER_FAULTS ? LEDGER_FAULTS[code as LedgerFaultCode] : describeStartFault(code as StartFault)}`,
  );
}

/** Where several receivers meet; null where this one is alone. */
export function sharedPlaceOf(given: Given, { env }: Io): SharedPlace | null {
  const store = textIfAny(given, "store");
  const ledger = textIfAny(given, "ledger") ?? ledgerAddress(env);
  if (store === undefined) {
    if (given["ledger"] !== undefined) throw wrongUsage("--ledger 须与 --store 一起使用");
    return null;
  }
  const bucket = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,62})$/.exec(store)?.[1];
  if (bucket === undefined) throw wrongUsage(`--store 应写成 s3://存储桶名称，现为“${store}”`);
  if (ledger === null) throw wrongUsage("--store 须与 --ledger 一起使用");
  const endpoint = env["AWS_ENDPOINT_URL_S3"] ?? env["AWS_ENDPOINT_URL"] ?? null;
  return { ledger, bucket: { bucket, endpoint, region: env["AWS_REGION"] ?? "us-east-1" } };
}

/** Puts card and register of this machine where the receivers read them. */
export async function publish(
  bureau: Bureau,
  { ledger: address }: SharedPlace,
  io: Io,
): Promise<void> {
  const opened = await openLedger({ dataFolder: bureau.dataFolder, address });
  if (!opened.ok) throw startRefusal(bureau, opened.code);
  const place = { ledger: opened.ledger, rows: sealedRows(bureau.keys) };
  try {
    const published = await publishOffice(place, bureau);
    if (!published.ok) throw startRefusal(bureau, published.code);
    await writeLine(io.stdout, `已发布：信息卡和${published.units}个单位密钥，各接收机即时生效`);
  } finally {
    await opened.ledger.close();
  }
}
