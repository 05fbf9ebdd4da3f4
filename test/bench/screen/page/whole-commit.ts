import { SHIPPED_PACKS } from "../../../../shared/policy/pack-shelf.ts";
import { connectBridge } from "../../../../renderer/hosts/connect.ts";
import {
  browserIdb,
  NO_HEAD,
  ScreenDatabase,
} from "../../../../renderer/store/database/database.ts";
import { MIGRATIONS } from "../../../../renderer/store/database/migrations.ts";
import { JournalLink } from "../../../../renderer/store/engine/journal-link.ts";
import { openStore } from "../../../../renderer/store/open-store.ts";
import { RecordStore } from "../../../../renderer/store/record-store.ts";
import { encodeText } from "../../../../renderer/store/seal/bytes.ts";
import { openSealer, type Sealer } from "../../../../renderer/store/seal/sealer.ts";
import type { Bridge } from "../../../../shared/bridge/methods.ts";
import { editOf } from "./bulk-write.ts";
import { clock } from "./raw-database.ts";

/** `store.commit` of many people against the real host, whole: from the call until it says that it is done. */
export interface CommitTimes {
  readonly whole: number;
  /** Of it: the host has the entry in its journal, on the disk. */
  readonly journal: number;
}

const KEY = new Uint8Array(32).fill(7);
/** What sealing adds to a document: a nonce and a tag. */
const ADDED_BYTES = 40;

/** As the real one as to sizes and calls, but without cryptography. */
function openUnsealed(sealer: Sealer): Sealer {
  const pad = (bytes: Uint8Array) => {
    const padded = new Uint8Array(bytes.length + ADDED_BYTES);
    padded.set(bytes, ADDED_BYTES);
    return padded;
  };
  return {
    ...sealer,
    seal: (_, value) => pad(encodeText(JSON.stringify(value))),
    sealBytes: (_, bytes) => pad(bytes),
    keyOf: (table, id) => `${table}/${id}`.padEnd(32, "."),
  };
}

/** One commit into a new database and a new journal. */
export async function timeCommit(isSealed: boolean, people: number): Promise<CommitTimes> {
  const host = await connectBridge();
  let journal = 0;
  const bridge: Bridge = {
    on: host.on,
    call: async (method, input, bytes) => {
      const lap = clock();
      const answer = await host.call(method, input, bytes);
      if (method === "journal.append") journal += lap();
      return answer;
    },
  };
  const real = await openSealer(KEY);
  const sealer = isSealed ? real : openUnsealed(real);
  const database = new ScreenDatabase("bench", sealer, MIGRATIONS, browserIdb());
  await database.open();
  const store = new RecordStore({
    bridge,
    database,
    sealer,
    migrations: MIGRATIONS,
    now: () => Date.now(),
    packs: SHIPPED_PACKS,
    link: new JournalLink(bridge, database, 0),
    head: NO_HEAD,
    stopped: null,
    rebuild: () => Promise.reject(new Error("nothing to rebuild here")),
    release: () => {},
  });
  await store.whenReady;
  const edit = editOf(people);
  const lap = clock();
  const result = await store.commit(edit);
  const whole = lap();
  if (!result.ok) throw new Error(JSON.stringify(result).slice(0, 300));
  await store.close();
  return { whole, journal };
}

/** Keys and records of a unit, as after a first run and an import. */
export async function fillAsClerk(passphrase: string, people: number): Promise<void> {
  const bridge = await connectBridge();
  const created = await bridge.call("keys.create", { passphrase });
  if (!created.ok || created.bytes === null) throw new Error("no keys");
  const { recoveryCode } = created.output;
  await bridge.call("keys.rehearse", { recoveryCode });
  const opened = await openStore({
    bridge,
    dataKey: created.bytes,
    now: () => Date.now(),
    newId: () => crypto.randomUUID(),
  });
  if (!opened.ok) throw new Error(opened.message);
  const { store } = opened;
  const result = await store.commit(editOf(people));
  if (!result.ok) throw new Error(JSON.stringify(result).slice(0, 300));
  await store.close();
}
