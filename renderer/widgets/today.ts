import { createContext, useContext } from "react";
import type { Day } from "../../shared/calendar/day.ts";

/** Today's day number, given by the app, which alone reads the clock. */
export const TodayContext = createContext<Day | null>(null);

/** Today. */
export function useToday(): Day {
  const today = useContext(TodayContext);
  if (today === null) throw new Error("today is asked outside the app");
  return today;
}
