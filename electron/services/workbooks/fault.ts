import { describeFileFault, FILE_FAULTS, type FileFault, fileFaultOf } from "../files/faults.ts";

/** Why a file cannot be read or written. Codes are stable; the sentence is looked up by code. */
const SENTENCES = {
  missing: "文件不存在，请检查文件名和路径",
  denied:
    "没有读写这个文件的权限，或它正被 Excel、WPS 打开；请先关闭，或换一个位置，或请管理员授权",
  folder: "这是一个文件夹，请指定其中的文件",
  busy: "文件正被其他程序打开，请先在 Excel 或 WPS 中关闭它",
  noSpace: "磁盘空间不足，没有写入任何内容，请清理后重试",
  legacy:
    "这是旧版 Excel（.xls）或 WPS 表格（.et）文件，请用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”后再导入",
  encrypted:
    "文件设有打开密码，请用 Excel 或 WPS 打开，在“文件”“文档加密”中取消密码，另存为“Excel 工作簿（*.xlsx）”后再导入",
  openDocument:
    "这是 OpenDocument 表格（.ods），请用 Excel、WPS 或 LibreOffice 打开，另存为“Excel 工作簿（*.xlsx）”后再导入",
  binary:
    "这是 Excel 二进制工作簿（.xlsb），请用 Excel 打开，另存为“Excel 工作簿（*.xlsx）”后再导入",
  plainText:
    "这是文本或网页，不是 Excel 工作簿（有的系统导出时只改了扩展名），请用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”后再导入",
  notWorkbook: "不是 Excel 工作簿，请用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”后再导入",
  broken:
    "文件已损坏或不完整，请重新复制一份，或用 Excel、WPS 打开修复后另存为“Excel 工作簿（*.xlsx）”再导入",
  tooBig:
    "文件太大，为防止恶意文件已停止读取；请只保留需要的工作表和行，另存为“Excel 工作簿（*.xlsx）”后再导入",
  aborted: "已取消，没有作任何改动",
} as const;

type OwnFault = keyof typeof SENTENCES;
export type WorkbookFaultCode = OwnFault | FileFault;

/** One Chinese sentence that says what is wrong with a file and what to do. */
export function describeWorkbookFault(code: WorkbookFaultCode): string {
  return isFileFault(code) ? describeFileFault(code) : SENTENCES[code];
}

function isFileFault(code: WorkbookFaultCode): code is FileFault {
  return FILE_FAULTS.some((fault) => fault === code);
}

/** An expected failure on its way to the typed result of the function that was called. */
export class WorkbookFault extends Error {
  readonly code: WorkbookFaultCode;

  constructor(code: WorkbookFaultCode, options?: ErrorOptions) {
    super(describeWorkbookFault(code), options);
    this.code = code;
  }
}

/** A refusal with its code. */
export interface WorkbookRefusal {
  readonly ok: false;
  readonly code: WorkbookFaultCode;
}

/** What has a sentence of its own where Excel or WPS is the likely cause. */
const SYSTEM_CODES: Readonly<Record<string, OwnFault>> = {
  ENOENT: "missing",
  EACCES: "denied",
  EPERM: "denied",
  EROFS: "denied",
  EISDIR: "folder",
  ENOTDIR: "missing",
  EBUSY: "busy",
  ETXTBSY: "busy",
  ENOSPC: "noSpace",
  EDQUOT: "noSpace",
};

function faultOf(error: unknown, signal: AbortSignal | undefined): WorkbookFaultCode | null {
  if (signal?.aborted === true) return "aborted";
  if (error instanceof WorkbookFault) return error.code;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return SYSTEM_CODES[code] ?? fileFaultOf(error);
}

/** Runs a task; what can be expected to go wrong becomes a typed refusal, a bug goes on as it is. */
export async function refuseFaults<Done extends { readonly ok: true }>(
  signal: AbortSignal | undefined,
  task: () => Promise<Done>,
): Promise<Done | WorkbookRefusal> {
  try {
    signal?.throwIfAborted();
    return await task();
  } catch (error) {
    const code = faultOf(error, signal);
    if (code === null) throw error;
    return { ok: false, code };
  }
}
