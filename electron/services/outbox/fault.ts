import { describeFileFault, FILE_FAULTS, type FileFault } from "../files/faults.ts";

/** What can stand between a package and its bureau. Codes are stable; the sentence says what to do. */
const OWN_FAULTS = {
  offline: "没有网络；接通网络后会自动继续，也可以改用U盘报送",
  unreachable: "连不上人社局的接收程序；稍后会自动重试，一直连不上的请与人社局联系，或改用U盘报送",
  "link-cut": "网络中断；稍后会从断开的地方自动继续",
  certificate: "人社局接收地址的安全证书有问题，没有发送；请与人社局联系，或改用U盘报送",
  "not-a-receiver": "信息卡上的接收地址不是人社局的接收程序；请与人社局核对接收地址，或改用U盘报送",
  "server-fault": "人社局的接收程序出错；稍后会自动重试，一直出错的请与人社局联系",
  busy: "人社局的接收程序正忙；稍后会自动重试",
  "unknown-unit": "人社局还没有登记本单位的密钥；请先报送登记申请并电话核对指纹，登记后会自动继续",
  "key-revoked": "本单位的密钥在人社局已停用；请与人社局联系，重新登记后再报送",
  "token-bad": "人社局的接收程序不认本单位的凭证；请更新程序，仍不行的改用U盘报送",
  "wrong-bureau": "接收地址属于另一个人社局，或人社局已更换密钥；请向人社局索取新的信息卡",
  "clock-off": "本机时间与人社局相差太多，人社局没有接收；请校准本机的日期和时间",
  "too-large": "报送包超过人社局接收的上限；请压缩扫描件或减少附件后重新生成",
  "hash-wrong": "人社局收到的内容与报送包不一致；稍后会自动重新发送",
  "upload-gone": "人社局的接收程序已没有这次上传；稍后会自动重新开始",
  "server-full": "人社局的接收程序磁盘空间不足；稍后会自动重试，急用的请改用U盘报送",
  "package-refused": "人社局没有收下这个报送包",
  "not-accepted": "人社局的接收程序没有接收；请与人社局联系，或改用U盘报送",
  "no-address": "人社局信息卡上没有接收地址；请改用U盘报送",
  "bureau-missing": "还没有采用人社局信息卡；请先对接县级人社局",
  "bureau-revoked": "人社局的密钥已停用；请索取新的信息卡并核对密钥指纹，再重新生成报送包",
  "bureau-changed": "这个报送包是按人社局以前的密钥加密的；请重新生成，代替这一版次",
  "earlier-first": "前一版次还没有收到回执；收到后会自动发送这一版次",
  "package-damaged": "本机保存的报送包已损坏；请用备份恢复 sent 文件夹，或重新生成，代替这一版次",
  "receipt-unverified": "人社局发来的回执没有通过核验，没有采用；请与人社局联系",
  "records-damaged": "本单位的报送记录已损坏或被改动；请用备份恢复 sent 文件夹",
  "program-fault": "程序内部出错，没有发送；稍后会自动重试，一直出错的请在“健康检查”页导出诊断信息",
  "folder-in-use": "另一个程序正在使用数据文件夹；等它完成后会自动继续",
} as const;

export type OutboxFault = keyof typeof OWN_FAULTS | FileFault;

/** True for a code of ours; an older or newer program may have noted others. */
export function isOutboxFault(code: string): code is OutboxFault {
  return code in OWN_FAULTS || isFileFault(code);
}

/** One sentence for a clerk: what is wrong, and what happens next. */
export function describeOutboxFault(code: OutboxFault): string {
  return isFileFault(code) ? describeFileFault(code) : OWN_FAULTS[code];
}

function isFileFault(code: string): code is FileFault {
  return FILE_FAULTS.some((fault) => fault === code);
}
