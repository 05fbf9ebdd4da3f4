import { describe, expect, test } from "vitest";
import { defaultSettings } from "../../../renderer/store/engine/default-settings.ts";
import { operatorOf } from "../../../renderer/store/engine/operator-of.ts";

const fresh = defaultSettings(Date.UTC(2026, 5, 1));
const withClerk = (id: string, name: string) => ({
  ...fresh,
  operators: [{ id, name }],
  operatorId: id,
});
const changeTo = (after: unknown) => [
  { table: "settings" as const, id: "settings", personId: null, before: fresh, after },
];

describe("who an edit is put down to", () => {
  test("is nobody where nobody was chosen", () => {
    expect(operatorOf(fresh, [])).toBeNull();
    expect(operatorOf(fresh, changeTo(null))).toBeNull();
  });

  test("is who works now, also for the edit that puts somebody else to work", () => {
    const clerk = withClerk("o-1", "王芳");
    expect(operatorOf(clerk, changeTo(withClerk("o-2", "李强")))).toBe("王芳");
  });

  test("is the first operator for the very edit that names them", () => {
    expect(operatorOf(fresh, changeTo(withClerk("o-1", "王芳")))).toBe("王芳");
  });
});
