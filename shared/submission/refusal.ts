/**
 * Why a bureau does not take a package in. Codes are stable and stand in the order in which they are
 * looked for; the sentence says what is wrong and what to do.
 */
export const PACKAGE_REFUSALS = {
  "too-big": "文件超过本单位接收的上限；请单位压缩扫描件或减少附件后重新生成报送包",
  "not-age": "不是报送包（.jcp），或文件内容已不是原样；请单位重新复制原文件后再送",
  "wrong-recipient":
    "这个报送包不是加密给本单位的，本单位打不开；请单位核对所用的人社局信息卡后重新生成报送包",
  corrupt: "报送包不完整或被改动过；请单位重新复制原文件后再送",
  "zip-name": "报送包内有不允许的文件名；请单位用本程序重新生成报送包",
  "zip-duplicate": "报送包内有重名的文件；请单位用本程序重新生成报送包",
  "zip-collision": "报送包内有只差大小写的文件名；请单位用本程序重新生成报送包",
  "zip-type": "报送包内有链接、文件夹或特殊文件；请单位用本程序重新生成报送包",
  "zip-too-big": "报送包展开后过大，已停止读取；请单位减少附件后重新生成报送包",
  "zip-mismatch": "报送包的目录与内容不符；请单位用本程序重新生成报送包",
  "zip-roots": "报送包内的文件不在规定的文件夹 bag 下；请单位用本程序重新生成报送包",
  "bag-missing": "报送包缺少清单上列明的文件；请单位用本程序重新生成报送包",
  "bag-extra": "报送包内有清单上没有的文件；请单位用本程序重新生成报送包",
  "bag-hash": "报送包内有文件与清单上的摘要不符；请单位用本程序重新生成报送包",
  "bag-syntax": "报送包的清单写法不合规定；请单位用本程序重新生成报送包",
  "bag-uncovered": "报送包的签名没有覆盖全部说明文件；请单位用本程序重新生成报送包",
  unsigned: "报送包没有签名，或缺少本单位要求的 SM2 签名；请单位更新人社局信息卡后重新生成报送包",
  alg: "签名所用的算法或写法不是规定的；请单位用本程序重新生成报送包",
  "embedded-key": "签名自带密钥，不能作为凭证；请单位用本程序重新生成报送包",
  "key-unknown": "签名的密钥没有登记；请单位先报送登记申请，经电话核对指纹后登记",
  "key-revoked": "签名的密钥已停用；请单位用新密钥重新登记，再重新生成报送包",
  "bad-signature": "签名与内容不符；请与单位电话核实，不要采用其中的内容",
  "not-for-us":
    "这个报送包是报给其他部门的，或是按本部门以前的密钥制作的；请单位更新人社局信息卡后重新生成报送包",
  "signer-not-unit": "签名的密钥登记在另一个单位名下；请与两个单位电话核实",
  "id-reused": "同一编号的报送包以前收到过，但内容不同；请单位重新生成报送包",
  "revision-gap": "报送包的版次与已收到的不衔接；请单位先补送中间的版次",
  "revision-old": "这一版次或更新的版次已经收到；如有更正，请单位另行生成新的版次",
  content: "报送包的内容不合规定；请单位按列出的问题改正后重新生成，代替这一版次",
} as const;

export type PackageRefusalCode = keyof typeof PACKAGE_REFUSALS;

/** One Chinese sentence that says what is wrong with a package and what to do. */
export function describePackageRefusal(code: PackageRefusalCode): string {
  return PACKAGE_REFUSALS[code];
}
