/** Why a receiver does not start. */
export const START_FAULTS = {
  "receiver-running": "这个数据文件夹已有一个接收程序在运行；请先停止它，或换一个数据文件夹",
  "card-missing": "还没有信息卡，单位无法向本局报送；请先制作人社局信息卡",
  "trust-damaged": "登记资料已损坏或被改动，没有打开；请用备份中的 trust 文件夹恢复它",
  "store-unreachable":
    "连不上存放报送包的 S3 存储，或没有这个存储桶；请核对 --store 的名称、AWS_ENDPOINT_URL 和密钥",
  "not-published": "本局还没有发布登记资料；请在业务电脑上运行 jiceng receive --publish",
  "port-taken": "这个端口已被其他程序占用；请换一个端口，或关闭占用它的程序",
  "port-forbidden": "没有使用这个端口的权限；请换一个大于1023的端口",
  "host-unknown": "本机没有这个地址；请核对地址，或写 0.0.0.0 表示所有网络",
} as const;
export type StartFault = keyof typeof START_FAULTS;

/** One sentence for a clerk: what is wrong, and what to do. */
export function describeStartFault(code: StartFault): string {
  return START_FAULTS[code];
}

const OF_SYSTEM: Readonly<Record<string, StartFault>> = {
  EADDRINUSE: "port-taken",
  EACCES: "port-forbidden",
  EADDRNOTAVAIL: "host-unknown",
  ENOTFOUND: "host-unknown",
  EAI_AGAIN: "host-unknown",
};

/** The fault behind what listening threw; null for anything else. */
export function startFaultOf(error: unknown): StartFault | null {
  if (!(error instanceof Error) || !("code" in error) || !("syscall" in error)) return null;
  const isOfNetwork = error.syscall === "listen" || error.syscall === "getaddrinfo";
  return isOfNetwork ? (OF_SYSTEM[String(error.code)] ?? null) : null;
}
