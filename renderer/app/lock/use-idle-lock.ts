import { useEffect } from "react";
import { usePreference } from "../../widgets/use-preference.ts";
import { DEFAULT_LOCK_MINUTES, isIdleTooLong, LOCK_PREFERENCE } from "./idle.ts";

const LOOK_MS = 5_000;
const SIGNS = ["keydown", "pointerdown", "pointermove", "wheel"] as const;

/** Locks after idle time. By the clock, not by a timer, so that a sleeping computer locks when it wakes. */
export function useIdleLock(lock: () => void): void {
  const [minutes] = usePreference(LOCK_PREFERENCE, DEFAULT_LOCK_MINUTES);
  useEffect(() => {
    let lastActive = Date.now();
    const look = () => {
      if (isIdleTooLong(lastActive, Date.now(), minutes)) lock();
    };
    const note = () => {
      // The first movement after a sleep must not pass for work all along.
      look();
      lastActive = Date.now();
    };
    for (const sign of SIGNS) window.addEventListener(sign, note, { passive: true });
    document.addEventListener("visibilitychange", look);
    const timer = setInterval(look, LOOK_MS);
    return () => {
      for (const sign of SIGNS) window.removeEventListener(sign, note);
      document.removeEventListener("visibilitychange", look);
      clearInterval(timer);
    };
  }, [lock, minutes]);
}
