import type { Issue } from "../../../shared/records/issue.ts";
import {
  describeTrustRefusal,
  TRUST_REFUSALS,
  type TrustRefusal,
} from "../../../shared/submission/trust.ts";
import { describeFileFault, FILE_FAULTS, type FileFault } from "../files/faults.ts";

/** What can be wrong with an enrolment, a bureau card or what is kept of them. */
const OWN_FAULTS = {
  "enrolment-unreadable": "不是单位的登记申请文件（.jce），或文件不完整；请对方重新发送",
  "card-unreadable": "不是人社局信息卡文件（.jcb），或文件不完整；请对方重新发送",
  "statement-signature": "签名不对，文件被改动过或不完整；请对方重新发送",
  "statement-unreadable":
    "不是人社局发布的基层单位目录清单（.jcc）或政策包（.jcy），或文件不完整；请向人社局重新索取",
  "statement-signer":
    "不是本单位对接的人社局签发的，没有采用；人社局更换了密钥的，请先采用新的信息卡",
  "statement-content": "内容不合要求；请对方用最新版本的程序重新生成",
  "trust-damaged": "登记资料已损坏或被改动，没有打开；请用备份中的 trust 文件夹恢复它",
  "unit-unknown": "没有登记这个单位，或它的密钥已停用；请用 jiceng enrol list 核对单位编号",
  "bureau-missing": "还没有采用人社局信息卡；请先向人社局索取信息卡并核对密钥指纹",
} as const;

type OwnFault = keyof typeof OWN_FAULTS;
export type TrustFault = OwnFault | TrustRefusal | FileFault;

export interface TrustFaultResult {
  readonly ok: false;
  readonly code: TrustFault;
  /** What is wrong with the content, and where. */
  readonly issues?: readonly Issue[];
}

/** One sentence for a clerk: what is wrong, and what to do. */
export function describeTrustFault(code: TrustFault): string {
  if (isOneOf(FILE_FAULTS, code)) return describeFileFault(code);
  return isOneOf(TRUST_REFUSALS, code) ? describeTrustRefusal(code) : OWN_FAULTS[code];
}

function isOneOf<Code extends string>(codes: readonly Code[], code: string): code is Code {
  return codes.some((one) => one === code);
}
