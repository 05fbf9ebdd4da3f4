const utf8 = new TextEncoder();
const reader = new TextDecoder("utf-8", { fatal: true });

/** A text as UTF-8. */
export function encodeText(text: string): Uint8Array<ArrayBuffer> {
  return utf8.encode(text);
}

/** The text of UTF-8 bytes; throws on bytes that are none. */
export function decodeText(bytes: Uint8Array): string {
  return reader.decode(bytes);
}

/** Bytes in lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** As many bytes as a call of `String.fromCharCode` takes without trouble. */
const SLICE = 0x8000;

/** Bytes in base64. */
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += SLICE) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + SLICE)));
  }
  return btoa(parts.join(""));
}

/** The bytes of base64; throws on a text that is none. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** SHA-256 of a text's UTF-8 in lower-case hexadecimal. */
export async function sha256Hex(text: string): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", encodeText(text))));
}

/** Parts run through a stream of the platform. */
async function runThrough(
  parts: readonly BlobPart[],
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const through = new Blob([...parts]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(through).arrayBuffer());
}

/** What is shorter is left as it is: it would hardly shrink. */
const WORTH_DEFLATING = 2_048;
const PLAIN = 0;
const DEFLATED = 1;

/** Texts or bytes, one after the other, made smaller where that is worth while; the first byte tells which it is. */
export async function pack(parts: readonly BlobPart[]): Promise<Uint8Array<ArrayBuffer>> {
  const blob = new Blob([...parts]);
  const isLong = blob.size > WORTH_DEFLATING;
  const body = isLong
    ? await runThrough([blob], new CompressionStream("deflate-raw"))
    : new Uint8Array(await blob.arrayBuffer());
  const packed = new Uint8Array(body.length + 1);
  packed[0] = isLong ? DEFLATED : PLAIN;
  packed.set(body, 1);
  return packed;
}

/** Undoes `pack`. */
export async function unpack(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const body = packed.slice(1);
  if (packed[0] === PLAIN) return body;
  if (packed[0] !== DEFLATED) throw new RangeError("packed in an unknown way");
  return runThrough([body], new DecompressionStream("deflate-raw"));
}
