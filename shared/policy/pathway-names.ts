/** 申报通道: each legal way to a title or a post, in the order in which they are shown. */
export const PATHWAYS = [
  "regular",
  "townshipTenure",
  "exchange",
  "doctor",
  "conversion",
  "directHire",
  "directHireMobility",
  "examMargin",
] as const;
export type PathwayId = (typeof PATHWAYS)[number];
export const PATHWAY_LABELS = {
  regular: "正常申报",
  townshipTenure: "乡镇年限倾斜",
  exchange: "交流人员直接申报",
  doctor: "博士直报正高",
  conversion: "换发全省统一证书",
  directHire: "直接聘用（凡下必用）",
  directHireMobility: "直聘人员流动",
  examMargin: "差五分以内竞聘",
} as const satisfies Record<PathwayId, string>;

/** Whether a pathway uses up a free regular post. */
export const QUOTAS = ["counts", "exempt"] as const;
export type Quota = (typeof QUOTAS)[number];
export const QUOTA_LABELS = {
  counts: "占岗位数额",
  exempt: "不占岗位数额",
} as const satisfies Record<Quota, string>;

export const PATHWAY_QUOTAS = {
  regular: "counts",
  townshipTenure: "exempt",
  exchange: "exempt",
  doctor: "counts",
  conversion: "exempt",
  directHire: "exempt",
  directHireMobility: "exempt",
  examMargin: "counts",
} as const satisfies Record<PathwayId, Quota>;

/** The pathways of which 〔2020〕42号 四 allows one line a year (line.sameYear is asked of them); 换发 is no 申报. */
export const ONE_LINE_PATHWAYS: ReadonlySet<PathwayId> = new Set([
  "regular",
  "townshipTenure",
  "exchange",
  "doctor",
]);
