import { describe, expect, it } from "vitest";
import { countShows, filterInbox, readFilter } from "../../../renderer/bureau/inbox-filter.ts";
import { stageOf } from "../../../renderer/bureau/stage.ts";
import { DECIDED, inboxWith } from "./packages.ts";

const WAITING = inboxWith({ packageId: "waiting" });
const READY = inboxWith({
  packageId: "ready",
  unitName: "乙乡卫生院",
  decisions: DECIDED,
  hasUntold: true,
});
const ACCEPTED = inboxWith({
  packageId: "accepted",
  unitName: "丙镇中学",
  status: "accepted",
  decisions: DECIDED,
  checks: { conflict: 1, notice: 0 },
});
const OLDER = inboxWith({ packageId: "older", status: "returned", isNewest: false });
const ALL = [WAITING, READY, ACCEPTED, OLDER];

const idsOf = (query: string) =>
  filterInbox(ALL, readFilter(new URLSearchParams(query))).map(({ packageId }) => packageId);

describe("the stage of a package", () => {
  it("is to be decided until every candidate is, then to be answered", () => {
    expect(stageOf(WAITING)).toBe("deciding");
    expect(stageOf(READY)).toBe("ready");
  });

  it("is that of the answer, and to be answered again once a decision was changed", () => {
    expect(stageOf(ACCEPTED)).toBe("accepted");
    expect(stageOf({ ...ACCEPTED, hasUntold: true })).toBe("ready");
  });

  it("stays returned where the package went back as a whole, whoever is undecided in it", () => {
    expect(stageOf(inboxWith({ status: "returned" }))).toBe("returned");
  });
});

describe("the filter of the inbox", () => {
  it("leaves older revisions out unless they are asked for", () => {
    expect(idsOf("")).toEqual(["waiting", "ready", "accepted"]);
    expect(idsOf("older=1")).toEqual(["waiting", "ready", "accepted", "older"]);
  });

  it("shows one stage, or what has conflicts", () => {
    expect(idsOf("show=ready")).toEqual(["ready"]);
    expect(idsOf("show=conflict")).toEqual(["accepted"]);
    expect(idsOf("show=nonsense")).toEqual(["waiting", "ready", "accepted"]);
  });

  it("finds units by a part of the name, blanks aside", () => {
    expect(idsOf(`q=${encodeURIComponent("乙 乡")}`)).toEqual(["ready"]);
  });

  it("counts what each choice would show", () => {
    expect(countShows(ALL, readFilter(new URLSearchParams("older=1")))).toEqual({
      all: 4,
      deciding: 1,
      ready: 1,
      accepted: 1,
      returned: 1,
      refused: 0,
      conflict: 1,
    });
  });
});
