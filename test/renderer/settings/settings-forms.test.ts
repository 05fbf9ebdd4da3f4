import { describe, expect, it } from "vitest";
import {
  addOperator,
  checkOperatorName,
  isPassphraseLongEnough,
  profileOf,
  removeOperator,
  renameOperator,
} from "../../../renderer/settings/settings-forms.ts";
import type { Settings } from "../../../renderer/store/types.ts";
import { tidyName } from "../../../renderer/widgets/tidy-name.ts";
import { readUnitProfile, type UnitProfile } from "../../../renderer/widgets/unit-profile.ts";
import { creditCodeCheckDigit } from "../../../shared/records/credit-code.ts";
import type { Unit } from "../../../shared/records/unit.ts";
import { isLongEnough } from "../../../electron/services/keys/passphrase.ts";
import { UNIT } from "../../support/unit-file.ts";

const SETTINGS: Settings = {
  cycle: { year: 2026, applyOn: "2026-09-01", cutOff: "2026-12-31" },
  operators: [],
  operatorId: null,
};

describe("operators", () => {
  const two = addOperator(addOperator(SETTINGS, { id: "o-1", name: "王会计" }), {
    id: "o-2",
    name: "　李科长 ",
  });

  it("are added with their name tidied, and the first one works now", () => {
    expect(two.operators).toEqual([
      { id: "o-1", name: "王会计" },
      { id: "o-2", name: "李科长" },
    ]);
    expect(two.operatorId).toBe("o-1");
  });

  it("keep their id when they are renamed", () => {
    expect(renameOperator(two, "o-1", "王主任").operators[0]).toEqual({
      id: "o-1",
      name: "王主任",
    });
  });

  it("can be removed while somebody else works", () => {
    const left = removeOperator(two, "o-2");
    expect(left.operators).toEqual([{ id: "o-1", name: "王会计" }]);
    expect(left.operatorId).toBe("o-1");
  });

  it("have a name that nobody else has", () => {
    expect(checkOperatorName(two.operators, "李科长")).toBe("taken");
    expect(checkOperatorName(two.operators, "李科长", "o-2")).toBeNull();
    expect(checkOperatorName(two.operators, " 　")).toBe("empty");
    expect(checkOperatorName(two.operators, "字".repeat(41))).toBe("long");
    expect(checkOperatorName(two.operators, "𠮷".repeat(40))).toBeNull();
  });
});

describe("a name", () => {
  it("is composed, and has no spaces around it", () => {
    expect(tidyName("　e\u0301 a ")).toBe("é a");
  });
});

/** What the form says, which must be in order. */
function written(form: UnitProfile, onFile = UNIT): Unit {
  const read = readUnitProfile(form, { id: onFile.id, posts: onFile.posts });
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.unit;
}

describe("the unit's profile", () => {
  const unit: Unit = { ...UNIT, county: "荣成市", townshipAllowance: true };

  it("comes back from the form as it went in, posts and all", () => {
    expect(written(profileOf(unit), unit)).toEqual(unit);
  });

  it("keeps it open whether the allowance is paid where the record does not say", () => {
    expect("townshipAllowance" in written(profileOf(UNIT))).toBe(false);
  });

  it("drops an emptied field and reads a code typed in full width", () => {
    const code = "12990000MB0000001";
    const good = `${code}${creditCodeCheckDigit(code)}`;
    const typed = good.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    const form = { ...profileOf(unit), county: " ", creditCode: ` ${typed.toLowerCase()}` };
    expect("county" in written(form, unit)).toBe(false);
    expect(written(form, unit).creditCode).toBe(good);
  });

  it("has the core's sentence beside the field that is wrong", () => {
    const faultsOf = (part: Partial<UnitProfile>) => {
      const read = readUnitProfile({ ...profileOf(unit), ...part }, { id: unit.id, posts: null });
      return read.ok ? {} : read.faults;
    };
    expect(faultsOf({})).toEqual({});
    expect(faultsOf({ creditCode: "123" })["creditCode"]).toContain("18位");
    expect(faultsOf({ name: "" })).toEqual({ name: "必填，请补上" });
  });

  it("is not saved before it was chosen whether the unit is in the county's list", () => {
    const form = { ...profileOf(null), name: "甲镇卫生院" };
    const read = readUnitProfile(form, { id: "u-1", posts: null });
    expect(read.ok ? {} : read.faults).toEqual({ inCatalogue: "必填，请补上" });
    expect(written({ ...form, inCatalogue: "no" }).inCatalogue).toBe(false);
    expect(written({ ...form, inCatalogue: "yes" }).inCatalogue).toBe(true);
  });
});

describe("a passphrase", () => {
  it("is long enough here exactly where the key store says so", () => {
    for (const text of [
      "十二个字的口令够长了对吧吗",
      "短",
      "a".repeat(11),
      "a".repeat(12),
      "𠮷".repeat(11),
      "",
    ]) {
      expect(isPassphraseLongEnough(text)).toBe(isLongEnough(text));
    }
  });
});
