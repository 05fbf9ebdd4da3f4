import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { answerPackage } from "../../../../electron/services/packages/answer-package.ts";
import type { Office } from "../../../../electron/services/packages/office.ts";
import { receivePackage } from "../../../../electron/services/packages/receive-package.ts";
import { receivedShelf } from "../../../../electron/services/packages/received-shelf.ts";
import { listShelf } from "../../../../electron/services/packages/shelf.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { useSharedStores } from "../../../support/shared-store.ts";

/** Desks that work on their own shelves and exchange with the receivers. */

const FOLDER = temporaryFolder();
const stores = useSharedStores(FOLDER);

/** What lies on the shelf of a desk, file by file. */
async function shelfOf({ dataFolder, keys }: Office) {
  const shelf = receivedShelf(dataFolder, keys.sealer);
  const listed = await listShelf(shelf);
  if (!listed.ok) throw new Error(listed.folder);
  return listed.entries.map(({ name, entry }) => ({
    name,
    entry,
    files: readdirSync(join(shelf.folder, name))
      .filter((file) => file !== "record.sealed")
      .map((file) => [file, readFileSync(join(shelf.folder, name, file)).toString("base64")]),
  }));
}

/** The clerk accepts the first package on the shelf of a desk. */
async function accept(office: Office): Promise<void> {
  const [stored] = await shelfOf(office);
  if (stored === undefined) throw new Error("nothing received");
  const target = join(FOLDER, "answer.jcr");
  await answerPackage(office, stored, { status: "accepted", remarks: [] }, target);
}

describe("receivers that share a store", () => {
  it("give the desk what they received, and give out the answers that it hands them", async () => {
    const { store } = stores;
    const one = await store.startOne();
    const unit = await store.bureau.pack();
    await unit.send(one.address);
    await store.untilRead(1);
    const { office } = store.bureau.pair;
    const nothing = { fetched: 0, handed: 0, answersFetched: 0, answersHanded: 0, conflicts: [] };
    expect(await store.exchange()).toEqual({ ok: true, ...nothing, fetched: 1 });
    const { receipts } = await unit.receipts(one.address);
    const [fetched] = await shelfOf(office);
    expect(fetched?.name).toBe("u-001-2026-r1");
    expect(fetched?.files).toEqual([
      ["package.jcp", unit.bytes.toString("base64")],
      ["receipt-1.jcr", receipts[0]],
    ]);
    await accept(office);
    expect(await store.exchange()).toEqual({ ok: true, ...nothing, answersHanded: 1 });
    expect((await unit.receipts(one.address, 1)).receipts).toHaveLength(1);
    expect(await store.exchange()).toEqual({ ok: true, ...nothing });
  });

  it("take from the desk what came to it by stick, and it is the same for every desk", async () => {
    const { store } = stores;
    const one = await store.startOne();
    const unit = await store.bureau.pack();
    const { office } = store.bureau.pair;
    await receivePackage(unit.setting.path, office);
    await accept(office);
    expect(await store.exchange()).toMatchObject({ handed: 1, conflicts: [] });
    expect((await unit.receipts(one.address)).receipts).toHaveLength(2);
    const other = { ...office, dataFolder: mkdtempSync(join(FOLDER, "desk-")) };
    expect(await store.exchange(other)).toMatchObject({ fetched: 1 });
    expect(await shelfOf(other)).toEqual(await shelfOf(office));
  });

  it("leave two different answers of two desks as they are, and say so", async () => {
    const { store } = stores;
    const one = await store.startOne();
    const unit = await store.bureau.pack();
    await unit.send(one.address);
    await store.untilRead(1);
    const { office } = store.bureau.pair;
    const other = {
      ...office,
      now: office.now + 1_000,
      dataFolder: mkdtempSync(join(FOLDER, "desk-")),
    };
    for (const desk of [office, other]) {
      await store.exchange(desk);
      await accept(desk);
    }
    expect(await store.exchange(office)).toMatchObject({ answersHanded: 1, conflicts: [] });
    const before = await shelfOf(other);
    expect(await store.exchange(other)).toMatchObject({ conflicts: ["u-001-2026-r1"] });
    expect(await shelfOf(other)).toEqual(before);
    expect((await unit.receipts(one.address)).receipts).toHaveLength(2);
  });
});
