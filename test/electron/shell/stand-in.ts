import { EventEmitter } from "node:events";
import type { guardSession } from "../../../electron/shell/guards.ts";
import type { windowOptions } from "../../../electron/shell/window-options.ts";

/**
 * Stands for the `electron` module in plain Node and keeps what the main process gives it. Strict: what it
 * does not know throws, and what Electron takes only before it is ready throws afterwards.
 */

export interface Privileged {
  readonly scheme: string;
  readonly privileges: Readonly<Record<string, boolean>>;
}

/** A frame, as the sender of a call names it. */
export interface Frame {
  readonly url: string;
}

export class StandInContents extends EventEmitter {
  readonly mainFrame: Frame = { url: "app://jiceng/" };
  readonly sent: unknown[][] = [];
  openHandler: ((details: { url: string }) => { action: string }) | null = null;
  getURL = () => this.mainFrame.url;
  isDestroyed = () => false;
  setWindowOpenHandler = (handler: (details: { url: string }) => { action: string }) => {
    this.openHandler = handler;
  };
  readonly printed: unknown[] = [];
  printToPDF = (options: unknown) => {
    this.printed.push(options);
    return Promise.resolve(Buffer.from("%PDF-1.4"));
  };
  send = (...args: unknown[]) => {
    this.sent.push(structuredClone(args));
  };
}

type Session = Parameters<typeof guardSession>[0];
type WebPreferences = NonNullable<ReturnType<typeof windowOptions>["webPreferences"]>;
type Recorded = Readonly<Record<string, unknown>>;
type PermissionRequest = NonNullable<Parameters<Session["setPermissionRequestHandler"]>[0]>;
type PermissionCheck = NonNullable<Parameters<Session["setPermissionCheckHandler"]>[0]>;

/** What the main process did. */
export interface Doings {
  sandboxedBeforeReady: boolean;
  schemes: readonly Privileged[];
  paths: Record<string, string>;
  windows: {
    options: Recorded & { webPreferences: WebPreferences };
    contents: StandInContents;
    window: EventEmitter;
  }[];
  loaded: string[];
  protocols: Map<string, (request: Request) => Promise<Response>>;
  handlers: Map<string, (event: unknown, ...args: unknown[]) => Promise<unknown>>;
  permissionRequest: PermissionRequest | null;
  permissionCheck: PermissionCheck | null;
  device: ((details: unknown) => boolean) | null;
  display: ((request: unknown, decide: (streams: unknown) => void) => void) | null;
  beforeRequest:
    | ((details: { url: string }, decide: (answer: { cancel?: boolean }) => void) => void)
    | null;
  isSpellChecked: boolean;
  menu: unknown;
  errors: string[];
  saveDialogs: string[];
  /** What the user answers where to save; null: cancels. */
  saveAs: { canceled: boolean; filePath: string } | null;
  quits: number;
}

export interface StandIn {
  readonly module: unknown;
  readonly record: Doings;
  readonly app: EventEmitter;
  readonly becomeReady: () => void;
}

export interface StandInGiven {
  readonly root: string;
  readonly hasLock: boolean;
  readonly isPackaged: boolean;
}

