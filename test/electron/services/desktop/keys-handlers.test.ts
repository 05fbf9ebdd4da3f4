import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { OsSealer } from "../../../../electron/services/keys/os-sealer.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { call, callOk, codeOf, openTestDesktop } from "./desktop.ts";

const FOLDER = temporaryFolder();
const PASSPHRASE = "correct horse battery";
const NOW = 1_795_420_800_000;

const keyring: OsSealer = {
  backend: "gnome_libsecret",
  seal: (bytes) => Promise.resolve(Uint8Array.from(bytes, (byte) => byte ^ 0x5a)),
  open: (sealed) => Promise.resolve(Uint8Array.from(sealed, (byte) => byte ^ 0x5a)),
};

describe("the keys over the bridge", () => {
  it("are made once, with a data key of 32 bytes and a recovery code", async () => {
    const desktop = await openTestDesktop(join(FOLDER, "made"), { now: () => NOW });
    expect((await callOk(desktop, "keys.state", {})).output).toEqual({
      state: "none",
      role: null,
      fingerprint: null,
      createdAt: null,
      rehearsedAt: null,
      hasOsSlot: false,
      osStore: null,
    });
    const created = await callOk(desktop, "keys.create", { passphrase: PASSPHRASE });
    expect(created.bytes?.length).toBe(32);
    expect(created.output.recoveryCode.match(/\d{3}/g)?.length).toBe(24);
    const { output: state } = await callOk(desktop, "keys.state", {});
    expect(state).toMatchObject({ state: "unlocked", role: "unit", rehearsedAt: null });
    expect(state.fingerprint).toMatch(/^(\d{4} ){7}\d{4}$/);
    expect(await codeOf(desktop, "keys.create", { passphrase: PASSPHRASE })).toBe("keys-exist");
    await desktop.close();
  });

  it("give the same data key by passphrase and by recovery code, after a restart and after a change of both", async () => {
    const folder = join(FOLDER, "same");
    const first = await openTestDesktop(folder, { now: () => NOW });
    const created = await callOk(first, "keys.create", { passphrase: PASSPHRASE });
    const { recoveryCode } = created.output;
    await first.close();

    const desktop = await openTestDesktop(folder, { now: () => NOW });
    expect((await callOk(desktop, "keys.state", {})).output.state).toBe("locked");
    const byCode = await callOk(desktop, "keys.unlock", { recoveryCode });
    expect(byCode.bytes).toEqual(created.bytes);
    const { output } = await callOk(desktop, "keys.rehearse", { recoveryCode });
    expect(output.rehearsedAt).toBe("2026-11-23T08:00:00Z");
    const passphrase = "staple of another kind";
    const change = { credential: recoveryCode, isRecoveryCode: true, passphrase };
    await callOk(desktop, "keys.changePassphrase", change);
    await callOk(desktop, "keys.lock", {});
    expect(await codeOf(desktop, "keys.unlock", { passphrase: PASSPHRASE })).toBe(
      "passphrase-wrong",
    );
    expect((await callOk(desktop, "keys.unlock", { passphrase })).bytes).toEqual(created.bytes);
    const renewed = await callOk(desktop, "keys.renewRecoveryCode", { passphrase });
    expect(await codeOf(desktop, "keys.unlock", { recoveryCode })).toBe("recovery-wrong");
    const byNewCode = { recoveryCode: renewed.output.recoveryCode };
    expect((await callOk(desktop, "keys.unlock", byNewCode)).bytes).toEqual(created.bytes);
    await desktop.close();
  });

  it("refuse in the words of the screen, which has no command line", async () => {
    const desktop = await openTestDesktop(join(FOLDER, "words"));
    const missing = await call(desktop, "keys.unlock", { passphrase: PASSPHRASE });
    expect(missing).toEqual({
      ok: false,
      error: { code: "keys-missing", message: "还没有建立密钥；请先设置口令" },
    });
    await callOk(desktop, "keys.create", { passphrase: PASSPHRASE });
    const wrong = await call(desktop, "keys.unlock", { passphrase: "something else" });
    expect(wrong.ok ? "" : wrong.error.message).not.toContain("jiceng");
    const mistyped = await call(desktop, "keys.rehearse", { recoveryCode: "123 456" });
    expect(mistyped.ok ? null : mistyped.error).toMatchObject({
      code: "recovery-length",
      details: { found: 2 },
    });
    await desktop.close();
  });

  it("answer slower and slower to wrong passphrases in a row", async () => {
    const desktop = await openTestDesktop(join(FOLDER, "slow"));
    await callOk(desktop, "keys.create", { passphrase: PASSPHRASE });
    const guesses = ["first wrong one", "second wrong one", "third wrong one"];
    const all = guesses.map((passphrase) => codeOf(desktop, "keys.unlock", { passphrase }));
    expect(await Promise.all(all)).toEqual(guesses.map(() => "passphrase-wrong"));
    const start = performance.now();
    await callOk(desktop, "keys.unlock", { passphrase: PASSPHRASE });
    expect(performance.now() - start).toBeGreaterThan(990);
    await desktop.close();
  });

  it("are opened by the operating system's store only where it is a real one", async () => {
    const folder = join(FOLDER, "os");
    const none = await openTestDesktop(folder);
    const created = await callOk(none, "keys.create", { passphrase: PASSPHRASE });
    const on = { isOn: true, passphrase: PASSPHRASE };
    expect(await codeOf(none, "keys.setOsSlot", on)).toBe("os-store-none");
    expect(await codeOf(none, "keys.unlock", { os: true })).toBe("os-store-none");
    await none.close();

    const plain = await openTestDesktop(folder, {
      osSealer: { ...keyring, backend: "basic_text" },
    });
    expect(await codeOf(plain, "keys.setOsSlot", on)).toBe("os-store-none");
    const { output: state } = await callOk(plain, "keys.state", {});
    expect(state.osStore).toEqual({ backend: "basic_text", isReal: false });
    await plain.close();

    const real = await openTestDesktop(folder, { osSealer: keyring });
    await callOk(real, "keys.setOsSlot", on);
    expect((await callOk(real, "keys.state", {})).output.hasOsSlot).toBe(true);
    expect((await callOk(real, "keys.unlock", { os: true })).bytes).toEqual(created.bytes);
    await callOk(real, "keys.setOsSlot", { ...on, isOn: false });
    expect(await codeOf(real, "keys.unlock", { os: true })).toBe("os-store-none");
    await real.close();
  });
});
