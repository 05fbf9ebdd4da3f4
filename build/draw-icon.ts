import type { Picture } from "./png.ts";

/** The program's icon: a sheet with lines and a tick on a blue ground, drawn at any size. */

type Colour = readonly [red: number, green: number, blue: number];

const GROUND: Colour = [0x1f, 0x5f, 0xbf];
const SHEET: Colour = [0xff, 0xff, 0xff];
const LINE: Colour = [0x9f, 0xb6, 0xd6];
const TICK: Colour = [0x1c, 0x7a, 0x3e];
/** Points are tried at so many places each way: smooth edges at small sizes. */
const TRIES = 4;
/** In 1/64 of the width, as the eye sees it. */
const UNIT = 64;

/** Draws it. */
export function drawIcon(size: number): Picture {
  const points = new Uint8Array(size * size * 4);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) points.set(pointAt(x, y, size), (y * size + x) * 4);
  }
  return { size, points };
}

function pointAt(x: number, y: number, size: number): readonly number[] {
  let seen = 0;
  const sum = [0, 0, 0];
  for (let step = 0; step < TRIES * TRIES; step += 1) {
    const at = (base: number, offset: number) => ((base + (offset + 0.5) / TRIES) / size) * UNIT;
    const colour = colourAt(at(x, step % TRIES), at(y, Math.floor(step / TRIES)));
    if (colour === null) continue;
    seen += 1;
    for (const [part, value] of colour.entries()) sum[part] = (sum[part] ?? 0) + value;
  }
  const mean = sum.map((total) => (seen === 0 ? 0 : Math.round(total / seen)));
  return [...mean, Math.round((seen / (TRIES * TRIES)) * 255)];
}

function colourAt(x: number, y: number): Colour | null {
  if (
    isNearPath(
      x,
      y,
      [
        [27, 44],
        [35, 52],
        [52, 33],
      ],
      3.6,
    )
  )
    return TICK;
  if (isInBox(x, y, { left: 14, top: 10, right: 46, bottom: 54 }, 4)) {
    // The tick stands free of the sheet's lines.
    if (
      isNearPath(
        x,
        y,
        [
          [27, 44],
          [35, 52],
          [52, 33],
        ],
        6,
      )
    )
      return SHEET;
    const isLine = [19, 27, 35].some((top) => y >= top && y < top + 3.2);
    return isLine && x >= 20 && x < 40 ? LINE : SHEET;
  }
  return isInBox(x, y, { left: 2, top: 2, right: 62, bottom: 62 }, 13) ? GROUND : null;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function isInBox(x: number, y: number, box: Box, round: number): boolean {
  const beside = Math.max(box.left + round - x, x - (box.right - round), 0);
  const above = Math.max(box.top + round - y, y - (box.bottom - round), 0);
  return Math.hypot(beside, above) <= round;
}

function isNearPath(
  x: number,
  y: number,
  path: readonly (readonly [number, number])[],
  near: number,
): boolean {
  return path.slice(1).some(([endX, endY], index) => {
    const [startX, startY] = path[index] ?? [endX, endY];
    const [alongX, alongY] = [endX - startX, endY - startY];
    const share = ((x - startX) * alongX + (y - startY) * alongY) / (alongX ** 2 + alongY ** 2);
    const at = Math.min(1, Math.max(0, share));
    return Math.hypot(x - startX - at * alongX, y - startY - at * alongY) <= near;
  });
}
