import { describe, expect, it } from "vitest";
import { createUuidV7 } from "../../../../electron/services/packages/uuid-v7.ts";
import { uuidV7 } from "../../../../shared/submission/fields.ts";

describe("a package's new id", () => {
  it("begins with its time, as RFC 9562's own example does", () => {
    expect(createUuidV7(0x01_7f_22_e2_79_b0)).toMatch(/^017f22e2-79b0-7[0-9a-f]{3}-[89ab]/);
  });

  it("is in order and in form at any time, and never made twice", () => {
    const ids = Array.from({ length: 200 }, (_, step) => createUuidV7(step * 1_000_000_000));
    expect(ids.every((id) => uuidV7().safeParse(id).success)).toBe(true);
    expect(ids.toSorted()).toEqual(ids);
    expect(createUuidV7(1)).not.toBe(createUuidV7(1));
  });
});
