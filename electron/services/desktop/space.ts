import { readFreeBytes } from "../health/free-space.ts";
import { refuse } from "./answers.ts";
import type { Desk } from "./desk.ts";

/** The refusal where less is free than the floor (promise 6); null where there is room. */
export async function refuseBelowFloor({
  dataFolder,
  floorBytes,
}: Desk): Promise<ReturnType<typeof refuse> | null> {
  const freeBytes = await readFreeBytes(dataFolder);
  if (freeBytes === null || freeBytes >= floorBytes) return null;
  return refuse("space-low", "磁盘剩余空间太少，没有写入；请清理磁盘后重试", { freeBytes });
}
