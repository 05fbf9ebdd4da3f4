import { LEDGER_FAULTS, type LedgerFaultCode } from "../services/ledger/ledger.ts";
import { ledgerAddress, openLedger } from "../services/ledger/open-ledger.ts";
import {
  type Bureau,
  openFolderReceiver,
  readOffice,
} from "../services/receiver/folder-receiver.ts";
import type { ReceiverBase } from "../services/receiver/receiver-base.ts";
import { openBucket } from "../services/receiver/shared/bucket.ts";
import { exchangePackages } from "../services/receiver/shared/exchange.ts";
import { sealedRows } from "../services/receiver/shared/sealed-rows.ts";
import { publishOffice } from "../services/receiver/shared/shared-office.ts";
import type { SharedLedger } from "../services/receiver/shared/shared-packages.ts";
import {
  openSharedReceiver,
  type SharedPlace,
} from "../services/receiver/shared/shared-receiver.ts";
import { describeStartFault, type StartFault } from "../services/receiver/start-fault.ts";
import { type Given, textIfAny } from "./command.ts";
import { inTurn } from "./in-turn.ts";
import { recordsRefusal } from "./shelves.ts";
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
export async function publish(bureau: Bureau, place: SharedPlace, io: Io): Promise<void> {
  await withShared(bureau, place, async (shared) => {
    const published = await publishOffice(shared, bureau);
    if (!published.ok) throw startRefusal(bureau, published.code);
    await writeLine(io.stdout, `已发布：信息卡和${published.units}个单位密钥，各接收机即时生效`);
  });
}

/** Fetches what the receivers took in, and hands them what this machine did and answered. */
export async function exchange(bureau: Bureau, place: SharedPlace, io: Io): Promise<void> {
  await withShared(bureau, place, (shared) =>
    inTurn(bureau.dataFolder, io, async () => {
      const exchanged = await exchangePackages(shared, bureau);
      if (!exchanged.ok) throw recordsRefusal(exchanged.folder);
      const { fetched, handed, answersFetched, answersHanded, conflicts } = exchanged;
      await writeLine(
        io.stdout,
        `取来报送包${fetched}个、回执${answersFetched}份，送出报送包${handed}个、回执${answersHanded}份`,
      );
      if (conflicts.length > 0) {
        throw refused(
          ...conflicts.map(
            (name) => `${name}：本机与共用存储中的收件或回执不一致，没有改动；请核对`,
          ),
        );
      }
    }),
  );
}

async function withShared(
  bureau: Bureau,
  { ledger: address, bucket: bucketPlace }: SharedPlace,
  work: (shared: SharedLedger) => Promise<void>,
): Promise<void> {
  const opened = await openLedger({ dataFolder: bureau.dataFolder, address });
  if (!opened.ok) throw startRefusal(bureau, opened.code);
  const { ledger } = opened;
  const bucket = await openBucket(bucketPlace);
  try {
    if (!(await bucket.isThere())) throw startRefusal(bureau, "store-unreachable");
    await work({ ledger, bucket, rows: sealedRows(bureau.keys) });
  } finally {
    bucket.close();
    await ledger.close();
  }
}
