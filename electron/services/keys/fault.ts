import { describeFileFault, FILE_FAULTS, type FileFault } from "../files/faults.ts";

/** What can be wrong with keys and those who hold them. A file fault is one too. */
const OWN_FAULTS = [
  "keys-missing",
  "keys-exist",
  "keys-damaged",
  "keys-newer",
  "passphrase-short",
  "passphrase-wrong",
  "recovery-length",
  "recovery-groups",
  "recovery-wrong",
  "os-store-none",
  "os-store-refused",
] as const;
export type KeyFault = (typeof OWN_FAULTS)[number] | FileFault;

/** A fault with the figures that its sentence needs. */
export interface KeyRefusal {
  readonly ok: false;
  readonly code: KeyFault;
  /** The groups of a recovery code that cannot be right, from 1. */
  readonly groups?: readonly number[];
  /** How many groups there were. */
  readonly found?: number;
}

type Sentences = Record<(typeof OWN_FAULTS)[number], (refusal: KeyRefusal) => string>;

const SENTENCES: Sentences = {
  "keys-missing": () => "还没有建立密钥；请先建立密钥（jiceng keys create）",
  "keys-exist": () => "已经有密钥，没有改动；要更换密钥，请用 jiceng keys renew",
  "keys-damaged": () => "密钥文件已损坏或被改动，没有打开；请用备份中的 keys 文件夹恢复它",
  "keys-newer": () => "密钥文件是更新版本的程序写的，本版本不能打开；请升级程序",
  "passphrase-short": () => "口令太短，至少12个字；请换一个更长的口令",
  "passphrase-wrong": () => "口令不对；请重新输入，忘记口令的请用恢复码（jiceng keys recover）",
  "recovery-length": ({ found = 0 }) =>
    `恢复码应为24组、每组3位数字，现为${found}组；请对照抄写的恢复码补全`,
  "recovery-groups": ({ groups = [] }) =>
    `恢复码第${groups.join("、")}组有误；请对照抄写的恢复码重新输入这几组`,
  "recovery-wrong": () => "恢复码不是这套密钥的；请核对是否拿错了恢复码，或已换过新的恢复码",
  "os-store-none": () => "这台电脑没有可靠的系统密钥库；请用口令打开",
  "os-store-refused": () => "系统密钥库没有交出密钥；请改用口令打开",
};

/** One sentence for a clerk: what is wrong, and what to do. */
export function describeKeyFault(refusal: KeyRefusal): string {
  const { code } = refusal;
  return isFileFault(code) ? describeFileFault(code) : SENTENCES[code](refusal);
}

function isFileFault(code: KeyFault): code is FileFault {
  return FILE_FAULTS.some((fault) => fault === code);
}

/** A refusal by its code. */
export function refuseKeys(code: KeyFault): KeyRefusal {
  return { ok: false, code };
}
