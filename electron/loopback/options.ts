import { parseArgs } from "node:util";
import { resolve } from "node:path";

/** How the loopback host is started. */

/** In no list of well-known ports; fixed, since the browser's database belongs to the address. */
export const USUAL_PORT = 47_120;
const HIGHEST_PORT = 65_535;

export interface HostOptions {
  readonly dataFolder: string;
  readonly port: number;
  /** The built screen. */
  readonly screen: string;
  /** Stop after so many minutes without an open page; null: only when told. */
  readonly idleMinutes: number | null;
  /** Below this much free space nothing is written; null: the usual floor. For tests. */
  readonly floorBytes: number | null;
}

export type OptionsRead =
  | { readonly ok: true; readonly options: HostOptions }
  | { readonly ok: false; readonly message: string };

/** Reads the arguments of the host's process; whatever is not one of them is refused in a sentence. */
export function readHostOptions(
  args: readonly string[],
  usual: { readonly dataFolder: string; readonly screen: string },
): OptionsRead {
  let given: Readonly<Record<string, string | undefined>>;
  try {
    given = parseArgs({
      args: [...args],
      options: {
        data: { type: "string" },
        port: { type: "string" },
        screen: { type: "string" },
        "idle-minutes": { type: "string" },
        "floor-bytes": { type: "string" },
      },
    }).values;
  } catch {
    return { ok: false, message: "参数不对；可用的参数：--data 数据文件夹 --port 端口" };
  }
  const port = numberOf(given["port"], USUAL_PORT);
  if (port === null || port > HIGHEST_PORT) {
    return { ok: false, message: "--port 应为 1 到 65535 之间的整数" };
  }
  return {
    ok: true,
    options: {
      dataFolder: resolve(given["data"] ?? usual.dataFolder),
      port,
      screen: resolve(given["screen"] ?? usual.screen),
      idleMinutes: numberOf(given["idle-minutes"], null),
      floorBytes: numberOf(given["floor-bytes"], null),
    },
  };
}

function numberOf<Usual extends number | null>(
  text: string | undefined,
  usual: Usual,
): number | Usual | null {
  if (text === undefined) return usual;
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}
