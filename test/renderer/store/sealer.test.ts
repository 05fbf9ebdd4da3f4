import { describe, expect, it, vi } from "vitest";
import { openSealer } from "../../../renderer/store/seal/sealer.ts";

function someKey(): Uint8Array {
  return new Uint8Array(32).fill(5);
}

describe("a sealer", () => {
  it("opens what one under the same key has sealed, in its place alone", async () => {
    const box = (await openSealer(someKey())).seal("people/1", { name: "王小明" });
    const again = await openSealer(someKey());
    expect(again.open("people/1", box)).toEqual({ name: "王小明" });
    expect(() => again.open("people/2", box)).toThrow("does not open");
  });

  it("goes on when the data key is overwritten right after it was asked for", async () => {
    const key = someKey();
    const opening = openSealer(key);
    key.fill(0);
    const sealer = await opening;
    const same = await openSealer(someKey());
    expect(sealer.keyOf("people", "1")).toBe(same.keyOf("people", "1"));
    expect(same.open("a", sealer.seal("a", 1))).toBe(1);
  });

  it("is not opened under a data key that was overwritten: nothing would ever open again", async () => {
    await expect(openSealer(new Uint8Array(32))).rejects.toThrow("forgotten");
  });

  it("leaves no copy of the data key in the page's memory, and none of its own keys once it has forgotten", async () => {
    const importing = vi.spyOn(crypto.subtle, "importKey");
    const deriving = vi.spyOn(crypto.subtle, "deriveBits");
    const sealer = await openSealer(someKey());
    const copy = importing.mock.calls[0]?.[1];
    const derived = await Promise.all(deriving.mock.results.map(({ value }) => value as unknown));
    importing.mockRestore();
    deriving.mockRestore();
    expect(copy).toEqual(new Uint8Array(32));
    expect(derived).toHaveLength(2);
    sealer.forget();
    expect(() => sealer.seal("a", 1)).toThrow("forgotten");
    for (const key of derived)
      expect(new Uint8Array(key as ArrayBuffer)).toEqual(new Uint8Array(32));
    expect(() => sealer.keyOf("a", "1")).toThrow("forgotten");
  });
});
