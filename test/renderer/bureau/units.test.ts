import { describe, expect, it } from "vitest";
import { draftOf, readCardDraft } from "../../../renderer/bureau/card-draft.ts";
import { nextCatalogueDay } from "../../../renderer/bureau/catalogue-date.ts";
import { judgeHeard } from "../../../renderer/bureau/heard-fingerprint.ts";
import { sayEducation, sayHeldTitle } from "../../../renderer/bureau/person-facts.ts";
import { readPort } from "../../../renderer/bureau/read-port.ts";
import { findKeys } from "../../../renderer/bureau/search-units.ts";
import { isOfOtherRole } from "../../../renderer/app/other-role.ts";
import { parseStart } from "../../../shared/calendar/text.ts";
import { USUAL_ASKS } from "../../../shared/submission/bureau-card.ts";

const FINGERPRINT = "0123 4567 8901 2345 6789 0123 4567 8901";
const CARD = {
  bureau: { id: "b-1", name: "示例县人社局" },
  addresses: ["http://10.1.2.3:8443"],
  asks: USUAL_ASKS,
  issuedAt: "2026-09-01T00:00:00Z",
};

describe("a fingerprint heard on the telephone", () => {
  it("is compared digit by digit, whatever stands between the groups", () => {
    expect(judgeHeard("01234567-89012345 67890123，45678901", FINGERPRINT)).toBe("same");
  });

  it("is not called wrong while it is being typed", () => {
    expect(judgeHeard("0123 9999", FINGERPRINT)).toBe("unfinished");
    expect(judgeHeard(FINGERPRINT.replace("0123", "0124"), FINGERPRINT)).toBe("other");
    expect(judgeHeard(`${FINGERPRINT}7`, FINGERPRINT)).toBe("malformed");
  });
});

describe("the card's form", () => {
  it("says again what the card says", () => {
    const read = readCardDraft(draftOf(CARD));
    expect(read).toEqual({
      ok: true,
      content: { name: "示例县人社局", addresses: CARD.addresses, asks: USUAL_ASKS },
    });
  });

  it("takes one address a line and refuses what is no address", () => {
    const draft = {
      ...draftOf(CARD),
      addresses: "http://10.1.2.3:8443\n\nhttps://rsj.example.cn/up",
    };
    const read = readCardDraft(draft);
    expect(read.ok && read.content.addresses).toEqual([
      "http://10.1.2.3:8443",
      "https://rsj.example.cn/up",
    ]);
    expect(readCardDraft({ ...draft, addresses: "ftp://10.1.2.3" })).toEqual({
      ok: false,
      wrong: ["addresses"],
    });
  });

  it("refuses sizes that are none, or beyond what packages can be", () => {
    const draft = { ...draftOf(CARD), name: " ", attachmentMb: "0", packageMb: "70000" };
    expect(readCardDraft(draft)).toEqual({
      ok: false,
      wrong: ["name", "attachmentMb", "packageMb"],
    });
  });
});

describe("the receiver's port", () => {
  it("is one that an ordinary program may listen on", () => {
    expect(readPort(" ４７１３０ ")).toBe(47_130);
    expect(["80", "65536", "0x10", "", "8443.5"].map(readPort)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe("the register", () => {
  const unit = (name: string, revokedAt: string | null) => ({
    unit: { id: name, name, creditCode: null },
    fingerprint: FINGERPRINT,
    enrolledAt: "2026-09-01T00:00:00Z",
    revokedAt,
  });
  const KEYS = [unit("乙镇卫生院", "2026-09-02T00:00:00Z"), unit("甲镇卫生院", null)];

  it("lists keys in force before stopped ones and finds them by name", () => {
    expect(findKeys(KEYS, "").map(({ unit: { name } }) => name)).toEqual([
      "甲镇卫生院",
      "乙镇卫生院",
    ]);
    expect(findKeys(KEYS, "乙").map(({ unit: { name } }) => name)).toEqual(["乙镇卫生院"]);
    expect(findKeys(KEYS, "丙")).toEqual([]);
  });
});

describe("the day of the catalogue", () => {
  const on = (day: string) => nextCatalogueDay(parseStart(day) ?? 0);

  it("is this year's 30 June to that day, then the next year's", () => {
    expect(on("2026-06-30")).toEqual({ on: "2026-06-30", days: 0 });
    expect(on("2026-06-01")).toEqual({ on: "2026-06-30", days: 29 });
    expect(on("2026-07-01")).toEqual({ on: "2027-06-30", days: 364 });
  });
});

describe("what is said of a candidate", () => {
  it("names the highest education and title", () => {
    const education = [
      { level: "bachelor", degree: null, major: "临床医学", graduatedOn: "2012-07" },
      { level: "college", degree: null, graduatedOn: "2008-07" },
    ] as const;
    expect(sayEducation({ education: [...education] })).toBe("本科，临床医学，2012-07毕业");
    expect(sayEducation({ education: [] })).toBeNull();
    expect(sayHeldTitle({ titles: [] })).toBeNull();
  });
});

describe("an address of the other side", () => {
  it("is known on both sides, and pages of both are nobody's alone", () => {
    expect(isOfOtherRole("/people/p-1", "bureau")).toBe(true);
    expect(isOfOtherRole("/inbox", "unit")).toBe(true);
    expect(isOfOtherRole("/settings", "bureau")).toBe(false);
    expect(isOfOtherRole("/nowhere", "unit")).toBe(false);
  });
});
