import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DesktopServices } from "../../../../electron/services/desktop/desktop-services.ts";
import type { UnlockedKeys } from "../../../../electron/services/keys/unlocked-keys.ts";
import { createKeyStore } from "../../../../electron/services/keys/key-store.ts";
import { issueEnrolment } from "../../../../electron/services/trust/own-statement.ts";
import { readBureauCardFile } from "../../../../electron/services/trust/statement-file.ts";
import { USUAL_ASKS } from "../../../../shared/submission/bureau-card.ts";
import { fingerprintOf } from "../../../../shared/submission/fingerprint.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { makeKeys } from "../../../support/installation.ts";
import { NOW } from "../../../support/offices.ts";
import { callOk, codeOf, openTestDesktop } from "./desktop.ts";

const FOLDER = temporaryFolder();
const PASSPHRASE = "example passphrase";
const CLINIC = { id: "u-001", name: "甲镇卫生院", creditCode: null };

let desktop: DesktopServices;

async function requestOf(keys: UnlockedKeys, name: string, unit = CLINIC): Promise<Uint8Array> {
  const issued = await issueEnrolment(join(FOLDER, name), keys, unit, NOW);
  if (!issued.ok) throw new Error(issued.code);
  return Buffer.from(issued.text);
}

async function makeDesktop(role: "unit" | "bureau"): Promise<DesktopServices> {
  const dataFolder = join(FOLDER, role);
  const created = await createKeyStore(dataFolder, { role, passphrase: PASSPHRASE, now: NOW });
  if (!created.ok) throw new Error(created.code);
  const opened = await openTestDesktop(dataFolder, { now: () => NOW });
  await callOk(opened, "keys.unlock", { passphrase: PASSPHRASE });
  return opened;
}

const register = async () => (await callOk(desktop, "registry.state", {})).output;

beforeAll(async () => {
  desktop = await makeDesktop("bureau");
});
afterAll(async () => desktop.close());

describe("the bureau's card", () => {
  it("is signed by the bureau's own key and is the one in force from then on", async () => {
    expect((await register()).card).toBeNull();
    const bureau = { id: "b-1", name: "示例县人社局" };
    const asks = { ...USUAL_ASKS, sm2: true };
    const made = await callOk(desktop, "registry.makeCard", {
      bureau,
      addresses: ["http://10.1.2.3:8443"],
      asks,
    });
    expect(made.output.fileName).toBe("示例县人社局.jcb");
    const read = await readBureauCardFile(Buffer.from(made.bytes ?? []).toString("utf8"));
    if (!read.ok) throw new Error(read.code);
    const { fingerprint, card } = await register();
    expect(fingerprintOf(read.statement.keys.kid)).toBe(fingerprint);
    expect(card).toMatchObject({ bureau, addresses: ["http://10.1.2.3:8443"], asks });
  });
});

describe("the register of units", () => {
  it("takes a unit whose fingerprint was heard, and nobody else", async () => {
    const keys = await makeKeys("unit");
    const fingerprint = fingerprintOf(keys.publicKeys.kid);
    const bytes = await requestOf(keys, "clinic");
    const { output } = await callOk(desktop, "registry.readRequest", {}, bytes);
    expect(output).toMatchObject({ unit: CLINIC, fingerprint, standing: "new", previous: null });
    const enrol = (heard: string | null) =>
      codeOf(desktop, "registry.enrol", { fingerprint: heard, isChangeConfirmed: false }, bytes);
    expect(await enrol(null)).toBe("fingerprint-needed");
    expect(await enrol("1".repeat(32))).toBe("fingerprint-wrong");
    expect((await register()).keys).toEqual([]);
    expect(await enrol(fingerprint)).toBeNull();
    expect((await register()).keys).toMatchObject([{ unit: CLINIC, fingerprint, revokedAt: null }]);
  });

  it("shows both fingerprints at a change of key, which has to be confirmed", async () => {
    const [before] = (await register()).keys;
    const keys = await makeKeys("unit");
    const fingerprint = fingerprintOf(keys.publicKeys.kid);
    const bytes = await requestOf(keys, "clinic-anew");
    const { output } = await callOk(desktop, "registry.readRequest", {}, bytes);
    expect(output).toMatchObject({
      standing: "change",
      fingerprint,
      previous: { fingerprint: before?.fingerprint, isRevoked: false },
    });
    const given = { fingerprint, isChangeConfirmed: false };
    expect(await codeOf(desktop, "registry.enrol", given, bytes)).toBe("change-unconfirmed");
    const sure = { fingerprint, isChangeConfirmed: true };
    const { output: taken } = await callOk(desktop, "registry.enrol", sure, bytes);
    expect(taken.as).toBe("change");
    const { keys: all } = await register();
    expect(all.map(({ revokedAt }) => revokedAt === null)).toEqual([false, true]);
  });

  it("stops a key once, with its reason", async () => {
    const given = { unitId: CLINIC.id, reason: "密钥遗失" };
    expect(await codeOf(desktop, "registry.revoke", given)).toBeNull();
    expect((await register()).keys.every(({ revokedAt }) => revokedAt !== null)).toBe(true);
    expect(await codeOf(desktop, "registry.revoke", given)).toBe("unit-unknown");
  });

  it("refuses a file that is no request", async () => {
    const bytes = Buffer.from("不是登记申请");
    expect(await codeOf(desktop, "registry.readRequest", {}, bytes)).not.toBeNull();
  });
});

describe("a unit's data folder", () => {
  it("has no register of units", async () => {
    const unit = await makeDesktop("unit");
    try {
      expect(await codeOf(unit, "registry.state", {})).toBe("other-role");
    } finally {
      await unit.close();
    }
  });
});