/** A new stand-in, before it is ready. */
export function makeStandIn({ root, hasLock, isPackaged }: StandInGiven): StandIn {
  let isReady = false;
  let becomeReady = () => {};
  const ready = new Promise<void>((settle) => {
    becomeReady = () => {
      isReady = true;
      settle();
    };
  });
  const beforeReady = (what: string) => {
    if (isReady) throw new Error(`${what} after the app was ready`);
  };
  const record: Doings = {
    sandboxedBeforeReady: false,
    schemes: [],
    paths: {},
    windows: [],
    loaded: [],
    protocols: new Map(),
    handlers: new Map(),
    permissionRequest: null,
    permissionCheck: null,
    device: null,
    display: null,
    beforeRequest: null,
    isSpellChecked: true,
    menu: null,
    errors: [],
    saveDialogs: [],
    saveAs: null,
    quits: 0,
  };
  const app = Object.assign(new EventEmitter(), {
    isPackaged,
    enableSandbox: () => {
      beforeReady("enableSandbox");
      record.sandboxedBeforeReady = true;
    },
    setPath: (name: string, path: string) => {
      beforeReady("setPath");
      record.paths[name] = path;
    },
    getPath: (name: string) => `/${name}`,
    getAppPath: () => root,
    getVersion: () => "0.0.0-test",
    requestSingleInstanceLock: () => hasLock,
    whenReady: () => ready,
    quit: () => {
      record.quits += 1;
      const event = { isHeld: false, preventDefault: () => (event.isHeld = true) };
      app.emit("before-quit", event);
      if (!event.isHeld) app.emit("quit");
    },
    exit: () => app.emit("quit"),
  });
  const parts = {
    app: strict("app", app),
    BrowserWindow: windowClass(record, app),
    protocol: strict("protocol", {
      registerSchemesAsPrivileged: (schemes: readonly Privileged[]) => {
        beforeReady("registerSchemesAsPrivileged");
        record.schemes = schemes;
      },
      handle: (scheme: string, handler: (request: Request) => Promise<Response>) => {
        record.protocols.set(scheme, handler);
      },
    }),
    ipcMain: strict("ipcMain", {
      handle: (channel: string, handler: (event: unknown) => Promise<unknown>) => {
        record.handlers.set(channel, handler);
      },
    }),
    session: strict("session", { defaultSession: standInSession(record) }),
    Menu: strict("Menu", {
      buildFromTemplate: (template: unknown) => template,
      setApplicationMenu: (menu: unknown) => (record.menu = menu),
    }),
    dialog: strict("dialog", {
      showSaveDialog: (_window: unknown, options: { defaultPath: string }) => {
        record.saveDialogs.push(options.defaultPath);
        return Promise.resolve(record.saveAs ?? { canceled: true, filePath: "" });
      },
      showErrorBox: (...texts: string[]) => record.errors.push(texts.join(": ")),
    }),
    safeStorage: strict("safeStorage", {
      isAsyncEncryptionAvailable: () => Promise.resolve(true),
      getSelectedStorageBackend: () => "basic_text",
    }),
    // No `openExternal`: nothing in this program leads out of it.
    shell: strict("shell", { openPath: () => Promise.resolve("") }),
    screen: strict("screen", {
      getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
    }),
  };
  return { module: strict("electron", parts), record, app, becomeReady };
}

function windowClass(record: Doings, app: EventEmitter) {
  return class extends EventEmitter {
    readonly webContents = new StandInContents();
    constructor(options: Recorded & { webPreferences: WebPreferences }) {
      super();
      record.windows.push({ options, contents: this.webContents, window: this });
      app.emit("web-contents-created", {}, this.webContents);
    }
    loadURL = (url: string) => {
      record.loaded.push(url);
      return Promise.resolve();
    };
    show = () => {};
    focus = () => record.loaded.push("focus");
    maximize = () => {};
    restore = () => {};
    isMinimized = () => false;
    isMaximized = () => false;
    getNormalBounds = () => ({ x: 10, y: 20, width: 1000, height: 700 });
  };
}

function standInSession(record: Doings) {
  return strict("session.defaultSession", {
    setPermissionRequestHandler: (handler: PermissionRequest) => {
      record.permissionRequest = handler;
    },
    setPermissionCheckHandler: (handler: PermissionCheck) => {
      record.permissionCheck = handler;
    },
    setDevicePermissionHandler: (handler: Doings["device"]) => {
      record.device = handler;
    },
    setDisplayMediaRequestHandler: (handler: Doings["display"]) => {
      record.display = handler;
    },
    webRequest: strict("webRequest", {
      onBeforeRequest: (handler: Doings["beforeRequest"]) => {
        record.beforeRequest = handler;
      },
    }),
    setSpellCheckerEnabled: (isOn: boolean) => {
      record.isSpellChecked = isOn;
    },
  });
}

/** What is not there throws instead of being `undefined`. */
function strict<Part extends object>(name: string, part: Part): Part {
  return new Proxy(part, {
    get: (target, key) => {
      if (typeof key === "string" && !(key in target) && key !== "then") {
        throw new Error(`${name}.${key} is not in the stand-in`);
      }
      return Reflect.get(target, key) as unknown;
    },
  });
}
