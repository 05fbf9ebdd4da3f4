import { takeTurn } from "../services/files/turn.ts";
import { orPlace } from "./input.ts";
import { type Io, refused } from "./io.ts";

/** Milliseconds: longer than packing and reading usually take. */
const PATIENCE = 60_000;

/** Runs what changes a data folder while nobody else does: another command, started beside it, waits. */
export async function inTurn<Result>(
  dataFolder: string,
  io: Io,
  work: () => Promise<Result>,
): Promise<Result> {
  const turn = await orPlace({ dataFolder, path: dataFolder }, () =>
    takeTurn(dataFolder, { patience: PATIENCE, signal: io.signal }),
  );
  if (!turn.ok) {
    throw refused(
      `${dataFolder}：另一个命令正在使用这个数据文件夹；请等它完成后重试，确认没有别的命令在运行的，请删除 ${turn.ticket} 后重试`,
    );
  }
  try {
    return await work();
  } finally {
    await turn.end();
  }
}
