import { createHash } from "node:crypto";
import { openContainer } from "../../electron/services/container/open-container.ts";
import { writeContainer } from "../../electron/services/container/write-container.ts";
import type { UnlockedKeys } from "../../electron/services/keys/unlocked-keys.ts";
import { SIGNATURE_TYPES } from "../../shared/submission/signature-types.ts";

/** Packages taken apart, changed at will and put together again, with a good signature or without. */

const TAGS = ["bagit.txt", "bag-info.txt", "manifest-sha256.txt"];

export class CraftedPackage {
  readonly files: Map<string, Buffer>;

  constructor(files: Map<string, Buffer>) {
    this.files = files;
  }

  /** Takes a sound package apart. */
  static async from(path: string, identity: string): Promise<CraftedPackage> {
    const opened = await openContainer(path, [identity]);
    if (!opened.ok) throw new Error(`not opened: ${opened.code}`);
    const { container } = opened;
    const files = new Map<string, Buffer>();
    for (const { name } of container.entries)
      files.set(name, Buffer.from(await container.read(name)));
    await container.close();
    return new CraftedPackage(files);
  }

  /** A file as text. */
  text(path: string): string {
    const bytes = this.files.get(path);
    if (bytes === undefined) throw new Error(`no file ${path}`);
    return bytes.toString("utf8");
  }

  set(path: string, content: string | Uint8Array): this {
    this.files.set(path, Buffer.from(content as string));
    return this;
  }

  delete(path: string): this {
    if (!this.files.delete(path)) throw new Error(`no file ${path}`);
    return this;
  }

  /** Changes a JSON document. */
  edit(path: string, change: (data: Record<string, unknown>) => unknown): this {
    return this.set(
      path,
      JSON.stringify(change(JSON.parse(this.text(path)) as Record<string, unknown>)),
    );
  }

  /** Writes both manifests anew over what is there now. */
  describe(): this {
    const lines = (paths: readonly string[]) =>
      paths.map((path) => `${this.#hash(path)}  ${path}\n`).join("");
    const payload = [...this.files.keys()].filter((path) => path.startsWith("data/"));
    this.set("manifest-sha256.txt", lines(payload));
    return this.set("tagmanifest-sha256.txt", lines(TAGS));
  }

  #hash(path: string): string {
    return createHash("sha256")
      .update(this.files.get(path) ?? "")
      .digest("hex");
  }

  /** Signs the tagmanifest with some keys. */
  async sign(keys: UnlockedKeys): Promise<this> {
    const tagManifest = this.files.get("tagmanifest-sha256.txt") ?? Buffer.alloc(0);
    return this.set("signature.jws", await keys.signDetached(SIGNATURE_TYPES.package, tagManifest));
  }

  /** Encrypts it for some recipients. */
  async write(path: string, recipients: readonly string[]): Promise<string> {
    const written = await writeContainer(path, recipients, async (zip) => {
      for (const [name, source] of this.files) await zip.add({ name, method: "store", source });
    });
    if (!written.ok) throw new Error(`not written: ${written.code}`);
    return path;
  }
}
