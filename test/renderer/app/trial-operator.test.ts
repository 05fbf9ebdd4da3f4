import { describe, expect, test } from "vitest";
import {
  withoutTrialOperator,
  withTrialOperator,
} from "../../../renderer/app/first-run/trial-operator.ts";
import { defaultSettings } from "../../../renderer/store/engine/default-settings.ts";

const fresh = defaultSettings(Date.UTC(2026, 5, 1));
const clerk = { id: "o-1", name: "王芳" };

describe("the trial's operator", () => {
  test("works on the fictitious unit where nobody was chosen, and is gone with it", () => {
    const trial = withTrialOperator(fresh, "试用操作员");
    const chosen = trial.operators.find(({ id }) => id === trial.operatorId);
    expect(chosen?.name).toBe("试用操作员");
    expect(withoutTrialOperator(trial)).toEqual(fresh);
  });

  test("is not added twice", () => {
    const left = { ...withTrialOperator(fresh, "试用操作员"), operatorId: null };
    expect(withTrialOperator(left, "试用操作员").operators).toHaveLength(1);
  });

  test("leaves the clerk who was chosen before, and who came after, at work", () => {
    const before = { ...fresh, operators: [clerk], operatorId: clerk.id };
    expect(withTrialOperator(before, "试用操作员")).toEqual(before);
    const trial = withTrialOperator(fresh, "试用操作员");
    const after = { ...trial, operators: [...trial.operators, clerk], operatorId: clerk.id };
    expect(withoutTrialOperator(after)).toEqual(before);
  });
});
