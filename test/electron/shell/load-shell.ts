import { mkdtempSync, readFileSync, writeFileSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compileFunction } from "node:vm";
import { type Doings, makeStandIn, type StandIn, type StandInContents } from "./stand-in.ts";

/** Runs the BUILT main process and preload in plain Node, over the stand-in. */

const OUT = fileURLToPath(new URL("../../../out/shell/", import.meta.url));

/** One text of the built program and what a careless change would make of it. */
export type Weakening = readonly [pattern: string | RegExp, replacement: string];

export interface Shell {
  readonly record: Doings;
  readonly app: StandIn["app"];
  readonly dataFolder: string;
  /** The window's page, or another sender, calls. */
  readonly call: (event: unknown, ...args: unknown[]) => Promise<unknown>;
  readonly ownEvent: () => unknown;
  readonly contents: () => StandInContents;
  /** Quits and waits until everything is closed. */
  readonly quit: () => Promise<void>;
}

export interface ShellGiven {
  readonly weakening?: Weakening;
  readonly hasLock?: boolean;
  readonly isPackaged?: boolean;
  readonly dataFolder?: string;
}

/** Loads the main process and lets it become ready. */
export async function loadShell(parent: string, given: ShellGiven = {}): Promise<Shell> {
  const root = mkdtempSync(join(parent, "shell-"));
  mkdirSync(join(root, "out", "screen", "assets"), { recursive: true });
  writeFileSync(join(root, "out", "screen", "index.html"), '<meta name="csp-nonce" content="" />');
  writeFileSync(join(root, "out", "screen", "assets", "a.js"), "let a;");
  writeFileSync(join(root, "secret.json"), "{}");
  const dataFolder = given.dataFolder ?? join(root, "data");
  const { hasLock = true, isPackaged = true } = given;
  const standIn = makeStandIn({ root, hasLock, isPackaged });
  const argv = process.argv;
  process.argv = ["electron", ".", `--data=${dataFolder}`];
  try {
    runBuilt("main.cjs", standIn.module, given.weakening);
  } finally {
    process.argv = argv;
  }
  standIn.becomeReady();
  await settle(
    () =>
      standIn.record.loaded.length > 0 ||
      standIn.record.quits > 0 ||
      standIn.record.errors.length > 0,
  );
  const contents = () => {
    const window = standIn.record.windows[0];
    if (window === undefined) throw new Error("no window");
    return window.contents;
  };
  return {
    record: standIn.record,
    app: standIn.app,
    dataFolder,
    contents,
    ownEvent: () => ({ sender: contents(), senderFrame: contents().mainFrame }),
    call: async (event, ...args) => {
      const handler = [...standIn.record.handlers.values()][0];
      if (handler === undefined) throw new Error("nobody answers calls");
      return structuredClone(await handler(event, ...structuredClone(args)));
    },
    quit: async () => {
      const ended = new Promise((done) => {
        standIn.app.once("quit", done);
      });
      const { module } = standIn as { module: { app: { quit: () => void } } };
      module.app.quit();
      await ended;
    },
  };
}

/** Loads the preload; gives what it puts on the page's window, and what of Electron it touched. */
export function loadPreload(ipcRenderer: object): {
  readonly exposed: ReadonlyMap<string, unknown>;
  readonly required: readonly string[];
} {
  const exposed = new Map<string, unknown>();
  const contextBridge = {
    exposeInMainWorld: (name: string, value: unknown) => exposed.set(name, value),
  };
  const required = runBuilt("preload.cjs", { contextBridge, ipcRenderer });
  return { exposed, required };
}

/** Runs a built file, with the stand-in where it asks for Electron; gives the names of all that it asked for. */
function runBuilt(name: string, electron: unknown, weakening?: Weakening): readonly string[] {
  const path = join(OUT, name);
  const source = readFileSync(path, "utf8");
  const weakened = weakening === undefined ? source : source.replace(...weakening);
  if (weakening !== undefined && weakened === source) {
    throw new Error(`nothing to weaken: ${String(weakening[0])}`);
  }
  const required: string[] = [];
  const realRequire = createRequire(path);
  // The real package starts a download when it is loaded from plain Node: it never is.
  const require = (asked: string): unknown => {
    required.push(asked);
    return asked === "electron" ? electron : realRequire(asked);
  };
  const names = ["exports", "require", "module", "__filename", "__dirname"];
  const run = compileFunction(weakened, names, { filename: path });
  const module = { exports: {} };
  Reflect.apply(run, undefined, [module.exports, require, module, path, OUT]);
  return required;
}

async function settle(isDone: () => boolean): Promise<void> {
  for (let waited = 0; !isDone(); waited += 10) {
    if (waited > 10_000) throw new Error("the main process did not get ready");
    await new Promise((next) => {
      setTimeout(next, 10);
    });
  }
}
