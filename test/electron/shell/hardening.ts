import { expect } from "vitest";
import type { Shell, Weakening } from "./load-shell.ts";

/** Electron's security list, item by item, as checks on the built program; with what each must notice. */

interface Check {
  readonly item: string;
  readonly holds: (shell: Shell) => void | Promise<void>;
  /** Changes to the built program, each of which must make the check fail. */
  readonly weakenings: readonly Weakening[];
}

const PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  spellcheck: false,
} as const;

const FOREIGN = [
  "https://example.org/",
  "file:///etc/passwd",
  "app://other/",
  "app://jiceng.evil/",
  "https://jiceng/",
  "about:blank",
  "",
  "http://127.0.0.1:47120/",
];

const DENIED = [
  "media",
  "geolocation",
  "notifications",
  "openExternal",
  "hid",
  "usb",
  "fileSystem",
];

function navigates(shell: Shell, event: string, url: string): boolean {
  let isHeld = false;
  shell.contents().emit(event, { url, preventDefault: () => (isHeld = true) });
  return !isHeld;
}

function fetchScreen(shell: Shell, url: string, method = "GET"): Promise<Response> {
  const handler = shell.record.protocols.get("app");
  if (handler === undefined) throw new Error("nobody serves the screen");
  return handler({ url, method } as Request);
}

function isGranted(shell: Shell, permission: string, url: string): readonly [boolean, boolean] {
  const { permissionRequest, permissionCheck } = shell.record;
  const contents = { getURL: () => url } as never;
  let asked = true;
  permissionRequest?.(contents, permission as never, (answer) => (asked = answer), {} as never);
  const checked = permissionCheck?.(contents, permission as never, url, {} as never) ?? true;
  return [asked, checked];
}

function isCancelled(shell: Shell, url: string): boolean {
  let isHeld: boolean | undefined = false;
  shell.record.beforeRequest?.({ url }, ({ cancel }) => (isHeld = cancel));
  return isHeld;
}

/** A preference turned round in the built program. */
function turned(name: keyof typeof PREFERENCES): Weakening {
  return [new RegExp(`${name}: ${PREFERENCES[name]}`), `${name}: ${!PREFERENCES[name]}`];
}

