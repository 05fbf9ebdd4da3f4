import type { Issue } from "../../../shared/records/issue.ts";

/** What can be wrong with a receipt. */
const SENTENCES = {
  "not-age": "不是回执文件（.jcr）；请核对是否选错了文件",
  "wrong-recipient": "这份回执不是发给本单位的，打不开；请核对是否拿错了文件",
  corrupt: "回执已损坏或不完整；请向人社局重新索取",
  "too-big": "文件太大，不是回执；请核对是否选错了文件",
  "receipt-signer": "回执不是由本单位采用的人社局签名的；请核对信息卡，必要时重新采用",
  "receipt-revoked": "签名的密钥已停用，回执不算数；请人社局更换密钥后重新出具",
  "receipt-signature": "回执的签名不对，内容可能被改动过；请向人社局重新索取",
  "receipt-content": "回执的内容不合要求；请人社局用最新版本的程序重新出具",
} as const;

export type ReceiptFault = keyof typeof SENTENCES;

export interface ReceiptRefusal {
  readonly ok: false;
  readonly code: ReceiptFault;
  /** What is wrong with the content, and where. */
  readonly issues?: readonly Issue[];
}

/** One sentence for a clerk: what is wrong, and what to do. */
export function describeReceiptFault(code: ReceiptFault): string {
  return SENTENCES[code];
}
