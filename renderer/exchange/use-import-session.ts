import { useEffect, useMemo, useSyncExternalStore } from "react";
import type { Bridge } from "../../shared/bridge/methods.ts";
import { UNIT_FILE_FORMAT, type UnitFile } from "../../shared/records/unit-file.ts";
import { useBridge } from "../bridge.ts";
import { useRecords, useStore } from "../store/context.ts";
import type { Records, Store } from "../store/types.ts";
import { usePack } from "../widgets/pack.ts";
import { ImportSession, type ImportState, type OnFile } from "./import-session.ts";
import { startWorkerPort } from "./worker-port.ts";

/** One import for each time the store is open: locking forgets it with the records. */
const SESSIONS = new WeakMap<Store, ImportSession>();

function sessionOf(store: Store, bridge: Bridge): ImportSession {
  const known = SESSIONS.get(store);
  if (known !== undefined) return known;
  const session = new ImportSession({
    readWorkbook: async (bytes) => bridge.call("workbooks.read", {}, bytes),
    startJob: startWorkerPort,
  });
  SESSIONS.set(store, session);
  return session;
}

/** The same records are the same unit file, so that coming back to the page asks nothing anew. */
const UNIT_FILES = new WeakMap<Records, UnitFile>();

/** What is on file, as the core reads it; null before there is a unit. */
export function unitFileOf(records: Records): UnitFile | null {
  const known = UNIT_FILES.get(records);
  if (known !== undefined) return known;
  const { unit, people } = records;
  if (unit === null) return null;
  const unitFile: UnitFile = { format: UNIT_FILE_FORMAT, unit, people: [...people.values()] };
  UNIT_FILES.set(records, unitFile);
  return unitFile;
}

export interface OpenImport {
  readonly session: ImportSession;
  readonly state: ImportState;
  /** Null while the records are being read. */
  readonly onFile: OnFile | null;
}

/** The import going on, kept while one looks at other pages. */
export function useImportSession(): OpenImport {
  const store = useStore();
  const bridge = useBridge();
  const records = useRecords();
  const pack = usePack();
  const session = sessionOf(store, bridge);
  const state = useSyncExternalStore(session.subscribe, session.getState);
  const onFile = useMemo(
    () => (records === null ? null : { existing: unitFileOf(records), pack }),
    [records, pack],
  );
  useEffect(() => {
    if (onFile !== null) void session.follow(onFile);
  }, [session, onFile]);
  return { session, state, onFile };
}
