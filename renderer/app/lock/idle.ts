/** Minutes without a key or a movement until the program locks; changed under 设置. */
export const DEFAULT_LOCK_MINUTES = 15;
export const LOCK_PREFERENCE = "lock.minutes";

/** Whether it is time to lock; 0 minutes, or what is not a number, never locks by itself. */
export function isIdleTooLong(lastActive: number, now: number, minutes: number): boolean {
  if (!Number.isFinite(minutes) || minutes <= 0) return false;
  return now - lastActive >= minutes * 60_000;
}
