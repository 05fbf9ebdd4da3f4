import type { IncomingMessage } from "node:http";

/** The body of a request, held to a size; null where it is larger, and then not read to its end. */
export async function readBody(
  request: IncomingMessage,
  mostBytes: number,
): Promise<Uint8Array | null> {
  if (Number(request.headers["content-length"] ?? 0) > mostBytes) return null;
  const pieces: Buffer[] = [];
  let size = 0;
  const read = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  for await (const piece of read) {
    size += piece.length;
    if (size > mostBytes) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
