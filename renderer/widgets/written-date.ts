import { daysInMonth } from "../../shared/calendar/day.ts";
import { describeCellIssue } from "../../shared/workbook/cell-issue.ts";
import { readDate } from "../../shared/workbook/dates.ts";

export type DatePrecision = "day" | "month-or-day";

export type WrittenDate =
  | { readonly ok: true; readonly value: string | null }
  | { readonly ok: false; readonly reason: "day-needed" }
  | { readonly ok: false; readonly reason: "form"; readonly sentence: string };

/** Reads a date as it was typed, in the forms that a workbook may hold too (promise 18); empty is null. */
export function readWrittenDate(text: string, precision: DatePrecision): WrittenDate {
  const trimmed = text.trim();
  if (trimmed === "") return { ok: true, value: null };
  const reading = readDate(trimmed, 1900);
  if (!reading.ok) {
    return {
      ok: false,
      reason: "form",
      sentence: describeCellIssue(reading.code, reading.details),
    };
  }
  if (precision === "day" && reading.value.length === 7) return { ok: false, reason: "day-needed" };
  return { ok: true, value: reading.value };
}

/** The same date so many days or months on, for the arrow keys; it stays in its precision. */
export function stepDate(value: string, step: 1 | -1): string {
  const [year = 0, month = 1, date] = value.split("-").map(Number);
  if (date === undefined) return joinMonth(year, month + step);
  const moved = date + step;
  if (moved >= 1 && moved <= daysInMonth(year, month)) return `${value.slice(0, 8)}${two(moved)}`;
  const next = joinMonth(year, month + step);
  const [toYear = 0, toMonth = 1] = next.split("-").map(Number);
  return `${next}-${two(step === 1 ? 1 : daysInMonth(toYear, toMonth))}`;
}

function joinMonth(year: number, month: number): string {
  const index = year * 12 + month - 1;
  return `${String(Math.floor(index / 12)).padStart(4, "0")}-${two((index % 12) + 1)}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
