// @vitest-environment jsdom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { cycleOf } from "../../../shared/policy/cycle.ts";
import { evaluate } from "../../../shared/policy/evaluate.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import { sayRequirement } from "../../../shared/policy/sentences.ts";
import { inventUnit } from "../../../shared/demo/fictitious-unit.ts";
import { startLanguage } from "../../../renderer/i18n/language.ts";
import { RequirementList } from "../../../renderer/widgets/requirement-list.tsx";

const [assessment] = evaluate(inventUnit(1), cycleOf(2026), SHANDONG_2020)[0]?.assessments ?? [];
if (assessment === undefined) throw new Error("nobody was assessed");

let place: HTMLElement;
let root: Root;

beforeEach(async () => {
  await startLanguage();
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  place = document.body.appendChild(document.createElement("div"));
  root = createRoot(place);
  act(() => root.render(<RequirementList assessment={assessment} />));
});

afterEach(() => {
  act(() => root.unmount());
  place.remove();
  vi.unstubAllGlobals();
});

describe("the grounds of an answer", () => {
  it("are the core's sentence and clause for each requirement, in order", () => {
    const lines = [...place.querySelectorAll("li")].map((line) => line.textContent);
    expect(lines).toHaveLength(assessment.requirements.length);
    for (const [index, requirement] of assessment.requirements.entries()) {
      expect(lines[index]).toContain(sayRequirement(requirement));
      expect(lines[index]).toContain(requirement.clause);
    }
  });

  it("open the words of the clause that they rest on", () => {
    const index = assessment.requirements.findIndex(({ id }) => id === "training.annual");
    const line = place.querySelectorAll("li")[index];
    expect(line?.querySelector("details blockquote")?.textContent).toContain("不低于 90 学时");
    expect(line?.querySelector("details")?.open).toBe(false);
  });
});
