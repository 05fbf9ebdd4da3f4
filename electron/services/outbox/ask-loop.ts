import { fileFaultOf } from "../files/faults.ts";
import type { Alarm } from "./alarm.ts";
import { atAny, fetchReceipts, LONGEST_SILENCE } from "./bureau-contact.ts";
import type { OutboxFault } from "./fault.ts";
import { pauseOfAsking } from "./retry-plan.ts";
import type { ReceiptsAnswer } from "../../../shared/submission/receiver-answer.ts";
import type { Session } from "./session.ts";
import { isToAsk, type Shipment } from "./shipments.ts";
import { fetchStatements } from "./statements.ts";

/** Asking for receipts, with growing pauses while there are none. */

export type Asked =
  | {
      readonly ok: true;
      /** Receipts that were not known before. */
      readonly news: number;
    }
  | { readonly ok: false; readonly code: OutboxFault | "stopped" };

/** Works until the session ends. `onAsked` is told after each round of questions: what waits may go on now. */
export async function runAskLoop(
  session: Session,
  alarm: Alarm,
  onAsked: () => void,
): Promise<void> {
  const { signal, setting } = session;
  let quiet = 0;
  while (!signal.aborted) {
    const news = await askAll(session);
    onAsked();
    const isRung = await alarm.sleep(pauseOfAsking(setting.pauses, quiet), signal);
    quiet = isRung || news > 0 ? 0 : quiet + 1;
  }
}

/** Asks about everything that may have an answer; gives how much was new. */
async function askAll(session: Session): Promise<number> {
  try {
    const trusted = await session.bureaus();
    const listed = await session.list();
    if (trusted === null || !listed.ok) return 0;
    const { card } = trusted.bureau;
    const { shipments } = listed;
    const asked = shipments.filter(
      (one) => one.sent.manifest.bureau.kid === card.keys.kid && isToAsk(one, shipments),
    );
    let news = await fetchStatements(session, trusted.bureau);
    for (const shipment of card.addresses.length === 0 ? [] : asked) {
      const answer = await askAbout(session, shipment, card.addresses);
      if (answer.ok) news += answer.news;
      else if (answer.code === "stopped") return news;
    }
    return news;
  } catch (error) {
    if (fileFaultOf(error) === null) await session.setting.onBug(error);
    return 0;
  }
}

/** Asks about one package, at one address after the other until one answers, and keeps what comes. */
export async function askAbout(
  session: Session,
  shipment: Shipment,
  addresses: readonly string[],
): Promise<Asked> {
  const contact = await atAny(addresses, (address) => askAt(session, shipment, address));
  if (!contact.ok) {
    await noteFailure(session, shipment, contact.code);
    return contact;
  }
  const kept = await keepAll(session, shipment, contact.value.receipts);
  if (!kept.ok) await noteFailure(session, shipment, kept.code);
  else if (kept.news > 0) await noteArrival(session, shipment);
  else await noteState(session, shipment, contact.value);
  return kept;
}

function askAt(session: Session, shipment: Shipment, address: string) {
  const { manifest, receipts } = shipment.sent;
  const after = Math.max(-1, ...receipts.map(({ receipt }) => receipt.serial));
  const question = {
    address,
    makeToken: () => session.fileToken("receipts", shipment),
    onTime: (header: string | null) => session.hear(header),
    signal: session.signal,
    longestSilence: LONGEST_SILENCE,
  };
  return fetchReceipts(question, manifest.id, after);
}

async function keepAll(
  session: Session,
  shipment: Shipment,
  receipts: readonly string[],
): Promise<Asked> {
  let news = 0;
  for (const text of receipts) {
    const kept = await session.keep(Buffer.from(text, "base64"));
    if (!kept.ok) return { ok: false, code: faultOfKeeping(kept.code) };
    // The bureau's word for another package proves nothing of this one.
    if (kept.sent.manifest.id !== shipment.sent.manifest.id) {
      return { ok: false, code: "receipt-unverified" };
    }
    if (kept.isNew) news += 1;
  }
  return { ok: true, news };
}

type KeepCode = Extract<Awaited<ReturnType<Session["keep"]>>, { readonly ok: false }>["code"];

/** What the disk says stays what it is; all that is wrong with the receipt itself is one thing to a clerk here. */
function faultOfKeeping(code: KeepCode): OutboxFault {
  switch (code) {
    case "not-age":
    case "wrong-recipient":
    case "corrupt":
    case "too-big":
    case "receipt-signer":
    case "receipt-revoked":
    case "receipt-signature":
    case "receipt-content":
    case "not-sent":
      return "receipt-unverified";
    default:
      return code;
  }
}

/** A receipt has come: whatever was under way has arrived. */
async function noteArrival(session: Session, { sent }: Shipment): Promise<void> {
  const listed = await session.list();
  const now = listed.ok
    ? listed.shipments.find((one) => one.sent.manifest.id === sent.manifest.id)
    : undefined;
  if (now === undefined) return;
  const { errand } = now;
  const isOnItsWay = errand.upload !== null && errand.uploadedAt === null;
  const arrived = isOnItsWay
    ? { upload: null, uploadedAt: session.moment(), sentBytes: sent.file.size }
    : {};
  await session.change(now, { ...arrived, fault: null });
}

/** The receiver has answered, and there is no new receipt. */
async function noteState(
  session: Session,
  shipment: Shipment,
  { state, refusal }: ReceiptsAnswer,
): Promise<void> {
  const { sent, errand } = shipment;
  if (sent.receipts.length > 0 || errand.uploadedAt === null) return;
  if (state === "unknown") {
    // All of it was sent, and the receiver has none of it: it was harmed there, or another disk took its place.
    await session.change(shipment, { uploadedAt: null, sentBytes: 0, fault: null });
  } else if (refusal !== null) {
    if (errand.fault?.code !== "package-refused") {
      await session.note(shipment, "package-refused", refusal.message);
    }
  } else if (errand.fault !== null) await session.change(shipment, { fault: null });
}

/** What keeps the answer away from one who waits for the first one; the queue says what keeps the package. */
async function noteFailure(
  session: Session,
  shipment: Shipment,
  code: OutboxFault | "stopped",
): Promise<void> {
  const { sent, errand } = shipment;
  const isOnItsWay = errand.uploadedAt !== null || code === "receipt-unverified";
  const isWaiting = sent.receipts.length === 0 && isOnItsWay;
  if (!isWaiting || code === "stopped" || code === "folder-in-use") return;
  if (errand.fault?.code !== code) await session.note(shipment, code);
}
