import { describe, expect, it } from "vitest";
import { admitPack, describePackAdmission } from "../../../shared/policy/pack-admission.ts";
import type { Pack } from "../../../shared/policy/pack.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";

const isSame = (one: Pack, other: Pack) => JSON.stringify(one) === JSON.stringify(other);
const county: Pack = {
  ...SHANDONG_2020,
  id: "county-2027",
  publisher: "虚构县人力资源和社会保障局",
  effectiveFrom: "2027-01-01",
  effectiveTo: "2027-12-31",
};

function codeOf(pack: Pack, shelf: readonly Pack[]) {
  const admission = admitPack(pack, shelf, isSame);
  return admission.ok ? "ok" : admission.code;
}

describe("a policy pack", () => {
  it("stands beside packs of others, and of the same publisher at another time", () => {
    expect(codeOf(county, [SHANDONG_2020])).toBe("ok");
    const later = { ...county, id: "county-2028", effectiveFrom: "2028-01-01", effectiveTo: null };
    expect(codeOf(later, [SHANDONG_2020, county])).toBe("ok");
  });

  it("is refused where one of its publisher is in effect on the same day, which is named", () => {
    const later = { ...county, id: "county-2028", effectiveFrom: "2027-12-31", effectiveTo: null };
    const admission = admitPack(later, [county], isSame);
    expect(admission).toMatchObject({ ok: false, code: "pack-overlaps", other: county });
    if (!admission.ok) expect(describePackAdmission(admission)).toContain("2027-01-01至2027-12-31");
  });

  it("is refused under an id that names another content", () => {
    expect(codeOf({ ...county, title: "另一个" }, [county])).toBe("pack-id-used");
    expect(codeOf(county, [county])).toBe("pack-known");
  });

  it("is refused where it ends before it begins", () => {
    expect(codeOf({ ...county, effectiveTo: "2026-12-31" }, [])).toBe("pack-dates");
  });
});
