import { EventEmitter } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { buildShell } from "../../../build/shell.ts";
import { osSealerOf } from "../../../electron/shell/os-store.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { loadPreload, loadShell } from "./load-shell.ts";

const root = temporaryFolder();
beforeAll(async () => {
  await buildShell();
});

describe("the built preload", () => {
  it("asks for nothing but Electron, as the sandbox demands", () => {
    expect(loadPreload({}).required).toEqual(["electron"]);
  });

  it("puts exactly two functions on the page", () => {
    const { exposed } = loadPreload({});
    expect([...exposed.keys()]).toEqual(["jiceng"]);
    expect(Object.keys(exposed.get("jiceng") as object)).toEqual(["call", "onEvent"]);
  });

  it("calls over the one channel, whatever the page names", async () => {
    const invoke = vi.fn<(...args: unknown[]) => Promise<string>>(() => Promise.resolve("answer"));
    const { exposed } = loadPreload({ invoke });
    const door = exposed.get("jiceng") as { call: (...args: unknown[]) => Promise<unknown> };
    expect(await door.call("app.info", {}, null, "more")).toBe("answer");
    expect(invoke.mock.calls).toEqual([["jiceng:call", "app.info", {}, null]]);
  });

  it("hands on events without Electron's own object, and ends when told", () => {
    const ipc = new EventEmitter();
    const { exposed } = loadPreload(ipc);
    const heard: unknown[][] = [];
    const door = exposed.get("jiceng") as {
      onEvent: (listener: (...args: unknown[]) => void) => () => void;
    };
    const end = door.onEvent((...args) => heard.push(args));
    ipc.emit("jiceng:event", { sender: "secret" }, "locked", {});
    expect(heard).toEqual([["locked", {}]]);
    end();
    ipc.emit("jiceng:event", {}, "locked", {});
    expect(heard).toHaveLength(1);
  });
});

describe("the built main process", () => {
  it("keeps the browser's files in the data folder, apart from the records", async () => {
    const { record, dataFolder, quit } = await loadShell(root);
    expect(record.paths).toEqual({ userData: join(dataFolder, "electron") });
    await quit();
  });

  it("opens no second window: the second start ends and the first comes to the front", async () => {
    const second = await loadShell(root, { hasLock: false });
    expect(second.record.windows).toEqual([]);
    expect(second.record.quits).toBe(1);
    const first = await loadShell(root);
    first.app.emit("second-instance");
    expect(first.record.loaded.at(-1)).toBe("focus");
    await first.quit();
  });

  it("does not open on a data folder that another program has open, and says so", async () => {
    const first = await loadShell(root);
    const other = await loadShell(root, { dataFolder: first.dataFolder });
    expect(other.record.windows).toEqual([]);
    expect(other.record.quits).toBe(1);
    expect(first.record.loaded.at(-1)).toBe("focus");
    await first.quit();
  });

  it("answers a call through the services, and its answer survives the way", async () => {
    const shell = await loadShell(root);
    expect(await shell.call(shell.ownEvent(), "app.info", {}, null)).toMatchObject({
      ok: true,
      output: { host: "electron", dataFolder: shell.dataFolder, version: "0.0.0-test" },
      bytes: null,
    });
    await shell.quit();
  });

  it("saves the page as a PDF where the user wants it, on the paper that its styles ask for", async () => {
    const shell = await loadShell(root);
    const save = () =>
      shell.call(shell.ownEvent(), "files.savePdf", { name: "2026年公示.pdf" }, null);
    expect(await save()).toMatchObject({ ok: true, output: { how: "cancelled", path: null } });
    expect(shell.record.windows[0]?.contents.printed).toEqual([]);
    const filePath = join(temporaryFolder(), "公示.pdf");
    shell.record.saveAs = { canceled: false, filePath };
    expect(await save()).toMatchObject({ ok: true, output: { how: "saved", path: filePath } });
    expect(readFileSync(filePath, "utf8")).toBe("%PDF-1.4");
    expect(shell.record.saveDialogs.at(-1)).toContain("2026年公示.pdf");
    expect(shell.record.windows[0]?.contents.printed).toEqual([
      { printBackground: true, preferCSSPageSize: true },
    ]);
    await shell.quit();
  });

  it("waits for a call under way before it quits", async () => {
    const shell = await loadShell(root);
    const passphrase = "一句足够长的口令，只给测试用";
    const creating = shell.call(shell.ownEvent(), "keys.create", { passphrase }, null);
    await shell.quit();
    expect(await creating).toMatchObject({ ok: true });
    expect(existsSync(join(shell.dataFolder, "keys", "key-store.json"))).toBe(true);
  });

  it("takes no more calls once it quits", async () => {
    const shell = await loadShell(root);
    await shell.quit();
    expect(await shell.call(shell.ownEvent(), "app.info", {}, null)).toMatchObject({
      error: { code: "host-gone" },
    });
  });

  it("opens the window where it stood when it was closed", async () => {
    const first = await loadShell(root);
    expect(first.record.windows[0]?.options).toMatchObject({ width: 1280, height: 860 });
    first.record.windows[0]?.window.emit("close");
    await vi.waitFor(() => expect(existsSync(join(first.dataFolder, "window.json"))).toBe(true));
    await first.quit();
    const next = await loadShell(root, { dataFolder: first.dataFolder });
    const place = { x: 10, y: 20, width: 1000, height: 700 };
    expect(next.record.windows[0]?.options).toMatchObject(place);
    await next.quit();
  });

  it("opens the window at its usual place where it stood on a screen that has gone", async () => {
    const first = await loadShell(root);
    const bounds = { x: 5000, y: 0, width: 900, height: 700 };
    writeFileSync(
      join(first.dataFolder, "window.json"),
      JSON.stringify({ bounds, isMaximized: false }),
    );
    await first.quit();
    const next = await loadShell(root, { dataFolder: first.dataFolder });
    expect(next.record.windows[0]?.options).toMatchObject({ width: 1280, height: 860 });
    expect(next.record.windows[0]?.options).not.toHaveProperty("x");
    await next.quit();
  });
});

