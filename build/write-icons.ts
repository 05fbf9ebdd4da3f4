import { mkdirSync, writeFileSync } from "node:fs";
import { drawIcon } from "./draw-icon.ts";
import { encodePng } from "./png.ts";

/** `npm run icons`: writes the icon at every size and in every system's format; the files are committed. */

const FOLDER = "build/icons";
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512] as const;
const IN_ICO = [16, 24, 32, 48, 64, 128, 256] as const;
/** What macOS calls the sizes. */
const IN_ICNS = { ic07: 128, ic08: 256, ic09: 512, ic11: 32, ic12: 64, icp4: 16 } as const;
const ICO_HEAD = 6;
const ICO_ENTRY = 16;

const pngs = new Map<number, Buffer>(SIZES.map((size) => [size, encodePng(drawIcon(size))]));
const pngOf = (size: number): Buffer => pngs.get(size) ?? encodePng(drawIcon(size));

function writeIco(): Buffer {
  const head = Buffer.alloc(ICO_HEAD + ICO_ENTRY * IN_ICO.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(IN_ICO.length, 4);
  let offset = head.length;
  for (const [index, size] of IN_ICO.entries()) {
    const at = ICO_HEAD + ICO_ENTRY * index;
    // A byte each: 256 is written as 0.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(pngOf(size).length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += pngOf(size).length;
  }
  return Buffer.concat([head, ...IN_ICO.map(pngOf)]);
}

function writeIcns(): Buffer {
  const parts = Object.entries(IN_ICNS).map(([name, size]) => block(name, pngOf(size)));
  return block("icns", Buffer.concat(parts));
}

function block(name: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, "latin1");
  head.writeUInt32BE(body.length + 8, 4);
  return Buffer.concat([head, body]);
}

mkdirSync(FOLDER, { recursive: true });
for (const [size, png] of pngs) writeFileSync(`${FOLDER}/${size}x${size}.png`, png);
writeFileSync(`${FOLDER}/icon.ico`, writeIco());
writeFileSync(`${FOLDER}/icon.icns`, writeIcns());
mkdirSync("renderer/public", { recursive: true });
writeFileSync("renderer/public/icon.png", pngOf(64));
