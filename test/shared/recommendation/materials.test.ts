import { describe, expect, it } from "vitest";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import { checklistOf, missingMaterials } from "../../../shared/recommendation/materials.ts";
import { contextWith, PAPERS, recommendedWith, SIGNED } from "./rounds.ts";

const ALL = PAPERS.map((kind) => ({ personId: "p-001", kind }));

describe("the checklist", () => {
  it("asks what the pack asks on the pathway, in its order", () => {
    const kinds = (pathway: "regular" | "townshipTenure") =>
      checklistOf(recommendedWith({ pathway }), ALL, SHANDONG_2020).map(({ kind }) => kind);
    expect(kinds("regular")).not.toContain("posting");
    expect(kinds("townshipTenure")).toContain("posting");
    expect(kinds("regular").at(-1)).toBe("integrity");
  });

  it("counts the person's own scans, and takes a waiver for one", () => {
    const attachments = [
      { personId: "p-001", kind: "identity" as const },
      { personId: "p-001", kind: "identity" as const },
      { personId: "p-002", kind: "education" as const },
    ];
    const waiver = { kind: "title", reason: "尚无职称", ...SIGNED } as const;
    const lines = checklistOf(recommendedWith({ waivers: [waiver] }), attachments, SHANDONG_2020);
    const of = (kind: string) => lines.find((line) => line.kind === kind);
    expect(of("identity")).toMatchObject({ count: 2, isMissing: false });
    expect(of("education")).toMatchObject({ count: 0, isMissing: true });
    expect(of("title")).toMatchObject({ count: 0, isMissing: false, waiver });
  });

  it("holds up the recommended alone", () => {
    const attachments = ALL.filter(({ kind }) => kind !== "integrity");
    const given = { candidacies: [recommendedWith()], attachments };
    expect(missingMaterials(contextWith(given), SHANDONG_2020)).toEqual([
      {
        code: "material.missing",
        details: { candidacyId: "c-001", personId: "p-001", kind: "integrity" },
      },
    ]);
    const waiting = [recommendedWith({ outcome: null })];
    expect(
      missingMaterials(contextWith({ ...given, candidacies: waiting }), SHANDONG_2020),
    ).toEqual([]);
  });
});