describe("the system's key store", () => {
  const storage = (backend: string, sealed: string) =>
    ({
      isAsyncEncryptionAvailable: () => Promise.resolve(true),
      getSelectedStorageBackend: () => backend,
      encryptStringAsync: (text: string) => Promise.resolve(Buffer.from(`${sealed}${text}`)),
      decryptStringAsync: (bytes: Buffer) =>
        bytes.toString().startsWith(sealed)
          ? Promise.resolve({
              result: bytes.toString().slice(sealed.length),
              shouldReEncrypt: false,
            })
          : Promise.reject(new Error("another key")),
    }) as unknown as Parameters<typeof osSealerOf>[0];

  it("counts on Linux only where a real one is behind it, though it calls itself available", async () => {
    expect(await osSealerOf(storage("basic_text", "v10"), "linux")).toBeNull();
    expect(await osSealerOf(storage("unknown", "v10"), "linux")).toBeNull();
    expect((await osSealerOf(storage("gnome_libsecret", "v11"), "linux"))?.backend).toBe(
      "gnome_libsecret",
    );
    expect((await osSealerOf(storage("", ""), "win32"))?.backend).toBe("dpapi");
  });

  it("gives back what it sealed, and null for what another one sealed", async () => {
    const sealer = await osSealerOf(storage("gnome_libsecret", "v11"), "linux");
    const sealed = await sealer?.seal(Uint8Array.of(0, 255, 128));
    expect([...((await sealer?.open(sealed ?? new Uint8Array())) ?? [])]).toEqual([0, 255, 128]);
    expect(await sealer?.open(Buffer.from("v99x"))).toBeNull();
  });

  it("refuses to seal with the key that everybody knows, whatever name it goes by", async () => {
    const sealer = await osSealerOf(storage("gnome_libsecret", "v10"), "linux");
    await expect(sealer?.seal(Uint8Array.of(1))).rejects.toThrow("everybody knows");
  });
});
