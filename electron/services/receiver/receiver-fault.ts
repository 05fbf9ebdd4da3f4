/**
 * Why nothing can be received for now. `office`: register or card cannot be read · `records-damaged`: the
 * packages cannot · `store`: a disk or server says no.
 */
const RECEIVER_FAULTS = {
  office: "登记资料或信息卡打不开，暂时不能接收；请用备份恢复 trust 文件夹",
  "records-damaged": "收件记录已损坏或被改动，传到的报送包暂不收下；请用备份恢复 received 文件夹",
  store: "磁盘或存储不能读写，传到的报送包稍后再读；请检查磁盘空间和权限",
} as const;
export type ReceiverFault = keyof typeof RECEIVER_FAULTS;

/** One sentence for a clerk: what is wrong, and what to do. */
export function describeReceiverFault(code: ReceiverFault): string {
  return RECEIVER_FAULTS[code];
}
