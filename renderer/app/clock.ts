import { useEffect, useState } from "react";
import { type Day, dayOf } from "../../shared/calendar/day.ts";

const MINUTE_MS = 60_000;

/** The day that the wall calendar of this machine shows. */
export function readToday(now: Date = new Date()): Day {
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

/** Today, which moves on at midnight. */
export function useClockDay(): Day {
  const [today, setToday] = useState(() => readToday());
  useEffect(() => {
    const timer = setInterval(() => setToday(readToday()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return today;
}
