import { createCipheriv, createDecipheriv, webcrypto } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  canUseEngine,
  chooseEngine,
  CIPHER_ENGINES,
  type CipherEngine,
  makeWebEngine,
} from "../../../../electron/services/age/chunk-cipher.ts";

const key = Buffer.alloc(32, 7);
const nonce = Buffer.alloc(12, 9);
const plain = Buffer.from("评审材料".repeat(5_000));

/** A WebCrypto as newer engines have it: Node 20's own lacks the cipher. */
function makeModernSubtle(tag = 16): webcrypto.SubtleCrypto {
  const raw = { key: Buffer.alloc(0) };
  const start = (iv: Uint8Array) => [raw.key, iv, { authTagLength: 16 }] as const;
  const stand = {
    importKey: (format: string, given: Uint8Array, name: string) => {
      if (format !== "raw-secret" || name !== "ChaCha20-Poly1305") throw new Error("unknown");
      raw.key = Buffer.from(given);
      return Promise.resolve({});
    },
    encrypt: ({ iv }: { iv: Uint8Array }, _: unknown, bytes: Uint8Array) => {
      const cipher = createCipheriv("chacha20-poly1305", ...start(iv));
      const sealed = [cipher.update(bytes), cipher.final(), cipher.getAuthTag().subarray(0, tag)];
      return Promise.resolve(Uint8Array.from(Buffer.concat(sealed)).buffer);
    },
    decrypt: ({ iv }: { iv: Uint8Array }, _: unknown, bytes: Uint8Array) => {
      const decipher = createDecipheriv("chacha20-poly1305", ...start(iv));
      decipher.setAuthTag(bytes.subarray(-16));
      const opened = decipher.update(bytes.subarray(0, -16));
      try {
        decipher.final();
      } catch {
        return Promise.reject(new DOMException("no", "OperationError"));
      }
      return Promise.resolve(Uint8Array.from(opened).buffer);
    },
  };
  return stand as unknown as webcrypto.SubtleCrypto;
}

async function engineNamed(name: string): Promise<CipherEngine> {
  const engines = CIPHER_ENGINES.filter((engine) => engine.name !== "webcrypto");
  const own = makeWebEngine(webcrypto.subtle);
  engines.push((await canUseEngine(own)) ? own : makeWebEngine(makeModernSubtle()));
  const engine = engines.find((candidate) => candidate.name === name);
  if (engine === undefined) throw new Error(name);
  return engine;
}

async function seal(name: string, bytes = plain): Promise<Buffer> {
  const cipher = await (await engineNamed(name)).start(key);
  return Buffer.concat(await cipher.seal(nonce, bytes));
}

async function open(name: string, sealed: Uint8Array): Promise<Uint8Array | null> {
  const cipher = await (await engineNamed(name)).start(key);
  return cipher.open(nonce, sealed);
}

const NAMES = ["node", "webcrypto", "noble"] as const;

describe("the engines of the chunk cipher", () => {
  it("are tried from the fastest to the one that is always there", () => {
    expect(CIPHER_ENGINES.map(({ name }) => name)).toEqual(NAMES);
  });

  it("come to node's own here", async () => {
    expect((await chooseEngine()).name).toBe("node");
  });

  it.each(NAMES)("can be used: %s", async (name) => {
    expect(await canUseEngine(await engineNamed(name))).toBe(true);
  });

  it.each(NAMES)("agree to the byte: %s", async (name) => {
    const sealed = await seal(name);
    expect(sealed.equals(await seal("noble"))).toBe(true);
    const opened = await open(name, sealed);
    expect(opened !== null && plain.equals(opened)).toBe(true);
  });

  it.each(NAMES)("seal nothing, as an empty file needs it: %s", async (name) => {
    const sealed = await seal(name, Buffer.alloc(0));
    expect(sealed).toHaveLength(16);
    expect(await open(name, sealed)).toHaveLength(0);
  });

  it.each(NAMES)("give nothing where a bit has changed, in data or tag: %s", async (name) => {
    for (const at of [0, plain.length - 1, plain.length, plain.length + 15]) {
      const sealed = await seal(name);
      sealed.writeUInt8(sealed.readUInt8(at) ^ 0x80, at);
      expect(await open(name, sealed)).toBeNull();
    }
  });

  it("are passed over where they lack the cipher", async () => {
    const missing: CipherEngine = {
      name: "node",
      start: () => {
        throw new Error("Unknown cipher");
      },
    };
    expect(await canUseEngine(missing)).toBe(false);
  });

  it("are passed over where they give something else", async () => {
    expect(await canUseEngine(makeWebEngine(makeModernSubtle(12)))).toBe(false);
  });

  it("are passed over where they open what was changed", async () => {
    const careless: CipherEngine = {
      name: "node",
      start: async (raw) => {
        const cipher = await (await engineNamed("noble")).start(raw);
        return { ...cipher, open: () => Buffer.from("jiceng.package/1") };
      },
    };
    expect(await canUseEngine(careless)).toBe(false);
  });
});
