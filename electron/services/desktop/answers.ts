import type { Answer, BridgeError } from "../../../shared/bridge/method.ts";
import { describeFileFault, describeFolderFault, type FileFault } from "../files/faults.ts";

/** An answer with its output, and bytes beside it. */
export function done<Output>(output: Output, bytes: Uint8Array | null = null): Answer<Output> {
  return { ok: true, output, bytes };
}

type Refusal = Extract<Answer<unknown>, { readonly ok: false }>;

/** An expected error: a stable code, and one sentence for a clerk. */
export function refuse(
  code: string,
  message: string,
  details?: NonNullable<BridgeError["details"]>,
): Refusal {
  return { ok: false, error: { code, message, ...(details !== undefined && { details }) } };
}

/** What a disk said of a place that the clerk has chosen, as an expected error. */
export function refuseFile(fault: FileFault): Refusal {
  return refuse(fault, describeFileFault(fault));
}

/** What a disk said of the data folder, as an expected error. */
export function refuseFolder(fault: FileFault): Refusal {
  return refuse(fault, describeFolderFault(fault));
}

/** Another program, a command perhaps, is writing to the data folder. */
export function refuseInUse(): Refusal {
  return refuse("folder-in-use", "另一个程序正在使用数据文件夹，操作没有执行；请等它完成后重试");
}