export const HARDENING: readonly Check[] = [
  {
    item: "the window's preferences are exactly the safe ones (2, 3, 4, 6, 8, 9, 10, 11)",
    holds: ({ record }) => {
      const { preload, ...rest } = record.windows[0]?.options.webPreferences ?? {};
      expect(preload).toMatch(/out\/shell\/?\/preload\.cjs$/);
      expect(rest).toEqual(PREFERENCES);
    },
    weakenings: [
      turned("sandbox"),
      turned("contextIsolation"),
      turned("nodeIntegration"),
      turned("nodeIntegrationInWorker"),
      turned("nodeIntegrationInSubFrames"),
      turned("webSecurity"),
      turned("allowRunningInsecureContent"),
      turned("experimentalFeatures"),
      turned("webviewTag"),
      turned("navigateOnDragDrop"),
      [/sandbox: true,/, 'sandbox: true, enableBlinkFeatures: "X",'],
    ],
  },
  {
    item: "every process is in the sandbox, from before the first (4)",
    holds: ({ record }) => expect(record.sandboxedBeforeReady).toBe(true),
    weakenings: [[/electron\.app\.enableSandbox\(\);/, ""]],
  },
  {
    item: "the page's scheme is a standard, secure one that lifts no rule (18)",
    holds: ({ record }) => {
      const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
      expect(record.schemes).toEqual([{ scheme: "app", privileges }]);
    },
    weakenings: [
      [/supportFetchAPI: true/, "supportFetchAPI: true, bypassCSP: true"],
      [/supportFetchAPI: true/, "supportFetchAPI: true, corsEnabled: true"],
    ],
  },
  {
    item: "only the built screen is loaded, over its own scheme (1, 18)",
    holds: ({ record }) => expect(record.loaded).toEqual(["app://jiceng/"]),
    weakenings: [[/loadURL\(START_PAGE\)/, 'loadURL("file:///index.html")']],
  },
  {
    item: "a content security policy goes with everything served (7)",
    holds: async (shell) => {
      const page = await fetchScreen(shell, "app://jiceng/");
      const policy = page.headers.get("content-security-policy") ?? "";
      const nonce = /content="([\w-]{20,})"/.exec(await page.text())?.[1] ?? "no nonce";
      expect(Object.fromEntries(policy.split("; ").map((one) => one.split(/ (.*)/)))).toEqual({
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": `'self' 'nonce-${nonce}'`,
        "img-src": "'self' data: blob:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "worker-src": "'self'",
        "form-action": "'none'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
        "object-src": "'none'",
      });
      const script = await fetchScreen(shell, "app://jiceng/assets/a.js");
      expect(script.headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(script.headers.get("x-content-type-options")).toBe("nosniff");
    },
    weakenings: [
      [/"script-src": "'self'"/, `"script-src": "'self' 'unsafe-inline'"`],
      [/"default-src": "'none'"/, `"default-src": "'self'"`],
      [/"connect-src": "'self'"/, `"connect-src": "*"`],
      [/"frame-ancestors": "'none'",/, ""],
      [/"object-src": "'none'"/, `"object-src": "'self'"`],
      [/'nonce-\{nonce\}'/, "'unsafe-inline'"],
    ],
  },
  {
    item: "nothing outside the screen's folder is served, no other host, no other method (18)",
    holds: async (shell) => {
      for (const url of [
        "app://jiceng/..%2f..%2fsecret.json",
        "app://jiceng/assets/%2e%2e%2f%2e%2e%2f%2e%2e%2fsecret.json",
        "app://jiceng//secret.json",
        "app://jiceng/%00",
      ]) {
        expect((await fetchScreen(shell, url)).status).toBe(404);
      }
      expect((await fetchScreen(shell, "app://other/index.html")).status).toBe(405);
      expect((await fetchScreen(shell, "app://jiceng/index.html", "POST")).status).toBe(405);
      expect([...shell.record.protocols.keys()]).toEqual(["app"]);
    },
    weakenings: [
      [/return parts\.every\(isPlain\) \? name : null;/, "return name;"],
      [/method !== "GET" \|\| !isOwnPage\(url\)/, 'method !== "GET"'],
      [/method !== "GET" \|\| !isOwnPage\(url\)/, "!isOwnPage(url)"],
    ],
  },
  {
    item: "permissions are refused but for keeping records and copying, to our page alone (5)",
    holds: (shell) => {
      for (const permission of DENIED) {
        expect(isGranted(shell, permission, "app://jiceng/")).toEqual([false, false]);
      }
      for (const permission of ["persistent-storage", "clipboard-sanitized-write"]) {
        expect(isGranted(shell, permission, "app://jiceng/")).toEqual([true, true]);
        expect(isGranted(shell, permission, "https://example.org/")).toEqual([false, false]);
      }
    },
    weakenings: [
      [/decide\(GRANTED\.has\(permission\) && isOwnPage\(contents\.getURL\(\)\)\)/, "decide(true)"],
      [/\.setPermissionCheckHandler\(/, "; ((x) => x)("],
      [/GRANTED\.has\(permission\) && contents !== null/, "contents !== null"],
    ],
  },
  {
    item: "devices and the screen's picture are refused (5)",
    holds: ({ record }) => {
      expect(record.device?.({})).toBe(false);
      let streams: unknown = "none";
      record.display?.({}, (given) => (streams = given));
      expect(streams).toBeNull();
    },
    weakenings: [
      [/setDevicePermissionHandler\(\(\) => false\)/, "setDevicePermissionHandler(() => true)"],
      [/decide\(null\)/, "decide({ video: {} })"],
    ],
  },
  {
    item: "nothing is fetched from anywhere but this program, no dictionary either (1)",
    holds: (shell) => {
      for (const scheme of ["http", "https", "file", "ws", "wss", "ftp", "chrome-extension"]) {
        expect(isCancelled(shell, `${scheme}://example.org/`)).toBe(true);
      }
      expect(isCancelled(shell, "app://jiceng/assets/a.js")).toBe(false);
      expect(isCancelled(shell, "blob:app://jiceng/1")).toBe(false);
      expect(shell.record.isSpellChecked).toBe(false);
    },
    weakenings: [
      [/new Set\(\[\s*"app:",/, 'new Set(["app:", "https:",'],
      [/cancel: !URL\.canParse\(url\) \|\| !LOADABLE/, "cancel: LOADABLE"],
      [/setSpellCheckerEnabled\(false\)/, "setSpellCheckerEnabled(true)"],
    ],
  },
  {
    item: "navigation leads nowhere but to our page (13)",
    holds: (shell) => {
      for (const event of ["will-navigate", "will-redirect", "will-frame-navigate"]) {
        for (const url of FOREIGN) expect(navigates(shell, event, url)).toBe(false);
        expect(navigates(shell, event, "app://jiceng/index.html#/people")).toBe(true);
      }
    },
    weakenings: [
      [/contents\.on\("will-navigate"/, 'contents.on("x-navigate"'],
      [/contents\.on\("will-redirect"/, 'contents.on("x-redirect"'],
      [/contents\.on\("will-frame-navigate"/, 'contents.on("x-frame-navigate"'],
      [/host === HOST/, "host.startsWith(HOST)"],
      [/protocol === `app:` && /, ""],
    ],
  },
  {
    item: "no new window opens and no webview attaches (12, 14)",
    holds: (shell) => {
      const handler = shell.contents().openHandler;
      for (const url of [...FOREIGN, "app://jiceng/"]) {
        expect(handler?.({ url })).toEqual({ action: "deny" });
      }
      expect(navigates(shell, "will-attach-webview", "app://jiceng/")).toBe(false);
    },
    weakenings: [
      [/action: "deny"/, 'action: "allow"'],
      [/contents\.on\("will-attach-webview"/, 'contents.on("x"'],
    ],
  },
  {
    item: "one channel is answered, for the main frame of our own page in our own window (17)",
    holds: async (shell) => {
      expect([...shell.record.handlers.keys()]).toEqual(["jiceng:call"]);
      const sender = shell.contents();
      const senderFrame = sender.mainFrame;
      const elsewhere = { url: "app://jiceng/" };
      for (const event of [
        { sender, senderFrame: null },
        { sender, senderFrame: elsewhere },
        { sender: { mainFrame: senderFrame }, senderFrame },
      ]) {
        await expect(shell.call(event, "app.info", {}, null)).rejects.toThrow("from elsewhere");
      }
      for (const url of FOREIGN) {
        Object.assign(senderFrame, { url });
        await expect(shell.call(shell.ownEvent(), "app.info", {}, null)).rejects.toThrow();
      }
      Object.assign(senderFrame, { url: "app://jiceng/#/people" });
      expect(await shell.call(shell.ownEvent(), "app.info", {}, null)).toMatchObject({ ok: true });
      Object.assign(senderFrame, { url: "app://jiceng/" });
    },
    weakenings: [
      [/if \(!isOwnSender\(event, windowOf\(\)\)\)/, "if (false)"],
      [/frame === window\.webContents\.mainFrame && /, ""],
      [/ \|\| event\.sender !== window\.webContents/, ""],
      [
        /frame === window\.webContents\.mainFrame && isOwnPage\(frame\.url\)/,
        "frame === window.webContents.mainFrame",
      ],
    ],
  },
  {
    item: "arguments are checked before anything runs (17)",
    holds: async (shell) => {
      const codeOf = async (...args: unknown[]) => {
        const answer = (await shell.call(shell.ownEvent(), ...args)) as {
          readonly error?: { readonly code: string };
        };
        return answer.error?.code;
      };
      expect(await codeOf(1, {}, null)).toBe("bad-input");
      expect(await codeOf("app.info", {}, null, "more")).toBe("bad-input");
      expect(await codeOf("app.info", {}, "text")).toBe("bad-input");
      expect(await codeOf("app.info", { extra: 1 }, null)).toBe("bad-input");
      expect(await codeOf("constructor", {}, null)).toBe("unknown-method");
      expect(await codeOf("__proto__", {}, null)).toBe("unknown-method");
      expect(await codeOf("app.info", {}, new Uint8Array(1))).toBe("too-large");
      expect(await codeOf("keys.unlock", { passphrase: "x".repeat(1_100_000) }, null)).toBe(
        "too-large",
      );
    },
    weakenings: [
      [/typeof method !== "string" \|\| rest\.length > 0/, 'typeof method !== "string"'],
      [/return checkSizes\(method, input, bytes\) \?\? /, "return "],
      [/bytes !== null && !\(bytes instanceof Uint8Array\)/, "false"],
    ],
  },
  {
    item: "the menu of the packaged program offers no developer tools (20)",
    holds: ({ record }) => {
      expect(JSON.stringify(record.menu)).toContain("退出");
      expect(JSON.stringify(record.menu)).not.toMatch(/toggleDevTools|reload/);
    },
    weakenings: [[/isPackaged \? \[\] : /, ""]],
  },
];
