import { crc32, deflateSync } from "node:zlib";

/** A picture of four bytes a point: red, green, blue, opacity. */
export interface Picture {
  readonly size: number;
  readonly points: Uint8Array;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const EIGHT_BITS = 8;
const TRUE_COLOUR_WITH_OPACITY = 6;

/** The picture as a PNG file. */
export function encodePng({ size, points }: Picture): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([EIGHT_BITS, TRUE_COLOUR_WITH_OPACITY, 0, 0, 0], 8);
  const row = size * 4;
  // Each row begins with how it was filtered: not at all.
  const rows = Buffer.alloc((row + 1) * size);
  for (let y = 0; y < size; y += 1) {
    rows.set(points.subarray(y * row, (y + 1) * row), y * (row + 1) + 1);
  }
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
