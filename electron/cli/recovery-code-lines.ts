/** A new recovery code with what to do with it. */
export function recoveryCodeLines(recoveryCode: string): readonly string[] {
  return [
    "恢复码（24组，只显示这一次，程序不保存）：",
    ...recoveryCode.split("\n").map((line) => `    ${line}`),
    "请逐组抄写在纸上，放进保险柜；忘记口令时只有它能打开密钥，程序和人社局都不能代办。",
    "抄好后运行 jiceng keys rehearse，照抄件输入一遍，密钥才算建立完毕。",
  ];
}
