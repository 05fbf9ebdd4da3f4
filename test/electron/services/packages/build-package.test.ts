import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { BuildFault } from "../../../../electron/services/packages/build-fault.ts";
import {
  buildOnShelf,
  buildPackage,
} from "../../../../electron/services/packages/build-package.ts";
import { deliver } from "../../../../electron/services/packages/delivery.ts";
import type { PackageOrder, Sender } from "../../../../electron/services/packages/package-order.ts";
import { checkPackage } from "../../../../electron/services/packages/receive-package.ts";
import { sentShelf } from "../../../../electron/services/packages/sent-shelf.ts";
import { listShelf } from "../../../../electron/services/packages/shelf.ts";
import { CraftedPackage } from "../../../support/crafted-package.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { makePair, orderWith, packFor, type Pair, scanOf } from "../../../support/offices.ts";

const FOLDER = temporaryFolder();
let pair: Pair;

beforeAll(async () => {
  pair = await makePair(FOLDER);
});

/** The unit with an empty data folder and an empty stick. */
function fresh(given: Partial<Sender> = {}) {
  const folder = mkdtempSync(join(FOLDER, "case-"));
  const stick = join(folder, "stick");
  mkdirSync(stick);
  const sender = { ...pair.sender, dataFolder: join(folder, "unit"), ...given };
  return { sender, stick };
}

type Fresh = ReturnType<typeof fresh>;

function asking(asks: Partial<Sender["bureau"]["card"]["asks"]>): Partial<Sender> {
  const { bureau } = pair.sender;
  return {
    bureau: { ...bureau, card: { ...bureau.card, asks: { ...bureau.card.asks, ...asks } } },
  };
}

