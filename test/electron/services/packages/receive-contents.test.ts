import { beforeAll, describe, expect, it } from "vitest";
import { receivePackage } from "../../../../electron/services/packages/receive-package.ts";
import { AttackedBureau } from "../../../support/attacked-bureau.ts";
import { temporaryFolder } from "../../../support/folder.ts";

/** Well signed packages whose documents are not in order, or say other than our own program does. */

const FOLDER = temporaryFolder();
let bureau: AttackedBureau;

beforeAll(async () => {
  bureau = await AttackedBureau.prepare(FOLDER);
});

const craft = () => bureau.craft();
const refusalOf = (...given: Parameters<AttackedBureau["refusalOf"]>) => bureau.refusalOf(...given);

describe("contents", () => {
  it("that are at fault, each with its place", async () => {
    const spoilt = craft().edit("data/unit.json", (data) => ({
      ...data,
      colour: 1,
      people: [],
    }));
    const refused = await refusalOf(await spoilt.describe().sign(bureau.unit));
    expect(refused).toEqual({
      code: "content",
      notes: ["unit.json colour：不认识这个字段，请删去或改正字段名，现为“1”"],
    });
  });

  it("that do not agree with each other", async () => {
    const spoilt = craft().edit("data/recommendation.json", (data) => ({
      ...data,
      attachments: [],
    }));
    const refused = await refusalOf(await spoilt.describe().sign(bureau.unit));
    expect(refused.code).toBe("content");
    expect(refused.notes[0]).toMatch(/^bag-info\.txt Payload-Oxum：/);
    expect(refused.notes.join("\n")).toMatch(
      /attachments\/[0-9a-f]{64}\.jpg：报送包里不应有这个文件/,
    );
  });

  it.each([
    ["no JSON", "{", "不是有效的 JSON 文件，第1行第2列附近有误"],
    ["no UTF-8", Buffer.from([0x7b, 0xd6, 0xd0, 0x7d]), "不是 UTF-8 编码的文本"],
  ])("whose manifest is %s", async (_, content, said) => {
    const spoilt = await craft().set("data/package.json", content).describe().sign(bureau.unit);
    expect(await refusalOf(spoilt)).toEqual({ code: "content", notes: [`package.json：${said}`] });
  });

  it("without a document that must be there", async () => {
    const spoilt = await craft().delete("data/assessments.ndjson").describe().sign(bureau.unit);
    expect(await refusalOf(spoilt)).toEqual({
      code: "content",
      notes: ["assessments.ndjson：报送包里没有这个文件"],
    });
  });

  it("of which no line is left out of what is told, but for thousands", async () => {
    const people = Array.from({ length: 500 }, () => ({}));
    const spoilt = craft().edit("data/unit.json", (data) => ({ ...data, people }));
    const refused = await refusalOf(await spoilt.describe().sign(bureau.unit));
    expect(refused.notes).toHaveLength(201);
    expect(refused.notes.at(-1)).toMatch(/^另有\d+个问题$/);
  });

  it("that our own program answers otherwise are taken in, with a remark", async () => {
    const lines = craft().text("data/assessments.ndjson").split("\n");
    const [head = "", first = "", ...rest] = lines;
    const changed = first.replace('"years":', '"years":1');
    const crafted = craft().set("data/assessments.ndjson", [head, changed, ...rest].join("\n"));
    const info = crafted.text("bag-info.txt");
    const size = [...crafted.files]
      .filter(([path]) => path.startsWith("data/"))
      .reduce((sum, [, bytes]) => sum + bytes.length, 0);
    crafted.set("bag-info.txt", info.replace(/Payload-Oxum: \d+/, `Payload-Oxum: ${size}`));
    const path = await bureau.seal(await crafted.describe().sign(bureau.unit));
    const received = await receivePackage(path, bureau.freshOffice());
    expect(received).toMatchObject({ ok: true, code: "received" });
    const remarks = received.ok ? received.entry.remarks : [];
    expect(remarks.filter(({ code }) => code === "assessment-differs").length).toBeGreaterThan(0);
    expect(remarks[0]).toMatchObject({ personId: "p-001" });
  });
});
