import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** True where something that was built is missing or older than what it is built from. */
export function isStale(built: string, sources: readonly string[]): boolean {
  if (!existsSync(built)) return true;
  const at = statSync(built).mtimeMs;
  return sources.some((source) => newestIn(source) > at);
}

function newestIn(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const inside = readdirSync(path).map((name) => newestIn(join(path, name)));
  // A folder's own time tells of files that went.
  return Math.max(stat.mtimeMs, ...inside);
}
