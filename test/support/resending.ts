import { setTimeout as wait } from "node:timers/promises";
import { uploadsUrl } from "../../shared/submission/receiver-answer.ts";
import type { SendingUnit } from "./sending-unit.ts";

/** A unit that goes on with its upload whatever is killed under it. */

const PIECE_BYTES = 300_000;

export interface BegunUpload {
  /** Null before one was begun. */
  id: string | null;
}

/** Sends in pieces from where the receiver has come to; false where it was killed meanwhile. */
export async function sendOn(
  unit: SendingUnit,
  address: string,
  begun: BegunUpload,
): Promise<boolean> {
  try {
    const { url, offset: from } = await resume(unit, address, begun);
    const { bytes } = unit;
    let offset = from;
    while (offset < bytes.length) {
      const said = await unit.patch(url, offset, bytes.subarray(offset, offset + PIECE_BYTES));
      if (said.offset === null) throw new Error(`${said.status} ${said.body}`);
      offset = said.offset;
    }
    return true;
  } catch (error) {
    // What `fetch` throws where nobody answers.
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** The upload that was begun where the receiver still has it, else a new one. */
async function resume(unit: SendingUnit, address: string, begun: BegunUpload) {
  if (begun.id !== null) {
    const url = `${uploadsUrl(address)}/${begun.id}`;
    const { offset } = await unit.head(url);
    if (offset !== null) return { url, offset };
  }
  const url = await unit.beginAt(address);
  begun.id = new URL(url).pathname.split("/").at(-1) ?? null;
  return { url, offset: 0 };
}

/** Asks until the package is received; sends again where the receiver knows nothing of it. Gives the receipts. */
export async function untilReceived(
  unit: SendingUnit,
  address: string,
  begun: BegunUpload,
): Promise<readonly string[]> {
  for (;;) {
    const { state, receipts } = await unit.receipts(address);
    if (state === "received") return receipts;
    if (state === "refused") throw new Error(state);
    if (state === "unknown") await sendOn(unit, address, begun);
    else await wait(10);
  }
}
