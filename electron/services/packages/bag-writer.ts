import {
  BAG_INFO_FILE,
  BAGIT_FILE,
  BAGIT_TEXT,
  bagInfoOf,
  MANIFEST_FILE,
  PAYLOAD_FOLDER,
  SIGNATURE_FILE,
  SM2_SIGNATURE_FILE,
  TAG_MANIFEST_FILE,
  writeBagInfo,
} from "../../../shared/submission/bag.ts";
import { type ManifestLine, writeManifest } from "../../../shared/submission/manifest-lines.ts";
import type { PackageManifest } from "../../../shared/submission/package-manifest.ts";
import { SIGNATURE_TYPES } from "../../../shared/submission/signature-types.ts";
import type { UnlockedKeys } from "../keys/unlocked-keys.ts";
import type { FileSource, NewEntry, ZipWriter } from "../zip/zip-writer.ts";
import { sha256Hex } from "./pack-digest.ts";

/** Writes a bag in one pass: first the payload, then what describes it, last what signs it. */
export class BagWriter {
  readonly #zip: ZipWriter;
  readonly #payload: ManifestLine[] = [];
  #bytes = 0;

  constructor(zip: ZipWriter) {
    this.#zip = zip;
  }

  /** A document; text packs well. */
  async addText(path: string, text: string): Promise<void> {
    await this.#addPayload(path, { method: "deflate", source: Buffer.from(text) });
  }

  /** A file that is packed already: a workbook, a picture, a PDF. */
  async addFile(path: string, source: Uint8Array | FileSource): Promise<void> {
    await this.#addPayload(path, { method: "store", source });
  }

  async #addPayload(path: string, entry: Omit<NewEntry, "name">): Promise<void> {
    const name = PAYLOAD_FOLDER + path;
    const { size, sha256 } = await this.#zip.add({ name, ...entry } as NewEntry);
    this.#payload.push({ path: name, sha256 });
    this.#bytes += size;
  }

  /** Describes and signs the payload; gives the tagmanifest's SHA-256. Nothing can be added after it. */
  async seal(manifest: PackageManifest, keys: UnlockedKeys, hasSm2: boolean): Promise<string> {
    const size = { bytes: this.#bytes, files: this.#payload.length };
    const tags: ManifestLine[] = [];
    const addTag = async (path: string, text: string) => {
      const { sha256 } = await this.#addTag(path, Buffer.from(text));
      tags.push({ path, sha256 });
    };
    await addTag(BAGIT_FILE, BAGIT_TEXT);
    await addTag(BAG_INFO_FILE, writeBagInfo(bagInfoOf(manifest, size)));
    await addTag(MANIFEST_FILE, writeManifest(this.#payload));
    const signed = Buffer.from(writeManifest(tags));
    await this.#addTag(TAG_MANIFEST_FILE, signed);
    const jws = await keys.signDetached(SIGNATURE_TYPES.package, signed);
    await this.#addTag(SIGNATURE_FILE, Buffer.from(jws));
    if (hasSm2) await this.#addTag(SM2_SIGNATURE_FILE, keys.signSm2(signed));
    return sha256Hex(signed);
  }

  #addTag(name: string, source: Uint8Array) {
    return this.#zip.add({ name, method: "deflate", source });
  }
}
