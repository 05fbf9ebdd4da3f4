import { Decrypter, Encrypter, type Stanza } from "age-encryption";
import { TAG_BYTES } from "./chunk-cipher.ts";
import { AgeFault } from "./fault.ts";
import { PAYLOAD_NONCE_BYTES } from "./payload.ts";

/** The header of an age file is made and read by the age-encryption package; only the payload is ours. */

const VERSION_LINE = "age-encryption.org/v1\n";
/** A header for hundreds of recipients; ours have two. */
export const MOST_HEADER_BYTES = 65_536;

export interface AgeHeader {
  /** Up to and with the end of the line that holds the MAC. */
  readonly bytes: Uint8Array;
  readonly fileKey: Uint8Array;
}

/** A new file key, wrapped for every recipient (`age1…`); throws where one is not a recipient. */
export async function makeHeader(recipients: readonly string[]): Promise<AgeHeader> {
  if (recipients.length === 0) throw new RangeError("a file that nobody can read");
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  const fileKeys: Uint8Array[] = [];
  encrypter.addRecipient({
    wrapFileKey: (fileKey) => {
      fileKeys.push(Uint8Array.from(fileKey));
      return [];
    },
  });
  const empty = await encrypter.encrypt(new Uint8Array());
  const [fileKey] = fileKeys;
  if (fileKey === undefined) throw new Error("age-encryption did not ask every recipient");
  return { bytes: empty.subarray(0, -PAYLOAD_NONCE_BYTES - TAG_BYTES), fileKey };
}

/**
 * Reads the header at the start of a file, given the file's first `MOST_HEADER_BYTES` or all that there
 * are. Throws an `AgeFault`; a wrong identity string (`AGE-SECRET-KEY-1…`) throws another error.
 */
export async function readHeader(
  start: Uint8Array,
  identities: readonly string[],
): Promise<AgeHeader> {
  const bytes = cutHeader(Buffer.from(start.buffer, start.byteOffset, start.byteLength));
  const decrypter = new Decrypter();
  decrypter.addIdentity({ unwrapFileKey: refuseMixedPassphrase });
  for (const identity of identities) decrypter.addIdentity(identity);
  const found = { isForOthers: false };
  decrypter.addIdentity({
    // Asked last, and only where the header is well formed and nobody before could unwrap the key.
    unwrapFileKey: () => {
      found.isForOthers = true;
      return null;
    },
  });
  try {
    return { bytes, fileKey: await decrypter.decryptHeader(bytes) };
  } catch (cause) {
    throw new AgeFault(found.isForOthers ? "wrong-recipient" : "corrupt", { cause });
  }
}

/** A stanza for a passphrase is the only one (age-encryption.org/v1, 'The scrypt recipient type'). */
function refuseMixedPassphrase(stanzas: readonly Stanza[]): null {
  if (stanzas.length > 1 && stanzas.some(({ args }) => args[0] === "scrypt")) {
    throw new AgeFault("corrupt");
  }
  return null;
}

function cutHeader(start: Buffer): Buffer {
  if (start.toString("latin1", 0, VERSION_LINE.length) !== VERSION_LINE) {
    throw new AgeFault("not-age");
  }
  // Neither a line of arguments nor one of base64 begins with a hyphen and is not '-> …' or '--- …'.
  const macLine = start.indexOf("\n---", 0, "latin1");
  const end = macLine < 0 ? -1 : start.indexOf("\n", macLine + 1, "latin1");
  if (end < 0) throw new AgeFault("corrupt");
  return start.subarray(0, end + 1);
}
