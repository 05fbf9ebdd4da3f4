import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { basename, join } from "node:path";
import type { DESK_METHODS } from "../../../shared/bridge/desk-methods.ts";
import { hostError } from "../../../shared/bridge/method.ts";
import { describePackageRefusal } from "../../../shared/submission/refusal.ts";
import { makeFolder, writeDurably } from "../files/durable.ts";
import { readYearChecks } from "../ledger/remembered-checks.ts";
import { findPackage } from "../ledger/list-packages.ts";
import { listQuarantine } from "../ledger/quarantine-list.ts";
import { AGE_VERSION_LINE } from "../packages/intake.ts";
import { openOffice } from "../packages/office.ts";
import { type ReceivingResult, receivePackage } from "../packages/receive-package.ts";
import { done, refuse } from "./answers.ts";
import { atOpenDesk, type BureauDesk, openOfficeOf } from "./bureau-desk.ts";
import type { Desk, GroupHandlers } from "./desk.ts";
import { refuseBelowFloor } from "./space.ts";
import { inFolderTurn } from "./unlocked.ts";

type Handlers = Pick<GroupHandlers<typeof DESK_METHODS>, "desk.receive" | "desk.cancel">;

const CANCELLED = "已取消，没有收件";
const RECORDS_DAMAGED =
  "有收下的报送包记录已损坏，暂停收件，以免版次出错；请用备份恢复数据文件夹里的 received";

/** Takes packages in from a file: bytes beside the call, or what came through the spool. */
export function makeReceiveHandlers(desk: Desk): Handlers {
  const running = new Map<string, AbortController>();
  return {
    "desk.receive": ({ id, fileName, handle }, bytes) =>
      // One package more is put by itself: bringing the whole ledger up to date each time would cost more and more.
      atOpenDesk(desk, async (bureau) => {
        const refusal = await refuseBelowFloor(desk);
        if (refusal !== null) return refusal;
        const controller = new AbortController();
        running.set(id, controller);
        try {
          if (handle !== null) return await receiveSpooled(bureau, fileName, handle, controller);
          if (bytes === null) return hostError("bad-input");
          return await receiveBytes(bureau, fileName, bytes, controller);
        } catch (error) {
          if (controller.signal.aborted) return refuse("cancelled", CANCELLED);
          throw error;
        } finally {
          running.delete(id);
        }
      }),
    "desk.cancel": ({ id }) => {
      running.get(id)?.abort();
      return Promise.resolve(done({}));
    },
  };
}

type Received = ReturnType<Handlers["desk.receive"]>;

async function receiveSpooled(
  bureau: BureauDesk,
  fileName: string,
  handle: string,
  { signal }: AbortController,
): Received {
  const { spool } = bureau.desk;
  const file = spool.find(handle);
  if (file === null) return hostError("bad-input");
  const answer = await receive(bureau, file.path, fileName, signal);
  await spool.abort(handle);
  return answer;
}

async function receiveBytes(
  bureau: BureauDesk,
  fileName: string,
  bytes: Uint8Array,
  { signal }: AbortController,
): Received {
  // Anything else may be a list of names sent by mistake: it is never written in clear (promise 15).
  const head = Buffer.from(bytes.subarray(0, AGE_VERSION_LINE.length)).toString("latin1");
  if (head !== AGE_VERSION_LINE) return refuse("not-age", describePackageRefusal("not-age"));
  const folder = join(bureau.desk.dataFolder, "spool");
  await makeFolder(folder);
  const path = join(folder, randomUUID());
  try {
    await writeDurably(path, bytes);
    return await receive(bureau, path, fileName, signal);
  } finally {
    await rm(path, { force: true });
  }
}

async function receive(
  bureau: BureauDesk,
  path: string,
  fileName: string,
  signal: AbortSignal,
): Received {
  const opened = await openOfficeOf(bureau);
  if (!opened.ok) return opened;
  return inFolderTurn(bureau.desk, async () => {
    await openOffice(opened.office);
    const received = await receivePackage(path, opened.office, {
      signal,
      fileName,
      packages: bureau.packages,
    });
    return answerFor(bureau, received);
  });
}

async function answerFor(bureau: BureauDesk, received: ReceivingResult): Received {
  const { context, sync, desk, keys } = bureau;
  if (!received.ok) {
    if (received.code === "records-damaged") return refuse(received.code, RECORDS_DAMAGED);
    const name = basename(received.folder);
    const files = await listQuarantine(desk.dataFolder, keys.sealer);
    const quarantined = files.find((one) => one.name === name);
    if (quarantined === undefined) throw new Error("refused, and not in quarantine");
    return done({ code: "quarantined", quarantined });
  }
  const { code, entry, folder, contents } = received;
  if (contents !== null) await sync.put(basename(folder), entry, contents);
  const { id, cycle } = entry.manifest;
  const found = await readYearChecks(context, cycle.year, id);
  const listed = await findPackage(context, id, found);
  if (listed === null) throw new Error("received, and not in the ledger");
  return done({ code, package: listed });
}