async function sentBy({ sender }: Fresh) {
  const listed = await listShelf(sentShelf(sender.dataFolder, sender.keys.sealer));
  if (!listed.ok) throw new Error(listed.folder);
  return listed.entries;
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

describe("a package", () => {
  it("holds its files in the order of its description, and nothing else", async () => {
    const at = fresh();
    const attachments = [await scanOf(FOLDER, "a.jpg", randomBytes(3_000))];
    const built = await packFor(at, orderWith({ attachments }));
    const crafted = await CraftedPackage.from(built.packagePath, pair.office.keys.ageIdentity);
    const hash = attachments[0]?.listed.sha256 ?? "";
    expect([...crafted.files.keys()]).toEqual([
      "data/package.json",
      "data/unit.json",
      "data/assessments.ndjson",
      "data/recommendation.json",
      "data/forms/catalogue.xlsx",
      "data/forms/training.xlsx",
      "data/forms/service.xlsx",
      "data/forms/roster.xlsx",
      "data/forms/review.xlsx",
      "data/forms/publicity.xlsx",
      `data/attachments/${hash}.jpg`,
      "bagit.txt",
      "bag-info.txt",
      "manifest-sha256.txt",
      "tagmanifest-sha256.txt",
      "signature.jws",
    ]);
    expect(built.sent.tagmanifest).toBe(
      sha256(Buffer.from(crafted.text("tagmanifest-sha256.txt"))),
    );
  });

  it("is the file that its record names, on the stick and on the shelf", async () => {
    const at = fresh();
    const { packagePath, sent } = await packFor(at);
    const bytes = readFileSync(packagePath);
    expect(sent.file).toEqual({
      name: "u-001-2026-r1.jcp",
      size: bytes.length,
      sha256: sha256(bytes),
    });
    const shelved = join(at.sender.dataFolder, "sent", "u-001-2026-r1", "package.jcp");
    expect(readFileSync(shelved)).toEqual(bytes);
    expect(readdirSync(at.stick).toSorted()).toEqual([
      "u-001-2026-r1-cover.html",
      "u-001-2026-r1.jcp",
    ]);
  });

  it("is accompanied by a cover sheet with its digests, without a name of a person", async () => {
    const { coverPath, sent } = await packFor(fresh());
    const cover = readFileSync(coverPath, "utf8");
    const shown = cover.replaceAll(/<br>|\s/g, "");
    for (const said of [
      sent.tagmanifest,
      sent.file.sha256,
      "示例镇卫生院",
      "第1版",
      "2人",
      "（盖章）",
      "（签字）",
    ]) {
      expect(shown).toContain(said);
    }
    expect(cover).not.toContain("张示例");
    expect(cover).not.toMatch(/<script|https?:/);
  });

  it("has a second signature where the bureau's card asks for it", async () => {
    const at = fresh(asking({ sm2: true }));
    const { packagePath } = await packFor(at);
    const office = {
      ...pair.office,
      card: at.sender.bureau.card,
      dataFolder: join(FOLDER, "nobody"),
    };
    expect(await checkPackage(packagePath, office)).toMatchObject({ ok: true, code: "ok" });
    const crafted = await CraftedPackage.from(packagePath, pair.sender.keys.ageIdentity);
    expect([...crafted.files.keys()].at(-1)).toBe("signature.sm2");
  });

  it("follows on the one before", async () => {
    const at = fresh();
    const first = await packFor(at);
    const second = await packFor(at);
    expect(first.sent.manifest).toMatchObject({ revision: 1, previous: null });
    expect(second.sent.manifest).toMatchObject({ revision: 2, previous: first.sent.tagmanifest });
    expect((await sentBy(at)).map(({ name }) => name)).toEqual(["u-001-2026-r1", "u-001-2026-r2"]);
  });

  it("follows on another that is packed at the same time", async () => {
    const at = fresh();
    const both = await Promise.all([packFor(at), packFor(at)]);
    const [first, second] = both.toSorted(
      (a, b) => a.sent.manifest.revision - b.sent.manifest.revision,
    );
    expect(first?.sent.manifest).toMatchObject({ revision: 1, previous: null });
    expect(second?.sent.manifest).toMatchObject({ revision: 2, previous: first?.sent.tagmanifest });
  });

  it("may take the place of the last one as long as nobody has answered that", async () => {
    const at = fresh();
    await packFor(at);
    const lost = await packFor(at);
    const instead = await packFor(at, orderWith({ isReplacing: true }));
    expect(instead.sent.manifest).toMatchObject({
      revision: 2,
      previous: lost.sent.manifest.previous,
    });
    expect(instead.sent.manifest.id).not.toBe(lost.sent.manifest.id);
    const third = await packFor(at);
    expect(third.sent.manifest).toMatchObject({ revision: 3, previous: instead.sent.tagmanifest });
  });
});

describe("a package that is read back before it counts", () => {
  it("is told so once it is packed, and stays on the shelf alone", async () => {
    const { sender, stick } = fresh();
    let rehearsals = 0;
    const built = await buildOnShelf(orderWith(), sender, { onRehearsal: () => (rehearsals += 1) });
    expect(built).toMatchObject({ ok: true, sent: { manifest: { revision: 1 } } });
    expect(rehearsals).toBe(1);
    expect(readdirSync(stick)).toEqual([]);
  });

  it("is not kept, and uses up no revision, where its bureau would refuse it", async () => {
    const at = fresh();
    const keys = { ...at.sender.keys, signDetached: () => Promise.resolve("") };
    const onRehearsal = () => {};
    const refused = await buildOnShelf(orderWith(), { ...at.sender, keys }, { onRehearsal });
    expect(refused).toMatchObject({ ok: false, code: "rehearsal-failed", place: "unsigned" });
    expect(await sentBy(at)).toEqual([]);
    expect(readdirSync(join(at.sender.dataFolder, "sent"))).toEqual([]);
    expect((await packFor(at)).sent.manifest.revision).toBe(1);
  });
});

describe("a package is refused and leaves nothing", () => {
  const CASES: readonly (readonly [BuildFault, Partial<Sender>, Partial<PackageOrder>])[] = [
    ["nobody-recommended", {}, { candidates: [] }],
    ["nothing-sent", {}, { isReplacing: true }],
  ];

  async function expectRefusal(
    code: BuildFault,
    sender: () => Partial<Sender>,
    order: Partial<PackageOrder> = {},
    target: { folder?: string; signal?: AbortSignal } = {},
  ) {
    const at = fresh(sender());
    const work = target.signal === undefined ? {} : { signal: target.signal };
    const folder = target.folder ?? at.stick;
    const built = await buildPackage(
      orderWith(order),
      at.sender,
      { folder, isOverwriting: false },
      work,
    );
    expect(built).toMatchObject({ ok: false, code });
    expect(await sentBy(at)).toEqual([]);
    expect(readdirSync(at.stick)).toEqual([]);
    const next = await packFor(at);
    expect(next.sent.manifest.revision).toBe(1);
    expect(readdirSync(join(at.sender.dataFolder, "sent"))).toEqual(["u-001-2026-r1"]);
  }

  it.each(CASES)("%s", async (code, sender, order) => {
    await expectRefusal(code, () => sender, order);
  });

  it("bureau-revoked", async () => {
    const at = fresh({ bureau: { ...pair.sender.bureau, revokedAt: "2026-09-01T00:00:00Z" } });
    const built = await buildPackage(orderWith(), at.sender, {
      folder: at.stick,
      isOverwriting: false,
    });
    expect(built).toMatchObject({ ok: false, code: "bureau-revoked" });
    expect(readdirSync(at.stick)).toEqual([]);
  });

  it("candidate-twice, naming the person, since no bureau would take it in", async () => {
    const at = fresh();
    const [first] = orderWith().candidates;
    if (first === undefined) throw new Error("nobody is put forward");
    const order = orderWith({ candidates: [first, first] });
    const target = { folder: at.stick, isOverwriting: false };
    expect(await buildPackage(order, at.sender, target)).toEqual({
      ok: false,
      code: "candidate-twice",
      place: first.candidate.person.name,
    });
    expect(await sentBy(at)).toEqual([]);
  });

  it("attachment-twice and attachment-person, since no bureau would take them in", async () => {
    const at = fresh();
    const scan = await scanOf(FOLDER, "twice.jpg", randomBytes(200));
    const target = { folder: at.stick, isOverwriting: false };
    const refusal = { ok: false, place: "twice.jpg职称证书" };
    const twice = orderWith({ attachments: [scan, scan] });
    expect(await buildPackage(twice, at.sender, target)).toEqual({
      ...refusal,
      code: "attachment-twice",
    });
    const stranger = { ...scan, listed: { ...scan.listed, personId: "p-002" } };
    const foreign = orderWith({ attachments: [stranger] });
    expect(await buildPackage(foreign, at.sender, target)).toEqual({
      ...refusal,
      code: "attachment-person",
    });
    expect(await sentBy(at)).toEqual([]);
    const other = { ...scan, listed: { ...scan.listed, personId: "p-003" } };
    const { packagePath } = await packFor(at, orderWith({ attachments: [scan, other] }));
    expect(await checkPackage(packagePath, pair.office)).toMatchObject({ ok: true });
  });

  it("attachment-too-large and attachment-type, naming the attachment", async () => {
    const scan = await scanOf(FOLDER, "b.jpg", randomBytes(2_000));
    const small = fresh(asking({ largestAttachment: 1_999 }));
    const order = orderWith({ attachments: [scan] });
    const target = { folder: small.stick, isOverwriting: false };
    expect(await buildPackage(order, small.sender, target)).toEqual({
      ok: false,
      code: "attachment-too-large",
      place: "b.jpg职称证书",
    });
    const odd = { ...scan, listed: { ...scan.listed, extension: "exe" } };
    const built = await buildPackage(orderWith({ attachments: [odd] }), fresh().sender, target);
    expect(built).toMatchObject({ ok: false, code: "attachment-type" });
  });

  it("source-changed", async () => {
    const scan = await scanOf(FOLDER, "c.jpg", randomBytes(2_000));
    writeFileSync(join(FOLDER, "c.jpg"), randomBytes(2_000));
    await expectRefusal("source-changed", () => ({}), { attachments: [scan] });
  });

  it("source-unreadable", async () => {
    const scan = await scanOf(FOLDER, "d.jpg", randomBytes(2_000));
    const gone = { ...scan, source: { ...scan.source, open: () => failing() } };
    await expectRefusal("source-unreadable", () => ({}), { attachments: [gone] });
  });

  it("package-too-big", async () => {
    const at = fresh(asking({ largestPackage: 1_000 }));
    const target = { folder: at.stick, isOverwriting: false };
    expect(await buildPackage(orderWith(), at.sender, target)).toMatchObject({
      code: "package-too-big",
    });
    expect(readdirSync(join(at.sender.dataFolder, "sent"))).toEqual([]);
  });

  it("disk-gone, where the stick was pulled out", async () => {
    await expectRefusal("disk-gone", () => ({}), {}, { folder: join(FOLDER, "gone") });
  });

  it("cancelled before it began", async () => {
    await expectRefusal("cancelled", () => ({}), {}, { signal: AbortSignal.abort() });
  });

  it("cancelled in the middle", async () => {
    const stop = new AbortController();
    const scan = await scanOf(FOLDER, "e.jpg", randomBytes(4_000_000));
    const open = async function* () {
      for await (const piece of scan.source.open()) {
        yield piece;
        stop.abort();
      }
    };
    const slow = { ...scan, source: { ...scan.source, open } };
    await expectRefusal("cancelled", () => ({}), { attachments: [slow] }, { signal: stop.signal });
  });

  it("and what lay on the stick stays, cover sheet and all, where the stick gives out", async () => {
    const at = fresh();
    const { sent, packagePath, coverPath } = await packFor(at);
    const before = [packagePath, coverPath].map((path) => readFileSync(path));
    const later = { ...sent, tagmanifest: "0".repeat(64) };
    const target = { folder: at.stick, isOverwriting: true };
    await expect(deliver(join(FOLDER, "gone.jcp"), later, target)).rejects.toThrow("ENOENT");
    expect([packagePath, coverPath].map((path) => readFileSync(path))).toEqual(before);
    expect(readdirSync(at.stick)).toHaveLength(before.length);
  });

  it("target-exists, where a file of that name lies on the stick", async () => {
    const at = fresh();
    const there = join(at.stick, "u-001-2026-r1.jcp");
    writeFileSync(there, "mine");
    const built = await buildPackage(orderWith(), at.sender, {
      folder: at.stick,
      isOverwriting: false,
    });
    expect(built).toEqual({ ok: false, code: "target-exists", place: there });
    expect(readFileSync(there, "utf8")).toBe("mine");
    expect(await sentBy(at)).toEqual([]);
  });

  it("records-damaged, rather than begin a second chain", async () => {
    const at = fresh();
    await packFor(at);
    const record = join(at.sender.dataFolder, "sent", "u-001-2026-r1", "record.sealed");
    writeFileSync(record, "x");
    const built = await buildPackage(orderWith(), at.sender, {
      folder: at.stick,
      isOverwriting: true,
    });
    expect(built).toMatchObject({ ok: false, code: "records-damaged" });
  });
});

async function* failing(): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield Buffer.alloc(1);
  throw Object.assign(new Error("EIO"), { code: "EIO", syscall: "read" });
}
