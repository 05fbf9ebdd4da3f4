import { describe, expect, it } from "vitest";
import {
  appealOfForm,
  formOfAppeal,
  withAppeal,
} from "../../../renderer/recommendation/appeal-form.ts";
import { checkObjection } from "../../../renderer/recommendation/objection-form.ts";
import { checkCandidacy } from "../../../shared/recommendation/candidacy.ts";
import { candidacyWith, SIGNED } from "../../shared/recommendation/rounds.ts";

const CAME_IN = { ...formOfAppeal(null, "2026-09-09"), text: "请复核得分\n德的一项" };

describe("an appeal", () => {
  it("is taken as it came in, over several lines, and read back into its form", () => {
    expect(checkObjection(CAME_IN)).toEqual([]);
    const appeal = appealOfForm("s-1", CAME_IN, SIGNED);
    expect(appeal).toMatchObject({ id: "s-1", outcome: null, closedOn: null, ...SIGNED });
    expect(formOfAppeal(appeal, "2026-10-01")).toMatchObject({
      receivedOn: "2026-09-09",
      text: appeal.text,
    });
    const candidacy = candidacyWith({ appeals: withAppeal([], appeal) });
    expect(checkCandidacy(candidacy)).toEqual({ ok: true, value: candidacy });
  });

  it("is decided with its handling and its day, in its own place", () => {
    const open = appealOfForm("s-1", CAME_IN, SIGNED);
    const other = appealOfForm("s-2", CAME_IN, SIGNED);
    const decided = { ...CAME_IN, outcome: "dismissed", handling: "", closedOn: "" } as const;
    expect(checkObjection(decided)).toEqual(["handling", "closedOn"]);
    const form = { ...decided, handling: "已复核", closedOn: "2026-09-10" };
    const closed = appealOfForm("s-1", form, SIGNED);
    expect(withAppeal([open, other], closed)).toEqual([closed, other]);
    expect(closed).toMatchObject({ outcome: "dismissed", closedOn: "2026-09-10" });
  });
});
