import { fileFaultOf } from "../files/faults.ts";
import { readThrough } from "../packages/copy-file.ts";
import type { Alarm } from "./alarm.ts";
import { askAbout } from "./ask-loop.ts";
import type { OutboxFault } from "./fault.ts";
import { pauseAfter } from "./retry-plan.ts";
import type { Session } from "./session.ts";
import { findObstacle, isToUpload, type Shipment } from "./shipments.ts";
import { uploadPackage, type UploadResult } from "./upload-package.ts";

/** The queue: one package after the other, in the order in which the bureau wants them. */

/** Milliseconds between two events about one upload. */
const TELL_EVERY = 250;

type Failure = Extract<UploadResult, { readonly ok: false }>;

/** Works until the session ends. `onSent` is told of each package whose bytes the receiver has. */
export async function runSendLoop(
  session: Session,
  alarm: Alarm,
  onSent: () => void,
): Promise<void> {
  const { signal } = session;
  while (!signal.aborted) {
    const pause = await sendNext(session, onSent);
    if (pause > 0) await alarm.sleep(pause, signal);
  }
}

/** Sends what is due; gives the milliseconds until something is, 0 where there may be more at once. */
async function sendNext(session: Session, onSent: () => void): Promise<number> {
  const { ticks } = session.setting;
  const listed = await session.list();
  if (!listed.ok) return Number.POSITIVE_INFINITY;
  const waiting = listed.shipments.filter(isToUpload);
  const dueAt = (one: Shipment) => session.retries.get(one.sent.file.sha256)?.dueAt ?? 0;
  const due = waiting.find((one) => dueAt(one) <= ticks());
  if (due === undefined) {
    const times = waiting.map(dueAt);
    return times.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...times) - ticks();
  }
  await sendOne(session, due, listed.shipments, onSent);
  return 0;
}

async function sendOne(
  session: Session,
  shipment: Shipment,
  all: readonly Shipment[],
  onSent: () => void,
): Promise<void> {
  try {
    const trusted = await session.bureaus();
    const obstacle = findObstacle(shipment, all, trusted?.bureau ?? null);
    if (obstacle !== null || trusted === null) {
      await putOff(session, shipment, obstacle ?? "bureau-missing");
      return;
    }
    const { addresses } = trusted.bureau.card;
    // A package that was taken in while nobody heard the answer is not sent a second time.
    if (shipment.errand.upload !== null && (await hasAnswer(session, shipment, addresses))) return;
    const result = await tryAddresses(session, shipment, addresses);
    if (result.ok) onSent();
    else if (result.code !== "stopped") {
      await putOff(session, shipment, await explain(shipment, result.code), result.retryAfter);
    }
  } catch (error) {
    const code = fileFaultOf(error);
    if (code === null) await session.setting.onBug(error);
    await putOffSomehow(session, shipment, code ?? "program-fault");
  }
}

async function hasAnswer(
  session: Session,
  shipment: Shipment,
  addresses: readonly string[],
): Promise<boolean> {
  const asked = await askAbout(session, shipment, addresses);
  return asked.ok && asked.news > 0;
}

/** The address of the upload that was begun first, then the others as the card has them. */
async function tryAddresses(
  session: Session,
  shipment: Shipment,
  addresses: readonly string[],
): Promise<UploadResult> {
  const begunAt = shipment.errand.upload?.address;
  const order = addresses.toSorted((a, b) => Number(b === begunAt) - Number(a === begunAt));
  let failure: Failure = { ok: false, code: "no-address", retryAfter: null };
  for (const address of order) {
    const result = await tryTwice(session, shipment, address);
    if (result.ok || result.code === "stopped") return result;
    failure = result;
    if (!isOfAddress(result.code)) break;
  }
  return failure;
}

/** Where another address may do better. */
function isOfAddress(code: Failure["code"]): boolean {
  const faults: readonly Failure["code"][] = [
    "offline",
    "unreachable",
    "certificate",
    "not-a-receiver",
    "server-fault",
    "busy",
    "link-cut",
  ];
  return faults.includes(code);
}

/** A receiver that finds our clock wrong says what time it is: the second try is made by that. */
async function tryTwice(
  session: Session,
  shipment: Shipment,
  address: string,
): Promise<UploadResult> {
  const first = await tryOnce(session, shipment, address);
  return !first.ok && first.code === "clock-off" ? tryOnce(session, shipment, address) : first;
}

async function tryOnce(
  session: Session,
  shipment: Shipment,
  address: string,
): Promise<UploadResult> {
  const { sent, path } = shipment;
  const { sha256, size } = sent.file;
  const abort = new AbortController();
  const underWay = { fileSha256: sha256, abort, sent: shipment.errand.sentBytes };
  session.underWay = underWay;
  const tell = everySoOften(session.setting.ticks, () => session.tell(shipment));
  session.tell(shipment);
  try {
    const { upload } = await session.errands.read(sha256);
    const result = await uploadPackage({
      path,
      size,
      sha256,
      packageId: sent.manifest.id,
      unitId: sent.manifest.unit.id,
      address,
      begun: upload,
      keep: async (begun) => {
        await session.errands.change(sha256, { upload: begun, ...(begun === null && NOTHING) });
      },
      makeToken: () => session.fileToken("upload", shipment),
      onProgress: (bytes) => {
        underWay.sent = bytes;
        tell();
      },
      onTime: (header) => session.hear(header),
      signal: AbortSignal.any([session.signal, abort.signal]),
      patience: session.setting.patience,
    });
    session.underWay = null;
    await settle(session, shipment, result, underWay.sent);
    return result;
  } finally {
    session.underWay = null;
  }
}

const NOTHING = { sentBytes: 0 } as const;

async function settle(
  session: Session,
  shipment: Shipment,
  result: UploadResult,
  sentBytes: number,
): Promise<void> {
  const { sha256, size } = shipment.sent.file;
  if (result.ok) {
    session.retries.delete(sha256);
    const uploadedAt = session.moment();
    const done = { uploadedAt, upload: null, sentBytes: size, fault: null };
    await session.change(shipment, done);
  } else if (result.code === "hash-wrong") {
    await session.errands.change(sha256, { upload: null, ...NOTHING });
  } else await session.errands.change(sha256, { sentBytes });
}

/** A wrong hash is the link's doing, or our own disk's. */
async function explain({ path, sent }: Shipment, code: OutboxFault): Promise<OutboxFault> {
  if (code !== "hash-wrong") return code;
  const { sha256 } = await readThrough(path, () => Promise.resolve());
  return sha256 === sent.file.sha256 ? code : "package-damaged";
}

async function putOff(
  session: Session,
  shipment: Shipment,
  code: OutboxFault,
  retryAfter: number | null = null,
): Promise<void> {
  const { setting, retries } = session;
  const { sha256 } = shipment.sent.file;
  const failures = (retries.get(sha256)?.failures ?? 0) + 1;
  const pause = pauseAfter(setting.pauses, code, failures, retryAfter);
  retries.set(sha256, { failures, dueAt: setting.ticks() + pause });
  await session.note(shipment, code);
}

/** A disk that takes no note keeps nobody from trying again. */
async function putOffSomehow(session: Session, shipment: Shipment, code: OutboxFault) {
  try {
    await putOff(session, shipment, code);
  } catch (error) {
    if (fileFaultOf(error) === null) await session.setting.onBug(error);
  }
}

function everySoOften(ticks: () => number, work: () => void): () => void {
  let last = ticks();
  return () => {
    if (ticks() - last < TELL_EVERY) return;
    last = ticks();
    work();
  };
}
