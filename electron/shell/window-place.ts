import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type BrowserWindow, screen } from "electron";
import { z } from "zod";
import { writeDurably } from "../services/files/durable.ts";

/** Where the window stood when it was closed. A convenience: whatever is wrong with it is forgotten. */

const FILE = "window.json";
const USUAL = { width: 1280, height: 860 };
/** So much of the window must be on a screen to be found again. */
const VISIBLE = 100;

const placeSchema = z.object({
  bounds: z.object({
    x: z.number().int().exactOptional(),
    y: z.number().int().exactOptional(),
    width: z.number().int().min(400),
    height: z.number().int().min(300),
  }),
  isMaximized: z.boolean(),
});
export type WindowPlace = z.infer<typeof placeSchema>;

/** The place kept, or the usual one where there is none or its screen has gone. */
export function readWindowPlace(dataFolder: string): WindowPlace {
  const usual = { bounds: USUAL, isMaximized: false };
  let place: WindowPlace;
  try {
    place = placeSchema.parse(JSON.parse(readFileSync(join(dataFolder, FILE), "utf8")));
  } catch {
    return usual;
  }
  return isOnScreen(place) ? place : usual;
}

/** Keeps the place; a disk that does not take it is no reason to disturb anybody. */
export async function keepWindowPlace(dataFolder: string, window: BrowserWindow): Promise<void> {
  const place = { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() };
  await writeDurably(join(dataFolder, FILE), JSON.stringify(place)).catch(() => {});
}

function isOnScreen({ bounds: { x, y, width } }: WindowPlace): boolean {
  if (x === undefined || y === undefined) return true;
  return screen.getAllDisplays().some(({ workArea }) => {
    const isBeside = x > workArea.x + workArea.width - VISIBLE || x + width < workArea.x + VISIBLE;
    const isAbove = y < workArea.y || y > workArea.y + workArea.height - VISIBLE;
    return !isBeside && !isAbove;
  });
}
