import { mkdtempSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { once } from "node:events";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { DesktopServices } from "../../../../electron/services/desktop/desktop-services.ts";
import { createKeyStore } from "../../../../electron/services/keys/key-store.ts";
import type { UnlockedKeys } from "../../../../electron/services/keys/unlocked-keys.ts";
import type { Role } from "../../../../electron/services/keys/key-file.ts";
import type { ReceiverEvent, ReceiverState } from "../../../../shared/bridge/receiver-methods.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { makeKeys } from "../../../support/installation.ts";
import { ReceivingBureau } from "../../../support/receiving-bureau.ts";
import { openTestDesktop } from "./desktop.ts";

const FOLDER = temporaryFolder();
const passphrase = "correct horse battery";
const AT_HOME = { host: "127.0.0.1", port: 0 };
let bureau: ReceivingBureau;
let dataFolder: string;
let desk: DesktopServices;
const events: ReceiverEvent["reason"][] = [];

async function call(method: string, input: unknown = {}): Promise<ReceiverState> {
  const answer = await desk.call(method, input, null);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.output as ReceiverState;
}

async function open(): Promise<void> {
  desk = await openTestDesktop(dataFolder, { now: () => bureau.now });
  desk.onEvent((event, payload) => {
    if (event === "receiver") events.push((payload as ReceiverEvent).reason);
  });
}

async function makeKeyStore(role: Role): Promise<UnlockedKeys> {
  dataFolder = mkdtempSync(join(FOLDER, "desk-"));
  const created = await createKeyStore(dataFolder, { role, passphrase, now: 0 });
  if (!created.ok) throw new Error(created.code);
  return created.keys;
}

/** Waits for the next event of this kind. */
function nextEvent(reason: ReceiverEvent["reason"]): Promise<void> {
  return new Promise((resolve) => {
    const end = desk.onEvent((event, payload) => {
      if (event !== "receiver" || (payload as ReceiverEvent).reason !== reason) return;
      end();
      resolve();
    });
  });
}

beforeEach(async () => {
  const keys = await makeKeyStore("bureau");
  bureau = await ReceivingBureau.prepare(FOLDER, await makeKeys("unit"), keys, {}, dataFolder);
  await open();
  await call("keys.unlock", { passphrase });
});

afterEach(async () => {
  await desk.close();
  events.length = 0;
});

describe("the receiver of a desk", () => {
  it("takes packages in once it is started, and tells of each", async () => {
    expect(await call("receiver.state")).toMatchObject({ isRunning: false, addresses: [] });
    const { addresses, port } = await call("receiver.start", AT_HOME);
    expect(addresses).toEqual([`http://127.0.0.1:${port ?? 0}`]);
    const unit = await bureau.pack();
    const came = nextEvent("package");
    await unit.send(addresses[0] ?? "");
    await came;
    const { packages, fault } = await call("receiver.state");
    expect(fault).toBeNull();
    expect(packages).toMatchObject([
      { kind: "received", unitId: "u-001", year: 2026, revision: 1, people: 2, code: null },
    ]);
    expect(await call("receiver.stop")).toMatchObject({ isRunning: false, port });
    expect(events).toEqual(["started", "package", "stopped"]);
    await expect(unit.receipts(addresses[0] ?? "")).rejects.toThrow("fetch failed");
  });

  it("is stopped while the keys are locked, and begins again when they are unlocked", async () => {
    const { addresses } = await call("receiver.start", AT_HOME);
    const unit = await bureau.pack();
    const stopped = nextEvent("stopped");
    await call("keys.lock");
    await stopped;
    await expect(unit.receipts(addresses[0] ?? "")).rejects.toThrow("fetch failed");
    await expect(call("receiver.state")).rejects.toThrow("locked");
    const started = nextEvent("started");
    await call("keys.unlock", { passphrase });
    await started;
    expect(await call("receiver.state")).toMatchObject({ isRunning: true });
  });

  it("begins by itself in the next start of the program, unless it was stopped", async () => {
    await call("receiver.start", AT_HOME);
    await desk.close();
    await open();
    const started = nextEvent("started");
    await call("keys.unlock", { passphrase });
    await started;
    await call("receiver.stop");
    await desk.close();
    await open();
    await call("keys.unlock", { passphrase });
    expect(await call("receiver.state")).toMatchObject({ isRunning: false, host: "127.0.0.1" });
  });

  it("says why it does not start", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    await expect(call("receiver.start", { ...AT_HOME, port })).rejects.toThrow("port-taken");
    other.close();
    await expect(call("receiver.start", { host: "192.0.2.1", port: 0 })).rejects.toThrow(
      "host-unknown",
    );
    expect(await call("receiver.state")).toMatchObject({
      isRunning: false,
      fault: { code: "host-unknown" },
    });
  });

  it("is refused without a card, and to a unit", async () => {
    for (const [role, code] of [
      ["bureau", "card-missing"],
      ["unit", "other-role"],
    ] as const) {
      await desk.close();
      await makeKeyStore(role);
      await open();
      await call("keys.unlock", { passphrase });
      await expect(call("receiver.start", AT_HOME)).rejects.toThrow(code);
    }
  });
});
