import { formatDay, parseStart, precisionOf } from "./text.ts";

/**
 * A moment as packages, receipts and cards write it (RFC 3339, UTC, to the second): `2026-11-23T08:15:30Z`.
 * One spelling each, so that two of them compare as texts do.
 */
const FORM = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;
const SECONDS_PER_DAY = 86_400;

/** True for a moment in this form. */
export function isInstant(text: string): boolean {
  const day = FORM.exec(text)?.[1];
  return day !== undefined && precisionOf(day) === "day";
}

/** The moment so many milliseconds after 1970 began, as a clock gives them. */
export function formatInstant(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1_000);
  const day = Math.floor(seconds / SECONDS_PER_DAY);
  const ofDay = seconds - day * SECONDS_PER_DAY;
  const clock = [Math.floor(ofDay / 3_600), Math.floor(ofDay / 60) % 60, ofDay % 60]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
  return `${formatDay(day)}T${clock}Z`;
}

/** Milliseconds after 1970 began at a moment; null where it is not one in this form. */
export function parseInstant(text: string): number | null {
  const day = isInstant(text) ? parseStart(text.slice(0, 10)) : null;
  if (day === null) return null;
  const [hours = 0, minutes = 0, seconds = 0] = text.slice(11, 19).split(":").map(Number);
  return (day * SECONDS_PER_DAY + hours * 3_600 + minutes * 60 + seconds) * 1_000;
}

/** Hours that China's one time zone is ahead of UTC. */
const BEIJING_HOURS = 8;

/** A moment as a clerk's clock shows it, Beijing time to the minute: `2026-11-23 16:15`. */
export function formatBeijing(instant: string): string {
  const day = parseStart(instant.slice(0, 10));
  if (day === null) throw new RangeError("not a moment");
  const hours = Number(instant.slice(11, 13)) + BEIJING_HOURS;
  const clock = `${String(hours % 24).padStart(2, "0")}:${instant.slice(14, 16)}`;
  return `${formatDay(day + Math.floor(hours / 24))} ${clock}`;
}
