import { EventEmitter } from "node:events";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { buildShell } from "../../../build/shell.ts";
import { connectBridge } from "../../../renderer/hosts/connect.ts";
import type { Bridge } from "../../../shared/bridge/methods.ts";
import { loadPreload, loadShell, type Shell } from "../../electron/shell/load-shell.ts";
import { temporaryFolder } from "../../support/folder.ts";

/** The screen's bridge through the built preload and the built main process to the real services. */

const root = temporaryFolder();
const PASSPHRASE = "一句足够长的口令，只给测试用";
let shell: Shell;
let bridge: Bridge;

beforeAll(async () => {
  await buildShell();
  shell = await loadShell(root);
  const events = new EventEmitter();
  const ipcRenderer = Object.assign(events, {
    invoke: (_channel: string, ...args: unknown[]) => shell.call(shell.ownEvent(), ...args),
  });
  // What the main process sends arrives in the preload, with Electron's own object before it.
  shell.contents().send = (channel, ...args) => {
    events.emit(String(channel), { sender: ipcRenderer }, ...args);
  };
  const { exposed } = loadPreload(ipcRenderer);
  vi.stubGlobal("window", { jiceng: exposed.get("jiceng") });
  bridge = await connectBridge();
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await shell.quit();
});

it("tells which host it is", async () => {
  const answer = await bridge.call("app.info", {});
  expect(answer).toMatchObject({ ok: true, output: { host: "electron" }, bytes: null });
});

it("refuses what the method does not know, with its code", async () => {
  const answer = await bridge.call("attachments.get", { sha256: "not one" });
  expect(answer).toMatchObject({ ok: false, error: { code: "bad-input" } });
});

it("brings the data key as 32 bytes, and attachments whole there and back", async () => {
  const created = await bridge.call("keys.create", { passphrase: PASSPHRASE });
  if (!created.ok) throw new Error(created.error.code);
  expect(created.bytes).toHaveLength(32);
  const scan = Uint8Array.from({ length: 100_000 }, (_, index) => index % 251);
  const put = await bridge.call("attachments.put", {}, scan);
  if (!put.ok) throw new Error(put.error.code);
  const got = await bridge.call("attachments.get", { sha256: put.output.sha256 });
  expect(got.ok && got.bytes).toEqual(scan);
});

it("says host-gone where the channel to the main process is cut", async () => {
  vi.stubGlobal("window", {
    jiceng: {
      call: () => Promise.reject(new Error("the channel is closed")),
      onEvent: () => () => {},
    },
  });
  const cut = await connectBridge();
  expect(await cut.call("app.info", {})).toMatchObject({ error: { code: "host-gone" } });
});
