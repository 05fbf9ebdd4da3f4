import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { makeFolder, writeDurably } from "../files/durable.ts";
import { isMissing } from "../files/faults.ts";
import { deriveKey, openBox, sealBox } from "./secret-box.ts";

/** Seals what lies on the disk (promise 15): each label has a key of its own, derived from the master key. */
export interface Sealer {
  readonly seal: (label: string, bytes: Uint8Array) => Uint8Array;
  /** Null where the bytes were changed, or sealed under another label or another master key. */
  readonly open: (label: string, sealed: Uint8Array) => Uint8Array | null;
}

const NO_SALT = new Uint8Array(0);
const USE = "jiceng seal: ";

/** A sealer under a master key. */
export function createSealer(masterKey: Uint8Array): Sealer {
  const keys = new Map<string, Uint8Array>();
  const keyOf = (label: string): Uint8Array => {
    const known = keys.get(label);
    if (known !== undefined) return known;
    const key = deriveKey(masterKey, NO_SALT, `${USE}${label}`);
    keys.set(label, key);
    return key;
  };
  return {
    seal: (label, bytes) => sealBox(keyOf(label), label, bytes),
    open: (label, sealed) => openBox(keyOf(label), label, sealed),
  };
}

export type SealedJson =
  | { readonly ok: true; readonly data: unknown }
  | { readonly ok: false; readonly code: "missing" | "damaged" };

/** Reads a sealed JSON file; its schema has still to check the data. */
export async function readSealedJson(
  sealer: Sealer,
  path: string,
  label: string,
): Promise<SealedJson> {
  let sealed: Uint8Array;
  try {
    sealed = await readFile(path);
  } catch (error) {
    if (isMissing(error)) return { ok: false, code: "missing" };
    throw error;
  }
  const opened = sealer.open(label, sealed);
  if (opened === null) return { ok: false, code: "damaged" };
  return { ok: true, data: JSON.parse(Buffer.from(opened).toString("utf8")) };
}

/** Writes a sealed JSON file as a whole, and the folder it lies in; a crash leaves the old one or the new one. */
export async function writeSealedJson(
  sealer: Sealer,
  path: string,
  label: string,
  data: unknown,
): Promise<void> {
  await makeFolder(dirname(path));
  await writeDurably(path, sealer.seal(label, Buffer.from(JSON.stringify(data))));
}
