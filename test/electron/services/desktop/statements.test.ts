import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { CatalogueDraft } from "../../../../shared/bureau/catalogue.ts";
import type { Pack } from "../../../../shared/policy/pack.ts";
import { SHANDONG_2020 } from "../../../../shared/policy/packs/shandong-2020.ts";
import { USUAL_ASKS } from "../../../../shared/submission/bureau-card.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { call, callOk, codeOf, openTestDesktop } from "./desktop.ts";

const FOLDER = temporaryFolder();
const PASSPHRASE = "甲镇的河边有三棵老柳树和一座桥";
type Desktop = Awaited<ReturnType<typeof openTestDesktop>>;

const draft: CatalogueDraft = {
  year: 2026,
  county: "虚构县",
  filedOn: null,
  units: [
    {
      id: "u-001",
      name: "甲镇卫生院",
      creditCode: null,
      address: "甲镇一街1号",
      township: "甲镇",
      townshipAllowance: true,
      posts: null,
      note: "",
    },
  ],
};
const county: Pack = {
  ...SHANDONG_2020,
  id: "county-2027",
  publisher: "虚构县人力资源和社会保障局",
  effectiveFrom: "2027-01-01",
  effectiveTo: null,
};

/** A desktop of some role with its keys open. */
async function openRole(name: string, role: "unit" | "bureau"): Promise<Desktop> {
  const desktop = await openTestDesktop(join(FOLDER, name));
  await callOk(desktop, "keys.create", { passphrase: PASSPHRASE, role });
  return desktop;
}

async function makeCard(bureau: Desktop): Promise<Uint8Array> {
  const card = { bureau: { id: "b-1", name: "虚构县人社局" }, addresses: [], asks: USUAL_ASKS };
  const { bytes } = await callOk(bureau, "registry.makeCard", card);
  if (bytes === null) throw new Error("no card");
  return bytes;
}

async function trust(unit: Desktop, card: Uint8Array): Promise<void> {
  const { output } = await callOk(unit, "trust.readCard", {}, card);
  const heard = { fingerprint: output.fingerprint, isChangeConfirmed: false };
  await callOk(unit, "trust.takeCard", heard, card);
}

let bureau: Desktop;
let unit: Desktop;
let catalogueFile: Uint8Array;
let packFile: Uint8Array;

beforeAll(async () => {
  bureau = await openRole("bureau", "bureau");
  unit = await openRole("unit", "unit");
  await trust(unit, await makeCard(bureau));
  const issued = await callOk(bureau, "catalogue.issue", { draft });
  const pack = await callOk(bureau, "packs.issue", { pack: county });
  if (issued.bytes === null || pack.bytes === null) throw new Error("nothing was issued");
  catalogueFile = issued.bytes;
  packFile = pack.bytes;
}, 60_000);

describe("the bureau's catalogue", () => {
  it("is taken by a unit that trusts its key, and a newer version after it", async () => {
    const offered = await callOk(unit, "catalogue.read", {}, catalogueFile);
    expect(offered.output).toMatchObject({ standing: "new", catalogue: { serial: 1, ...draft } });
    expect((await callOk(unit, "catalogue.state", {})).output.taken).toBeNull();
    await callOk(unit, "catalogue.take", {}, catalogueFile);
    const filed = { ...draft, filedOn: "2026-06-20" };
    const second = await callOk(bureau, "catalogue.issue", { draft: filed });
    await callOk(unit, "catalogue.take", {}, second.bytes);
    const { output } = await callOk(unit, "catalogue.state", {});
    expect(output.taken).toMatchObject({ serial: 2, filedOn: "2026-06-20" });
    expect(await codeOf(unit, "catalogue.take", {}, catalogueFile)).toBe("statement-older");
  });

  it("is refused where it was changed, where another bureau signed it, and before there is a bureau", async () => {
    const text = Buffer.from(catalogueFile).toString();
    const [head = "", payload = "", signature = ""] = text.trim().split(".");
    const data = Buffer.from(payload, "base64url").toString().replace("甲镇卫生院", "乙镇卫生院");
    const changed = [head, Buffer.from(data).toString("base64url"), signature].join(".");
    expect(await codeOf(unit, "catalogue.take", {}, Buffer.from(changed))).toBe(
      "statement-signature",
    );

    const other = await openRole("other-bureau", "bureau");
    await makeCard(other);
    const foreign = await callOk(other, "catalogue.issue", { draft });
    expect(await codeOf(unit, "catalogue.take", {}, foreign.bytes)).toBe("statement-signer");

    const fresh = await openRole("fresh-unit", "unit");
    expect(await codeOf(fresh, "catalogue.take", {}, catalogueFile)).toBe("bureau-missing");
    await Promise.all([other.close(), fresh.close()]);
  }, 60_000);

  it("is kept while it is worked on, and refused with its place where a unit stands in it twice", async () => {
    const twice = { ...draft, year: 2027, units: [...draft.units, ...draft.units] };
    await callOk(bureau, "catalogue.keepDraft", { draft: twice });
    const { output } = await callOk(bureau, "catalogue.state", {});
    expect(output.drafts).toEqual([twice]);
    const answer = await call(bureau, "catalogue.issue", { draft: twice });
    expect(answer).toMatchObject({ error: { code: "statement-content" } });
    expect((await callOk(bureau, "catalogue.state", {})).output.issued).toHaveLength(2);
  });
});

describe("the bureau's policy pack", () => {
  it("is shown with whether it can be taken, taken once, and then stands beside the shipped one", async () => {
    const offered = await callOk(unit, "packs.read", {}, packFile);
    expect(offered.output).toMatchObject({
      canBeTaken: true,
      offered: { pack: { id: county.id } },
    });
    await callOk(unit, "packs.take", {}, packFile);
    expect(await codeOf(unit, "packs.take", {}, packFile)).toBe("pack-known");
    const { output } = await callOk(unit, "packs.list", {});
    expect(output.packs.map(({ pack, origin }) => [pack.id, origin])).toEqual([
      ["shandong-2020", "shipped"],
      [county.id, "taken"],
    ]);
  });

  it("is not signed where it overlaps with another of the bureau, or bears its id", async () => {
    const overlapping = { ...county, id: "county-2028", effectiveFrom: "2028-01-01" };
    expect(await codeOf(bureau, "packs.issue", { pack: overlapping })).toBe("pack-overlaps");
    const renamed = { ...county, title: "另一个内容" };
    expect(await codeOf(bureau, "packs.issue", { pack: renamed })).toBe("pack-id-used");
  });

  it("lies signed with the newest catalogue where the receiver gives them out, and nothing else", () => {
    const folder = join(FOLDER, "bureau", "statements");
    expect(readdirSync(folder).toSorted()).toEqual(["catalogue-2.jcc", "pack-1.jcy"]);
    const text = readFileSync(join(folder, "pack-1.jcy"), "utf8");
    expect(text).toBe(Buffer.from(packFile).toString());
  });
});

describe("a unit", () => {
  it("neither signs catalogues nor packs", async () => {
    expect(await codeOf(unit, "catalogue.issue", { draft })).toBe("other-role");
    expect(await codeOf(unit, "packs.issue", { pack: county })).toBe("other-role");
  });
});
