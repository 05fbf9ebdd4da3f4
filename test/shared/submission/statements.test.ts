import { describe, expect, it } from "vitest";
import { formatIssue } from "../../../shared/records/issue.ts";
import {
  BUREAU_CARD_FORMAT,
  checkBureauCard,
  USUAL_ASKS,
} from "../../../shared/submission/bureau-card.ts";
import { checkEnrolment, ENROLMENT_FORMAT } from "../../../shared/submission/enrolment.ts";
import { checkReceipt, isReceiptFor, type Receipt } from "../../../shared/submission/receipt.ts";
import { makeKeys } from "../../support/installation.ts";

const { publicKeys } = await makeKeys("unit");
const STATEMENT = {
  keys: publicKeys,
  serial: 1,
  issuedAt: "2026-11-23T08:15:30Z",
  replaces: null,
};
const ENROLMENT = {
  format: ENROLMENT_FORMAT,
  unit: { id: "u-001", name: "示例镇卫生院", creditCode: null },
  ...STATEMENT,
};
const CARD = {
  format: BUREAU_CARD_FORMAT,
  bureau: { id: "rc-hrss", name: "示例市人社局" },
  addresses: ["https://rsj.example.cn:8443/files", "http://10.1.2.3/"],
  asks: USUAL_ASKS,
  ...STATEMENT,
};
const RECEIPT: Receipt = {
  format: "jiceng.receipt/1",
  packageId: "019abcde-0000-7000-8000-000000000000",
  tagmanifest: "0a".repeat(32),
  revision: 2,
  serial: 2,
  issuedAt: "2026-11-24T01:00:00Z",
  receivedAt: "2026-11-23T08:15:30Z",
  status: "returned",
  remarks: [{ personId: "p-001", code: "training-short", text: "公需科目学时不足" }],
};

function issuesOf(
  checked: ReturnType<typeof checkEnrolment | typeof checkBureauCard | typeof checkReceipt>,
) {
  return checked.ok ? [] : checked.issues.map((issue) => formatIssue(issue));
}

describe("an enrolment", () => {
  it("is read as it is", () => {
    expect(checkEnrolment(ENROLMENT)).toEqual({ ok: true, value: ENROLMENT });
  });

  it.each([
    ["another format", { format: "jiceng.enrolment/2" }, "format：不是本程序的文件"],
    ["an unknown key", { admin: true }, "admin：不认识这个字段"],
    ["no keys", { keys: undefined }, "keys：必填，请补上"],
    ["a half key", { keys: { ...publicKeys, signing: "abc" } }, "keys.signing：公钥不完整"],
    [
      "a secret age key",
      { keys: { ...publicKeys, reading: "AGE-SECRET-KEY-1" } },
      "keys.reading：",
    ],
    [
      "an SM2 key in capitals",
      { keys: { ...publicKeys, sm2: `04${"AB".repeat(64)}` } },
      "keys.sm2：",
    ],
    [
      "a credit code with a wrong check digit",
      { unit: { ...ENROLMENT.unit, creditCode: "91350100M000100Y44" } },
      "unit.creditCode：统一社会信用代码校验码不对",
    ],
    ["a path for an id", { unit: { ...ENROLMENT.unit, id: "../u" } }, "unit.id：编号只能用"],
    ["serial 0", { serial: 0 }, "serial：太小"],
    ["a local time", { issuedAt: "2026-11-23T08:15:30+08:00" }, "issuedAt：时间不存在或写法不对"],
    ["a key change that is no JWS", { replaces: "x" }, "replaces：公钥不完整"],
  ])("with %s is refused at its place", (_, change, said) => {
    const issues = issuesOf(checkEnrolment({ ...ENROLMENT, ...change }));
    expect(issues).toHaveLength(1);
    expect(issues[0]).toContain(said);
  });
});

describe("a bureau card", () => {
  it("is read as it is, with addresses or none", () => {
    expect(checkBureauCard(CARD)).toEqual({ ok: true, value: CARD });
    expect(checkBureauCard({ ...CARD, addresses: [] }).ok).toBe(true);
  });

  it.each([
    "ftp://rsj.example.cn/",
    "https://",
    "https://user:secret@rsj.example.cn/",
    "https://rsj.example.cn/?next=x",
    "https://rsj.example.cn/ x",
    "javascript:alert(1)",
    "file:///etc/passwd",
    `https://${"a".repeat(200)}.cn/`,
  ])("is refused with the address %s", (address) => {
    const issues = issuesOf(checkBureauCard({ ...CARD, addresses: [address] }));
    expect(issues).toHaveLength(1);
    expect(issues[0]).toContain("addresses[0]：接收地址应以");
  });

  it.each([
    [{ largestAttachment: 0 }, "asks.largestAttachment：太小"],
    [{ largestPackage: 1e15 }, "asks.largestPackage：太大"],
    [{ largestPackage: 1.5 }, "asks.largestPackage：应为整数"],
    [{ sm2: "yes" }, "asks.sm2：类型不对"],
  ])("is refused with %j", (change, said) => {
    const issues = issuesOf(checkBureauCard({ ...CARD, asks: { ...USUAL_ASKS, ...change } }));
    expect(issues[0]).toContain(said);
  });
});

describe("a receipt", () => {
  it("is read as it is", () => {
    expect(checkReceipt(RECEIPT)).toEqual({ ok: true, value: RECEIPT });
  });

  it.each([
    ["an unknown status", { status: "lost" }, "status：不在可选范围内"],
    [
      "a UUID of another version",
      { packageId: "019abcde-0000-4000-8000-000000000000" },
      "packageId：",
    ],
    ["a hash in capitals", { tagmanifest: "0A".repeat(32) }, "tagmanifest："],
    ["revision 0", { revision: 0 }, "revision：太小"],
    [
      "an empty remark",
      { remarks: [{ ...RECEIPT.remarks[0], text: "　" }] },
      "remarks[0].text：必填，请补上",
    ],
  ])("with %s is refused at its place", (_, change, said) => {
    const issues = issuesOf(checkReceipt({ ...RECEIPT, ...change }));
    expect(issues).toHaveLength(1);
    expect(issues[0]).toContain(said);
  });

  it("answers the package, the bytes and the revision that it names, and no others", () => {
    const { packageId, tagmanifest, revision } = RECEIPT;
    const sent = { packageId, tagmanifest, revision };
    expect(isReceiptFor(RECEIPT, sent)).toBe(true);
    expect(isReceiptFor(RECEIPT, { ...sent, revision: 1 })).toBe(false);
    expect(isReceiptFor(RECEIPT, { ...sent, tagmanifest: "0b".repeat(32) })).toBe(false);
    const other = "019abcde-0000-7000-8000-000000000001";
    expect(isReceiptFor(RECEIPT, { ...sent, packageId: other })).toBe(false);
  });
});
