import type { z } from "zod";

/**
 * One call between the screen and Node: JSON that both sides check by these schemas, and at most one
 * block of bytes each way beside it (a workbook, a scan), which JSON would swell by a third.
 */
export interface MethodSpec {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  /** The most bytes that a call may bring beside its input; absent: none. */
  readonly mostBytes?: number;
  /** The most that the input may take as JSON; absent: `MOST_INPUT_BYTES` of framing.ts. */
  readonly mostInputBytes?: number;
}

/** What a call comes to. Expected errors are values with a stable code; thrown ones would lose it on the way. */
export type Answer<Output> =
  | { readonly ok: true; readonly output: Output; readonly bytes: Uint8Array | null }
  | { readonly ok: false; readonly error: BridgeError };

/** An expected error: the screen branches on `code` and words it; `message` is the core's own Chinese sentence. */
export interface BridgeError {
  readonly code: string;
  readonly message: string;
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Errors that any call may meet, whatever it does. */
export const HOST_ERRORS = {
  "unknown-method": "界面与后台程序的版本不一致，请关闭后重新打开",
  "bad-input": "界面传给后台的内容不合要求，操作没有执行",
  "too-large": "内容太大，后台没有接收",
  locked: "数据已锁定，请先解锁",
  "host-gone": "与后台程序的连接断开了，刚才的操作没有执行；请重新打开程序",
  bug: "程序内部出错，操作没有执行；请在“健康检查”里导出诊断信息",
} as const satisfies Record<string, string>;
export type HostErrorCode = keyof typeof HOST_ERRORS;

/** An error of the host itself. */
export function hostError(code: HostErrorCode): {
  readonly ok: false;
  readonly error: BridgeError;
} {
  return { ok: false, error: { code, message: HOST_ERRORS[code] } };
}
