import { mkdtempSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { receivePackage } from "../../../../electron/services/packages/receive-package.ts";
import { CraftedPackage } from "../../../support/crafted-package.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { makePair, packFor, type Pair } from "../../../support/offices.ts";

/** Order comes from the chain of revisions, whatever the order of arrival (promise 12). */

const FOLDER = temporaryFolder();
let pair: Pair;
/** The packages of one unit and year, by revision from 1. */
const paths: string[] = [];

beforeAll(async () => {
  pair = await makePair(FOLDER);
  for (let revision = 1; revision <= 3; revision += 1) {
    paths.push((await packFor(pair)).packagePath);
  }
});

/** Receives the packages one after the other, in an empty office; gives what is said to each. */
async function receiveAll(...files: readonly string[]) {
  const office = { ...pair.office, dataFolder: mkdtempSync(join(FOLDER, "bureau-")) };
  const codes: string[] = [];
  for (const file of files) {
    const received = await receivePackage(file, office);
    codes.push(received.code + ("notes" in received ? ` ${received.notes.join("")}` : ""));
  }
  return { codes, folders: readdirSync(join(office.dataFolder, "received")) };
}

function pathOf(revision: number): string {
  return paths[revision - 1] ?? "";
}

/** The package of a revision with another manifest, signed by the unit. */
async function forge(revision: number, given: Record<string, unknown>): Promise<string> {
  const { keys } = pair.sender;
  const crafted = await CraftedPackage.from(pathOf(revision), keys.ageIdentity);
  await crafted
    .edit("data/package.json", (data) => ({ ...data, ...given }))
    .describe()
    .sign(keys);
  const path = join(mkdtempSync(join(FOLDER, "forged-")), "x.jcp");
  return crafted.write(path, [pair.office.keys.publicKeys.reading]);
}

describe("the revisions of a unit", () => {
  it("are taken in one after the other", async () => {
    expect(await receiveAll(pathOf(1), pathOf(2), pathOf(3))).toEqual({
      codes: ["received", "received", "received"],
      folders: ["u-001-2026-r1", "u-001-2026-r2", "u-001-2026-r3"],
    });
  });

  it("may all come again", async () => {
    const { codes } = await receiveAll(pathOf(1), pathOf(2), pathOf(1), pathOf(2));
    expect(codes).toEqual(["received", "received", "already-received", "already-received"]);
  });

  it("are refused where one is missing, and taken once it has come", async () => {
    const { codes, folders } = await receiveAll(
      pathOf(2),
      pathOf(1),
      pathOf(3),
      pathOf(2),
      pathOf(3),
    );
    expect(codes.map((code) => code.split(" ")[0])).toEqual([
      "revision-gap",
      "received",
      "revision-gap",
      "received",
      "received",
    ]);
    expect(codes[0]).toContain("应先收到第1版");
    expect(folders).toHaveLength(3);
  });

  it("are refused where an older one comes anew under another id", async () => {
    const old = await forge(1, { id: "019abcde-0000-7000-8000-000000000009" });
    const { codes } = await receiveAll(pathOf(1), pathOf(2), old);
    expect(codes[2]).toBe("revision-old 已收到第2版");
  });

  it("are refused where they follow on a package that nobody received", async () => {
    const forked = await forge(2, { previous: "0".repeat(64) });
    const { codes } = await receiveAll(pathOf(1), forked);
    expect(codes[1]).toMatch(/^revision-gap .*第2版/);
  });

  it("are refused where an id comes back with other contents", async () => {
    const reused = await forge(1, { createdAt: "2026-09-11T00:00:00Z" });
    const { codes } = await receiveAll(pathOf(1), reused);
    expect(codes[1]).toBe("id-reused 以前收到的是第1版");
  });
});
