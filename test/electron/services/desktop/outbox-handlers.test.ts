import { randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { DesktopServices } from "../../../../electron/services/desktop/desktop-services.ts";
import { readWorkbook } from "../../../../electron/services/workbooks/read-workbook.ts";
import { PIECE_BYTES } from "../../../../shared/bridge/spool-methods.ts";
import { unitProfileOf } from "../../../../shared/submission/profiles.ts";
import { draftWith } from "../../../support/drafts.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { makeKeys } from "../../../support/installation.ts";
import { STAFF } from "../../../support/package-documents.ts";
import { PaperBureau } from "../../../support/paper-bureau.ts";
import { call, callOk, codeOf, openTestDesktop } from "./desktop.ts";

const FOLDER = temporaryFolder();
const PASSPHRASE = "correct horse battery";
const NOTHING_HEARD = { fingerprint: null, isChangeConfirmed: false };

let dataFolder: string;
let desktop: DesktopServices;
let bureau: PaperBureau;
let keyFolder: string;

beforeAll(async () => {
  // Making keys takes half a second: once for all.
  keyFolder = mkdtempSync(join(FOLDER, "keys-"));
  const first = await openTestDesktop(keyFolder);
  await callOk(first, "keys.create", { passphrase: PASSPHRASE });
  await first.close();
});

beforeEach(async () => {
  dataFolder = mkdtempSync(join(FOLDER, "unit-"));
  rmSync(dataFolder, { recursive: true });
  cpSync(keyFolder, dataFolder, { recursive: true });
  desktop = await openUnlocked();
  bureau = new PaperBureau(mkdtempSync(join(FOLDER, "bureau-")), await makeKeys("bureau"));
});

afterEach(() => desktop.close());

async function openUnlocked(): Promise<DesktopServices> {
  const opened = await openTestDesktop(dataFolder, { floorBytes: 0 });
  await callOk(opened, "keys.unlock", { passphrase: PASSPHRASE });
  return opened;
}

/** Unit and bureau know each other. */
async function meet(): Promise<void> {
  const request = await callOk(desktop, "trust.request", { unit: unitProfileOf(STAFF.unit) });
  await bureau.enrol(request.bytes ?? new Uint8Array());
  const heard = { fingerprint: bureau.fingerprint, isChangeConfirmed: false };
  await callOk(desktop, "trust.takeCard", heard, await bureau.card());
}

async function build(draft = draftWith(), id = "job-1") {
  return (await callOk(desktop, "outbox.build", { id, draft })).output;
}

/** The package as the screen reads it out for a stick. */
async function readOut(packageId: string): Promise<Uint8Array> {
  const { handle } = (await callOk(desktop, "spool.open", { source: { kind: "sent", packageId } }))
    .output;
  const { bytes, output } = await callOk(desktop, "spool.read", { handle, at: 0 });
  expect(output.isEnd).toBe(true);
  await callOk(desktop, "spool.close", { handle });
  return bytes ?? new Uint8Array();
}

async function itemOf(packageId: string) {
  const { items } = (await callOk(desktop, "outbox.list", {})).output;
  return items.find((one) => one.packageId === packageId);
}

describe("the bureau's card", () => {
  it("is taken once the telephone has compared its fingerprint, not before and not with another", async () => {
    const card = await bureau.card();
    const read = await callOk(desktop, "trust.readCard", {}, card);
    expect(read.output).toMatchObject({
      standing: "first",
      fingerprint: bureau.fingerprint,
      previous: null,
    });
    expect(await codeOf(desktop, "trust.takeCard", NOTHING_HEARD, card)).toBe("fingerprint-needed");
    const wrong = { fingerprint: "0000 ".repeat(8), isChangeConfirmed: true };
    expect(await codeOf(desktop, "trust.takeCard", wrong, card)).toBe("fingerprint-wrong");
    expect((await callOk(desktop, "trust.state", {})).output.bureau).toBeNull();
    await meet();
    const { bureau: taken } = (await callOk(desktop, "trust.state", {})).output;
    expect(taken).toMatchObject({ fingerprint: bureau.fingerprint, revokedAt: null });
  });

  it("of the same key is an update, which needs no telephone; an older one does", async () => {
    await meet();
    const newer = await bureau.card({ serial: 3, addresses: ["https://example.com/jiceng"] });
    expect((await callOk(desktop, "trust.readCard", {}, newer)).output.standing).toBe("update");
    const taken = await callOk(desktop, "trust.takeCard", NOTHING_HEARD, newer);
    expect(taken.output.addresses).toEqual(["https://example.com/jiceng"]);
    expect((await callOk(desktop, "trust.readCard", {}, newer)).output.standing).toBe("same");
    const older = await bureau.card();
    expect((await callOk(desktop, "trust.readCard", {}, older)).output.standing).toBe("older");
    expect(await codeOf(desktop, "trust.takeCard", NOTHING_HEARD, older)).toBe("statement-older");
  });

  it("of another key is shown old and new, and never taken silently", async () => {
    await meet();
    const other = new PaperBureau(mkdtempSync(join(FOLDER, "other-")), await makeKeys("bureau"));
    const card = await other.card();
    expect((await callOk(desktop, "trust.readCard", {}, card)).output).toMatchObject({
      standing: "change",
      fingerprint: other.fingerprint,
      previous: { fingerprint: bureau.fingerprint },
    });
    const heard = { fingerprint: other.fingerprint, isChangeConfirmed: false };
    expect(await codeOf(desktop, "trust.takeCard", heard, card)).toBe("change-unconfirmed");
    await callOk(desktop, "trust.takeCard", { ...heard, isChangeConfirmed: true }, card);
    const old = await bureau.card();
    expect((await callOk(desktop, "trust.readCard", {}, old)).output.standing).toBe("revoked");
  });

  it("is refused where it was changed on the way or is something else", async () => {
    const card = Buffer.from(await bureau.card());
    // Within the signature, and base64url still.
    card.write(card.at(-5) === 0x41 ? "B" : "A", card.length - 5);
    expect(await codeOf(desktop, "trust.readCard", {}, card)).toBe("statement-signature");
    expect(await codeOf(desktop, "trust.readCard", {}, Buffer.from("名单"))).toBe(
      "card-unreadable",
    );
  });

  it("counts no more once its key was stopped", async () => {
    await meet();
    await callOk(desktop, "trust.revokeBureau", { reason: "密钥丢失，人社局来电" });
    const { bureau: stopped } = (await callOk(desktop, "trust.state", {})).output;
    expect(stopped?.revokedAt).not.toBeNull();
    expect(await codeOf(desktop, "outbox.build", { id: "a", draft: draftWith() })).toBe(
      "bureau-revoked",
    );
  });
});

describe("a package", () => {
  it("is built from the draft, read back, and taken in by its bureau, which recomputes the same", async () => {
    await meet();
    const progress: (number | null)[] = [];
    desktop.onEvent((event, payload) => {
      if (event === "progress" && "total" in payload) progress.push(payload.total);
    });
    const scan = randomBytes(3_000_000);
    const { sha256, crc32, size } = (await callOk(desktop, "attachments.put", {}, scan)).output;
    const about = { personId: "p-001", kind: "title", title: "职称证书" } as const;
    const attachments = [{ sha256, crc32, size, extension: "jpg", ...about }];
    const built = await build(draftWith({ attachments }));
    // Reading back begins last, and has no measure of its own.
    expect(progress.at(-1)).toBeNull();
    expect(progress).toContain(size);
    const received = await bureau.receive(await readOut(built.packageId));
    // The unit put them forward against the rules, which the bureau is told; it found no other answers.
    const remarks = received.ok ? received.entry.remarks : [];
    expect(remarks.map(({ code }) => code)).toEqual(["confirmed-otherwise", "confirmed-otherwise"]);
    expect(await itemOf(built.packageId)).toMatchObject({
      step: "built",
      people: 2,
      attachments: 1,
      receipts: [],
    });
  });

  it("whose scan is not on file is not built, and uses up no revision", async () => {
    await meet();
    const scan = randomBytes(1_000);
    const { sha256, crc32, size } = (await callOk(desktop, "attachments.put", {}, scan)).output;
    const about = { personId: "p-001", kind: "title", title: "职称证书" } as const;
    const attachments = [
      { sha256: "ab".repeat(32), crc32, size, extension: "jpg", ...about },
      { sha256, crc32, size, extension: "jpg", ...about },
    ];
    expect(
      await codeOf(desktop, "outbox.build", { id: "a", draft: draftWith({ attachments }) }),
    ).toBe("source-unreadable");
    expect((await callOk(desktop, "outbox.list", {})).output.items).toEqual([]);
    expect((await build()).revision).toBe(1);
  });

  it("can be cancelled, and leaves nothing", async () => {
    await meet();
    const scans = await Promise.all(
      Array.from({ length: 4 }, () =>
        callOk(desktop, "attachments.put", {}, randomBytes(8_000_000)),
      ),
    );
    const attachments = scans.map(({ output }) => ({
      ...output,
      personId: "p-001",
      kind: "title" as const,
      title: "职称证书",
      extension: "jpg",
    }));
    desktop.onEvent((event) => {
      if (event === "progress") void desktop.call("outbox.cancel", { id: "job-1" }, null);
    });
    const draft = draftWith({ attachments });
    expect(await codeOf(desktop, "outbox.build", { id: "job-1", draft })).toBe("cancelled");
    expect(readdirSync(join(dataFolder, "sent"))).toEqual([]);
  });

  it("of records that are not in order is refused with the place", async () => {
    await meet();
    const [person] = STAFF.people;
    if (person === undefined) throw new Error("nobody");
    const unitFile = { ...STAFF, people: [{ ...person, birthDate: "1980-13-01" }] };
    const answer = await call(desktop, "outbox.build", { id: "a", draft: draftWith({ unitFile }) });
    expect(answer.ok ? null : answer.error).toMatchObject({
      code: "unit-file",
      details: { place: "people[0].birthDate" },
    });
  });

  it("is not built without a bureau, by locked keys, or for people without an answer", async () => {
    expect(await codeOf(desktop, "outbox.build", { id: "a", draft: draftWith() })).toBe(
      "bureau-missing",
    );
    await meet();
    const [first] = draftWith().candidates;
    if (first === undefined) throw new Error("nobody");
    const candidates = [{ ...first, personId: "p-999" }];
    expect(
      await codeOf(desktop, "outbox.build", { id: "a", draft: draftWith({ candidates }) }),
    ).toBe("person");
    await callOk(desktop, "keys.lock", {});
    expect(await codeOf(desktop, "outbox.build", { id: "a", draft: draftWith() })).toBe("locked");
    expect(await codeOf(desktop, "outbox.list", {})).toBe("locked");
    expect(await codeOf(desktop, "trust.state", {})).toBe("locked");
  });
});

describe("by stick", () => {
  it("a package goes and its answers come back; each counts once, in whatever order they are read", async () => {
    await meet();
    const { packageId } = await build();
    const received = await bureau.receive(await readOut(packageId));
    await callOk(desktop, "outbox.exported", { packageId });
    expect((await itemOf(packageId))?.exportedAt).not.toBeNull();
    const remarks = [{ personId: "p-001", code: "return.education", text: "请核对学历" }];
    const returned = await bureau.answer("returned", remarks);
    const take = async (bytes: Uint8Array) =>
      (await callOk(desktop, "outbox.takeReceipt", {}, bytes)).output;
    expect(await take(returned)).toEqual({ packageId, isNew: true, step: "returned" });
    expect(await take(bureau.firstReceipt(received))).toMatchObject({
      isNew: true,
      step: "returned",
    });
    expect(await take(returned)).toMatchObject({ isNew: false, step: "returned" });
    const item = await itemOf(packageId);
    expect(item?.receipts.map(({ serial }) => serial)).toEqual([1, 2]);
    expect(item?.receipts[1]?.remarks).toEqual(remarks);
    // A correction follows on the one that was returned.
    const second = await build(draftWith(), "job-2");
    expect(second.revision).toBe(2);
    expect(await bureau.receive(await readOut(second.packageId))).toMatchObject({ ok: true });
  });

  it("a receipt of another bureau, or for another package, proves nothing", async () => {
    await meet();
    const { packageId } = await build();
    const received = await bureau.receive(await readOut(packageId));
    const receipt = Buffer.from(bureau.firstReceipt(received));
    receipt[receipt.length - 1] = (receipt.at(-1) ?? 0) ^ 1;
    expect(await codeOf(desktop, "outbox.takeReceipt", {}, receipt)).toBe("corrupt");
    expect((await itemOf(packageId))?.step).toBe("built");
  });

  it("a package is saved where the host has a dialog, whole or not at all", async () => {
    await meet();
    const { packageId } = await build();
    await desktop.close();
    const stick = mkdtempSync(join(FOLDER, "stick-"));
    const target = join(stick, "报送包.jcp");
    desktop = await openTestDesktop(dataFolder, {
      floorBytes: 0,
      host: "electron",
      chooseTarget: () => Promise.resolve(target),
    });
    await callOk(desktop, "keys.unlock", { passphrase: PASSPHRASE });
    expect((await callOk(desktop, "outbox.export", { packageId })).output).toEqual({
      how: "saved",
      path: target,
    });
    const shelved = join(dataFolder, "sent", "u-001-2026-r1", "package.jcp");
    expect(readFileSync(target)).toEqual(readFileSync(shelved));
    writeFileSync(shelved, "harmed");
    expect(await codeOf(desktop, "outbox.export", { packageId })).toBe("package-damaged");
    expect(readFileSync(target)).not.toEqual(Buffer.from("harmed"));
    expect(readdirSync(stick)).toEqual(["报送包.jcp"]);
  });

  it("the cover sheet bears the digest of the package and nobody's name", async () => {
    await meet();
    const { packageId, tagmanifest } = await build();
    const cover = await callOk(desktop, "outbox.cover", { packageId, form: "page" });
    const text = Buffer.from(cover.bytes ?? []).toString("utf8");
    expect(text.replaceAll(/<br>|\s/g, "")).toContain(tagmanifest);
    expect(text).not.toContain("张示例");
    expect(cover.output.fileName).toBe("u-001-2026-r1-cover.html");
    const workbook = await callOk(desktop, "outbox.cover", { packageId, form: "workbook" });
    expect(workbook.output.fileName).toBe("u-001-2026-r1-cover.xlsx");
    const read = await readWorkbook(workbook.bytes ?? new Uint8Array());
    const cells = read.ok ? JSON.stringify(read.workbook.sheets) : "";
    expect(cells.replaceAll(" ", "")).toContain(tagmanifest);
    expect(cells).not.toContain("张示例");
  });
});

describe("nothing of it lies in clear", () => {
  it("neither a name nor an address nor what is to be sent", async () => {
    await meet();
    await callOk(
      desktop,
      "trust.takeCard",
      NOTHING_HEARD,
      await bureau.card({ serial: 2, addresses: ["http://127.0.0.1:1/geheim"] }),
    );
    const { packageId } = await build();
    await callOk(desktop, "outbox.send", { packageId });
    const words = ["张示例", "示例镇卫生院", "geheim", packageId];
    const found = readdirSync(dataFolder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .flatMap(({ parentPath, name }) => {
        const content = readFileSync(join(parentPath, name));
        return words.filter((word) => content.includes(word)).map((word) => `${name}: ${word}`);
      });
    expect(found).toEqual([]);
  });
});

describe("a big file that comes in", () => {
  it("takes no more at once than it says, and nothing while the keys are locked", async () => {
    const begin = { name: "a.jcp", size: PIECE_BYTES + 1 };
    const { handle } = (await callOk(desktop, "spool.begin", begin)).output;
    const piece = new Uint8Array(PIECE_BYTES + 1);
    expect(await codeOf(desktop, "spool.append", { handle, at: 0 }, piece)).toBe("too-large");
    await callOk(desktop, "keys.lock", {});
    expect(await codeOf(desktop, "spool.begin", begin)).toBe("locked");
  });
});
