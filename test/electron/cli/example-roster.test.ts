import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { EXAMPLE_ROSTER } from "../../../build/example-roster.ts";
import { readUnitFile } from "../../../shared/records/unit-file.ts";
import { jiceng } from "../../support/cli.ts";
import { temporaryFolder } from "../../support/folder.ts";

/** README.md walks through this roster: what it says there must come out. */

const FOLDER = temporaryFolder();
const UNIT = join(FOLDER, "unit.json");

describe("the example roster", () => {
  it("gives five people and names the cell of each of three mistakes", async () => {
    const { code, errors } = await jiceng(
      [
        ["import", EXAMPLE_ROSTER, "--to", UNIT, "--good-rows"],
        ["--unit-name", "演示镇卫生院（虚构）", "--unit-series", "卫生"],
        ["--unit-posts", "12,8,3,1", "--default", "inSpecialty=yes"],
      ].flat(),
    );
    expect(code).toBe(0);
    const cells = errors.map((line) => /“花名册”表([A-Z]+\d+)/.exec(line)?.[1]);
    expect(new Set(cells)).toEqual(new Set(["D11", "E10", "E12"]));
    const checked = readUnitFile(await readFile(UNIT, "utf8"));
    expect(checked.ok && checked.value.people.map(({ name }) => name)).toEqual([
      "王芳",
      "李建国",
      "张敏",
      "赵磊",
      "陈静",
    ]);
  });

  it("lets two of them apply in 2026 and names the year of the third", async () => {
    const { out } = await jiceng(["evaluate", UNIT, "--year", "2026", "--json"]);
    const { people } = JSON.parse(out) as {
      people: readonly {
        readonly personId: string;
        readonly assessments: readonly {
          readonly pathway: string;
          readonly decision: string;
          readonly eligibleOn: string | null;
        }[];
      }[];
    };
    const regular = people.map(({ personId, assessments }) => {
      const first = assessments.find(({ pathway }) => pathway === "regular");
      return [personId, first?.decision, first?.eligibleOn];
    });
    expect(regular).toEqual([
      ["p-001", "eligible", null],
      ["p-002", "ineligible", null],
      ["p-003", "ineligible", null],
      ["p-004", "eligible", null],
      ["p-005", "ineligible", "2029-12-31"],
    ]);
  });
});
