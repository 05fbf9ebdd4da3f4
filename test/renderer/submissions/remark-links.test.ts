import { describe, expect, it } from "vitest";
import { remarkLink } from "../../../renderer/submissions/remark-links.ts";
import { RETURN_REASONS } from "../../../shared/submission/return-reasons.ts";
import { aboutQuestion } from "../../../shared/submission/desk-remarks.ts";
import { candidacyWith } from "../../shared/recommendation/rounds.ts";
import { remarkWith } from "./items.ts";

const FIRST = candidacyWith({ id: "c-1" });
const SECOND = candidacyWith({ id: "c-2", line: "grassroots" });
const SCENE = { year: 2026, candidacies: [FIRST, SECOND] };

describe("a remark leads", () => {
  it("to somewhere, whatever the reason of return", () => {
    for (const { code } of RETURN_REASONS) {
      expect(remarkLink(remarkWith({ code }), SCENE)).toMatch(/^\/(people|round|settings|posts)/);
    }
  });

  it("to the person's records at the right tab", () => {
    expect(remarkLink(remarkWith({ code: "return.education" }), SCENE)).toBe(
      "/people/p-001/education",
    );
    expect(remarkLink(remarkWith({ code: "return.appointment" }), SCENE)).toBe(
      "/people/p-001/titles",
    );
  });

  it("to the candidacy that its text names, at the right part", () => {
    const text = aboutQuestion(SECOND, "缺少本人签名确认");
    expect(remarkLink(remarkWith({ code: "return.confirmation", text }), SCENE)).toBe(
      "/round/2026/candidate?id=c-2&at=confirmation",
    );
  });

  it("to the person's papers where the candidacy is gone", () => {
    const nobody = { year: 2026, candidacies: [] };
    expect(remarkLink(remarkWith({ code: "return.material" }), nobody)).toBe(
      "/people/p-001/attachments",
    );
  });

  it("to the round and the unit where they are meant", () => {
    expect(remarkLink(remarkWith({ code: "return.publicity", personId: null }), SCENE)).toBe(
      "/round/2026/publish",
    );
    expect(remarkLink(remarkWith({ code: "return.posts", personId: null }), SCENE)).toBe("/posts");
  });

  it("nowhere where nobody is meant and the code is not known", () => {
    expect(remarkLink(remarkWith({ code: "other", personId: null }), SCENE)).toBeNull();
  });
});
