import { describeFileFault, FILE_FAULTS, type FileFault } from "../files/faults.ts";

/** Why a package is not packed. */
const OWN_FAULTS = {
  "nobody-recommended": "没有推荐人选；请至少选定一人",
  "candidate-twice": "同一人的同一申报事项写了两次；请只留一次",
  "bureau-revoked": "人社局的密钥已停用；请向人社局索取新的信息卡并核对密钥指纹后再生成",
  "attachment-too-large": "附件超过人社局信息卡规定的大小；请压缩扫描件后重新选取",
  "attachment-type": "附件的格式不在政策包允许的范围内；请另存为 JPG、PNG、GIF 或 PDF 后重新选取",
  "attachment-twice": "同一人的同一附件选取了两次；请只留一次",
  "attachment-person": "附件写明的人员不在推荐人选之内；请核对人员编号，或去掉这个附件",
  "source-changed": "附件在选取后被改动过；请重新选取这个附件",
  "source-unreadable": "附件读不出来；请检查文件是否还在、是否被其他程序打开，然后重新选取",
  "package-too-big": "报送包超过人社局信息卡规定的大小；请压缩扫描件或减少附件",
  "nothing-sent": "本年度还没有生成过报送包，没有可以替换的；请直接生成",
  answered: "上一版已有人社局的回执，不能替换；请直接生成，作为新的版次",
  "target-exists": "文件已存在，没有改动；请换一个文件夹，或写明覆盖",
  "rehearsal-failed":
    "报送包生成后的自查没有通过，没有保留；请重新生成，仍不通过的请到“健康检查”页导出诊断信息",
  "records-damaged": "本单位的报送记录已损坏或被改动，没有生成；请用备份恢复 sent 文件夹",
  cancelled: "已取消，没有生成报送包",
} as const;

export type BuildFault = keyof typeof OWN_FAULTS | FileFault;

export interface BuildRefusal {
  readonly ok: false;
  readonly code: BuildFault;
  /** The attachment, file or folder that it is about. */
  readonly place?: string;
}

/** A refusal by its code. */
export function refuseBuild(code: BuildFault, place?: string): BuildRefusal {
  return { ok: false, code, ...(place !== undefined && { place }) };
}

/** One sentence for a clerk: what is wrong, and what to do. */
export function describeBuildFault(code: BuildFault): string {
  return isFileFault(code) ? describeFileFault(code) : OWN_FAULTS[code];
}

function isFileFault(code: BuildFault): code is FileFault {
  return FILE_FAULTS.some((fault) => fault === code);
}
