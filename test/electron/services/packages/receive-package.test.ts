import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { openOffice } from "../../../../electron/services/packages/office.ts";
import { quarantineShelf } from "../../../../electron/services/packages/quarantine.ts";
import {
  checkPackage,
  receivePackage,
} from "../../../../electron/services/packages/receive-package.ts";
import { listShelf } from "../../../../electron/services/packages/shelf.ts";
import { readReceipt } from "../../../../electron/services/receipts/read-receipt.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { makePair, orderWith, packFor, type Pair, scanOf } from "../../../support/offices.ts";

const FOLDER = temporaryFolder();
let pair: Pair;
let path: string;

/** The bureau with an empty data folder of its own. */
function freshOffice(given: Partial<Pair["office"]> = {}) {
  return { ...pair.office, dataFolder: mkdtempSync(join(FOLDER, "bureau-")), ...given };
}

beforeAll(async () => {
  pair = await makePair(FOLDER);
  const attachments = [await scanOf(FOLDER, "a.jpg", randomBytes(50_000))];
  path = (await packFor(pair, orderWith({ attachments }))).packagePath;
});

describe("a package in order", () => {
  it("is put into the ledger as it came, with a receipt for the unit", async () => {
    const office = freshOffice();
    const received = await receivePackage(path, office);
    if (!received.ok) throw new Error(received.code);
    expect(received.code).toBe("received");
    expect(received.entry.manifest).toMatchObject({ revision: 1, unit: { id: "u-001" } });
    expect(received.entry.personIds).toEqual(["p-001", "p-003"]);
    expect(readFileSync(join(received.folder, "package.jcp"))).toEqual(readFileSync(path));
    const receipt = await readReceipt(
      readFileSync(received.receiptPath),
      pair.sender.keys.ageIdentities,
      [{ keys: office.keys.publicKeys, revokedAt: null }],
    );
    expect(receipt).toMatchObject({
      ok: true,
      receipt: {
        packageId: received.entry.manifest.id,
        tagmanifest: received.entry.tagmanifest,
        status: "received",
        serial: 1,
        issuedAt: "2026-09-10T02:31:00Z",
        receivedAt: "2026-09-10T02:31:00Z",
      },
    });
    expect(readdirSync(join(office.dataFolder, "quarantine"))).toEqual([]);
  });

  it("is remarked on only where a person decided otherwise than the program", async () => {
    const received = await receivePackage(path, freshOffice());
    const codes = received.ok ? received.entry.remarks.map(({ code }) => code) : [];
    expect(codes.filter((code) => code !== "confirmed-otherwise")).toEqual([]);
  });

  it("is answered with the first receipt when it comes again, byte for byte", async () => {
    const office = freshOffice();
    const first = await receivePackage(path, office);
    if (!first.ok) throw new Error(first.code);
    const bytes = readFileSync(first.receiptPath);
    const again = await receivePackage(path, { ...office, now: office.now + 86_400_000 });
    expect(again).toEqual({ ...first, code: "already-received", contents: null });
    expect(readFileSync(first.receiptPath)).toEqual(bytes);
    expect(readdirSync(join(office.dataFolder, "received"))).toEqual(["u-001-2026-r1"]);
  });

  it("is put into the ledger once, though two processes receive it at the same time", async () => {
    const office = freshOffice();
    const both = await Promise.all([receivePackage(path, office), receivePackage(path, office)]);
    expect(both.map(({ code }) => code).toSorted()).toEqual(["already-received", "received"]);
    expect(readdirSync(join(office.dataFolder, "received"))).toEqual(["u-001-2026-r1"]);
    expect(readdirSync(join(office.dataFolder, "quarantine"))).toEqual([]);
  });

  it("changes nothing when it is only checked", async () => {
    const office = freshOffice();
    expect(await checkPackage(path, office)).toMatchObject({ ok: true, code: "ok" });
    expect(readdirSync(office.dataFolder)).toEqual([]);
  });
});

describe("a refused file", () => {
  it("stays in quarantine with its code, the sentence, and where it is at fault", async () => {
    const office = freshOffice({ units: [] });
    const refused = await receivePackage(path, office);
    if (refused.ok) throw new Error("taken in");
    expect(refused.code).toBe("key-unknown");
    expect(readFileSync(join(refused.folder, "package.jcp"))).toEqual(readFileSync(path));
    expect(readFileSync(join(refused.folder, "reason.txt"), "utf8")).toMatch(
      /^key-unknown\n.*没有登记.*\n$/,
    );
    const listed = await listShelf(quarantineShelf(office.dataFolder, office.keys.sealer));
    expect(listed).toMatchObject({ ok: true, entries: [{ entry: { code: "key-unknown" } }] });
    expect(existsSync(join(office.dataFolder, "received", "u-001-2026-r1"))).toBe(false);
  });

  it("lies there once, however often it comes, and leaves when it is taken in", async () => {
    const office = freshOffice({ units: [] });
    await receivePackage(path, office);
    await receivePackage(path, office);
    const folder = join(office.dataFolder, "quarantine");
    expect(readdirSync(folder)).toHaveLength(1);
    expect(await receivePackage(path, { ...office, units: pair.office.units })).toMatchObject({
      code: "received",
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it("that is no package is kept encrypted, for it may be a list of names", async () => {
    const office = freshOffice();
    const roster = join(FOLDER, "roster.jcp");
    writeFileSync(roster, "姓名,身份证号\n张示例,370000198001010011\n");
    const refused = await receivePackage(roster, office);
    expect(refused).toMatchObject({ ok: false, code: "not-age" });
    const folder = refused.ok ? "" : refused.folder;
    expect(readdirSync(folder).toSorted()).toEqual(["foreign.age", "reason.txt", "record.sealed"]);
    for (const name of readdirSync(folder)) {
      expect(readFileSync(join(folder, name)).includes("370000198001010011")).toBe(false);
    }
  });

  it("that is larger than the bureau takes is not copied at all", async () => {
    const office = freshOffice();
    const asks = { ...office.card.asks, largestPackage: 1_000 };
    const small = { ...office, card: { ...office.card, asks } };
    const refused = await receivePackage(path, small);
    expect(refused).toMatchObject({ ok: false, code: "too-big" });
    const folder = refused.ok ? "" : refused.folder;
    expect(readdirSync(folder).toSorted()).toEqual(["reason.txt", "record.sealed"]);
    const next = await receivePackage(path, small);
    expect(next).toMatchObject({ code: "too-big" });
    expect(readdirSync(join(office.dataFolder, "quarantine"))).toHaveLength(2);
  });
});

describe("a ledger that does not open", () => {
  it("is never begun anew", async () => {
    const office = freshOffice();
    const received = await receivePackage(path, office);
    if (!received.ok) throw new Error(received.code);
    writeFileSync(join(received.folder, "record.sealed"), "x");
    expect(await receivePackage(path, office)).toEqual({
      ok: false,
      code: "records-damaged",
      folder: received.folder,
    });
  });
});

describe("at start-up", () => {
  it("what a crash left unfinished is swept away, and nothing else", async () => {
    const office = freshOffice();
    await receivePackage(path, office);
    for (const shelf of ["received", "quarantine"]) {
      const left = join(office.dataFolder, shelf, ".x.0.unfinished");
      writeFileSync(left, "half");
    }
    await openOffice(office);
    expect(readdirSync(join(office.dataFolder, "quarantine"))).toEqual([]);
    expect(readdirSync(join(office.dataFolder, "received"))).toEqual(["u-001-2026-r1"]);
  });
});
