import { describe, expect, it } from "vitest";
import {
  countAssumptions,
  listLadders,
  listParameters,
} from "../../../renderer/policy/parameters.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";

const rows = listParameters(SHANDONG_2020);
const row = (id: string) => rows.find((one) => one.id === id);

describe("the parameters of the pack in force", () => {
  it("are all shown", () => {
    expect(rows.map(({ id }) => id).toSorted()).toEqual(
      Object.keys(SHANDONG_2020.parameters).toSorted(),
    );
  });

  it("have their value in the clerk's words", () => {
    expect(row("training.totalHours")?.value).toEqual({ unit: "hours", count: 90 });
    expect(row("township.years")?.value).toEqual({
      unit: "text",
      text: "中级10年、副高级20年、正高级30年",
    });
    expect(row("appraisal.accepted")?.value).toEqual({ unit: "text", text: "优秀、合格" });
    expect(row("catalogue.dueOn")?.value).toEqual({ unit: "text", text: "6月30日" });
    expect(row("attachments.maxBytes")?.value).toEqual({ unit: "bytes", bytes: 5_242_880 });
    expect(row("directHire.title")?.value).toEqual({ unit: "text", text: "副高级以上" });
  });

  it("cite the clause they rest on, and say where they are 县局口径", () => {
    expect(row("line.lockoutYears")).toMatchObject({
      citation: "鲁人社字〔2020〕42号 四",
      anchors: ["42-四"],
      assumption: null,
    });
    expect(row("training.publicHours")).toMatchObject({ citation: "", anchors: [] });
    expect(row("training.publicHours")?.assumption).toContain("须由县局确认");
    expect(row("posts.grades")).toMatchObject({ citation: "国人部发〔2006〕87号", anchors: [] });
  });

  it("name a basis or an assumption each, with none left bare", () => {
    const bare = rows.filter(({ citation, assumption }) => citation === "" && assumption === null);
    expect(bare).toEqual([]);
  });
});

describe("the ladders", () => {
  it("stand by series with the lowest title first, and lose no rung", () => {
    const ladders = listLadders(SHANDONG_2020);
    const rungs = Object.values(SHANDONG_2020.ladders)
      .flatMap((levels) => Object.values(levels))
      .flat();
    expect(ladders.flatMap((ladder) => ladder.rows)).toHaveLength(rungs.length);
    expect(ladders[0]?.series).toBe("health");
    expect([...new Set(ladders[0]?.rows.map(({ level }) => level))]).toEqual([
      "assistant",
      "intermediate",
      "associateSenior",
      "senior",
    ]);
  });
});

describe("the values that the bureau has to confirm", () => {
  it("are counted from the pack itself", () => {
    const text = JSON.stringify([SHANDONG_2020.parameters, SHANDONG_2020.ladders]);
    expect(countAssumptions(SHANDONG_2020)).toBe(text.split('"assumption"').length - 1);
  });
});
