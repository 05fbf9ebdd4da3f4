import { join } from "node:path";
import { hostError } from "../../../shared/bridge/method.ts";
import {
  PIECE_BYTES,
  type SPOOL_METHODS,
  type SpoolSource,
} from "../../../shared/bridge/spool-methods.ts";
import { describePackageRefusal } from "../../../shared/submission/refusal.ts";
import type { UnlockedKeys } from "../keys/unlocked-keys.ts";
import { sentShelf } from "../packages/sent-shelf.ts";
import { listShelf, PACKAGE_FILE } from "../packages/shelf.ts";
import type { SpoolFault } from "../spool/spool.ts";
import { done, refuse } from "./answers.ts";
import type { Desk, GroupHandlers } from "./desk.ts";
import { refuseBelowFloor } from "./space.ts";
import { withKeys } from "./unlocked.ts";

const SENTENCES = {
  "spool-unknown": "文件传输已中断；请重新选取文件",
  "spool-order": "文件在传输中缺了一段或重复了一段；请重新选取文件",
  "spool-size": "文件在选取后被改动过；请重新选取文件",
  "spool-changed": "文件读不完整；请重试",
  "not-age": describePackageRefusal("not-age"),
} as const satisfies Record<SpoolFault, string>;

/** Big files in pieces, both ways. */
export function makeSpoolHandlers(desk: Desk): GroupHandlers<typeof SPOOL_METHODS> {
  const { spool } = desk;
  return {
    "spool.begin": ({ name, size }) =>
      withKeys(desk, null, async () => {
        const refusal = await refuseBelowFloor({ ...desk, floorBytes: desk.floorBytes + size });
        return refusal ?? done({ handle: await spool.begin(name, size) });
      }),
    "spool.append": ({ handle, at }, bytes) =>
      withKeys(desk, null, async () => {
        if (bytes === null) return hostError("bad-input");
        const appended = await spool.append(handle, at, bytes);
        return appended.ok ? done({ size: appended.size }) : refuseSpool(appended.code);
      }),
    "spool.finish": ({ handle }) =>
      withKeys(desk, null, async () => {
        const finished = await spool.finish(handle);
        if (!finished.ok) return refuseSpool(finished.code);
        return done({ size: finished.size, sha256: finished.sha256 });
      }),
    "spool.abort": ({ handle }) =>
      withKeys(desk, null, async () => {
        await spool.abort(handle);
        return done({});
      }),
    "spool.open": ({ source }) =>
      withKeys(desk, null, async (keys) => {
        const found = await findSource(desk, keys, source);
        if (found === null) return refuse("package-unknown", "找不到这个报送包；请刷新后重试");
        const opened = await spool.open(found.path);
        return done({ ...opened, name: found.name });
      }),
    "spool.read": ({ handle, at }) =>
      withKeys(desk, null, async () => {
        const read = await spool.read(handle, at, PIECE_BYTES);
        return read.ok ? done({ isEnd: read.isEnd }, read.bytes) : refuseSpool(read.code);
      }),
    "spool.close": ({ handle }) =>
      withKeys(desk, null, async () => {
        await spool.close(handle);
        return done({});
      }),
  };
}

function refuseSpool(code: SpoolFault): ReturnType<typeof refuse> {
  return refuse(code, SENTENCES[code]);
}

async function findSource(
  { dataFolder }: Desk,
  { sealer }: UnlockedKeys,
  { packageId }: SpoolSource,
): Promise<{ readonly path: string; readonly name: string } | null> {
  const shelf = sentShelf(dataFolder, sealer);
  const listed = await listShelf(shelf);
  if (!listed.ok) return null;
  const found = listed.entries.find(({ entry }) => entry.manifest.id === packageId);
  if (found === undefined) return null;
  return { path: join(shelf.folder, found.name, PACKAGE_FILE), name: found.entry.file.name };
}
