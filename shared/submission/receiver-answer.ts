import { z } from "zod";
import { instant } from "./fields.ts";

/** What a receiver answers over HTTP, and where it is asked. */

/** Header of a refusal that says its code: an answer to HEAD has no body. */
export const CODE_HEADER = "Jiceng-Code";

/** Where uploads are begun (tus 1.0, creation). Metadata: `packageId`, `unitId`, `sha256`. */
export function uploadsUrl(address: string): string {
  return `${withoutSlash(address)}/uploads`;
}

/** Where the answers to a package are fetched, those with a serial higher than `after`; -1 for all. */
export function receiptsUrl(address: string, packageId: string, after: number): string {
  return `${withoutSlash(address)}/receipts/${packageId}?after=${after}`;
}

/** Where a bureau's statements are fetched. */
export function statementsUrl(address: string): string {
  return `${withoutSlash(address)}/statements`;
}

function withoutSlash(address: string): string {
  return address.replace(/\/+$/, "");
}

/**
 * Why a receiver does not do what it was asked. Codes are stable; `status` is the HTTP status; the sentence,
 * shown at the unit, says what is wrong and what to do.
 */
export const RECEIVER_REFUSALS = {
  "token-missing": { status: 401, says: "请求没有带凭证；请用本程序报送" },
  "token-bad": { status: 401, says: "凭证无效；请更新程序后重试，仍不行的请与人社局联系" },
  "clock-off": {
    status: 401,
    says: "本机时间与人社局服务器的时间相差太大；请校正本机时间，程序会按服务器时间重试",
  },
  "wrong-bureau": {
    status: 403,
    says: "这份凭证是给另一个人社局的，或人社局已更换密钥；请更新人社局信息卡后重试",
  },
  "unknown-unit": {
    status: 403,
    says: "人社局没有登记本单位的密钥；请先送交登记申请，经电话核对指纹、登记后再报送",
  },
  "key-revoked": {
    status: 403,
    says: "本单位的密钥已被人社局停用；请用新密钥重新申请登记，再重新生成报送包",
  },
  "not-yours": { status: 403, says: "这次上传不是由本单位开始的；请重新开始上传" },
  "token-other": { status: 403, says: "凭证不是为这个请求开具的；请用本程序重试" },
  "upload-form": { status: 400, says: "上传请求的写法不合规定；请更新程序后重试" },
  "upload-gone": { status: 404, says: "服务器上已没有这次上传，可能已过期；请重新开始上传" },
  "too-big": {
    status: 413,
    says: "报送包超过人社局接收的上限；请压缩扫描件或减少附件后重新生成报送包",
  },
  "too-many": { status: 429, says: "请求太多，服务器稍后再接收；程序会自动重试" },
  "wrong-hash": { status: 460, says: "传到的文件与原文件不一致，服务器已删除；请重新上传" },
  "not-found": { status: 404, says: "服务器上没有这个地址；请更新人社局信息卡后重试" },
  "server-full": {
    status: 507,
    says: "人社局服务器的磁盘空间不足，暂时不能接收；请稍后重试，或改用U盘报送",
  },
  "server-fault": {
    status: 503,
    says: "人社局服务器暂时不能接收；请稍后重试，或改用U盘报送",
  },
} as const;
export type ReceiverRefusal = keyof typeof RECEIVER_REFUSALS;

/** Body of every refusal. */
export const receiverRefusalSchema = z.object({
  code: z.string(),
  message: z.string(),
  /** The bureau's time, as in the header. */
  time: instant(),
});

/** One Chinese sentence for the unit. */
export function describeReceiverRefusal(code: ReceiverRefusal): string {
  return RECEIVER_REFUSALS[code].says;
}

/**
 * Answer to `GET <address>/receipts/<packageId>?after=<serial>`. `unknown`: nothing of this file has come ·
 * `reading`: it has come and is about to be read · `received`: it is in the ledger · `refused`: it was not
 * taken in.
 */
export const receiptsAnswerSchema = z.object({
  state: z.enum(["unknown", "reading", "received", "refused"]),
  /** Sealed `.jcr` files in base64, those with a higher serial than asked for, in that order. */
  receipts: z.array(z.base64()),
  /** Why it was not taken in, unproven: a proven answer stands in `receipts` where the signer could be told. */
  refusal: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type ReceiptsAnswer = z.infer<typeof receiptsAnswerSchema>;

/** Answer to `GET <address>/statements`: signed texts that the bureau gives to its enrolled units. */
export const statementsAnswerSchema = z.object({
  /** The bureau's card in force, a `.jcb` text. */
  card: z.string().nullable(),
  /** The signed catalogue and policy packs, one text each. */
  statements: z.array(z.string()),
});
export type StatementsAnswer = z.infer<typeof statementsAnswerSchema>;
