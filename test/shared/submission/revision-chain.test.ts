import { describe, expect, it } from "vitest";
import {
  type ChainLink,
  decideChain,
  explainChain,
} from "../../../shared/submission/revision-chain.ts";

function link(revision: number, given: Partial<ChainLink> = {}): ChainLink {
  return {
    packageId: `id-${revision}`,
    unitId: "u-1",
    year: 2026,
    revision,
    tagmanifest: `digest-${revision}`,
    previous: revision === 1 ? null : `digest-${revision - 1}`,
    ...given,
  };
}

const RECEIVED = [link(1), link(3), link(2)];

describe("the chain of revisions", () => {
  it("begins with the first revision, which follows on nothing", () => {
    expect(decideChain(link(1), [])).toEqual({ code: "ok" });
    expect(decideChain(link(1, { previous: "digest-0" }), [])).toEqual({
      code: "revision-gap",
      expected: 1,
      head: null,
    });
    expect(decideChain(link(2), [])).toEqual({ code: "revision-gap", expected: 1, head: null });
  });

  it("goes on where the last one ended, in whatever order they are listed", () => {
    expect(decideChain(link(4), RECEIVED)).toEqual({ code: "ok" });
  });

  it("refuses a revision that leaves one out", () => {
    const refused = { code: "revision-gap", expected: 4, head: link(3) };
    expect(decideChain(link(5), RECEIVED)).toEqual(refused);
  });

  it("refuses a revision that follows on another one than was received", () => {
    const forked = link(4, { previous: "digest-of-a-copy" });
    const refused = { code: "revision-gap", expected: 4, head: link(3) };
    expect(decideChain(forked, RECEIVED)).toEqual(refused);
  });

  it.each([1, 2, 3])("refuses another package as revision %d", (revision) => {
    const older = link(revision, { packageId: "new" });
    expect(decideChain(older, RECEIVED)).toEqual({
      code: "revision-old",
      latest: 3,
      head: link(3),
    });
  });

  it("knows a package that was received before, even an older one", () => {
    expect(decideChain(link(2), RECEIVED)).toEqual({ code: "already-received", first: link(2) });
  });

  it.each([
    ["other contents", { tagmanifest: "digest-x" }],
    ["another unit", { unitId: "u-2" }],
  ])("refuses an id that came with %s before", (_, given) => {
    expect(decideChain(link(2, given), RECEIVED)).toEqual({ code: "id-reused", first: link(2) });
  });

  it("is one for each unit and each year", () => {
    const fresh = { packageId: "new", previous: null };
    expect(decideChain(link(1, { ...fresh, unitId: "u-2" }), RECEIVED)).toEqual({ code: "ok" });
    expect(decideChain(link(1, { ...fresh, year: 2027 }), RECEIVED)).toEqual({ code: "ok" });
  });

  it("says which revision is missing, and which is there", () => {
    expect(explainChain(decideChain(link(5), RECEIVED))).toContain("第4版");
    expect(explainChain(decideChain(link(1, { packageId: "new" }), RECEIVED))).toBe("已收到第3版");
    expect(explainChain(decideChain(link(2, { tagmanifest: "x" }), RECEIVED))).toContain("第2版");
    expect(explainChain({ code: "ok" })).toBeNull();
  });
});
