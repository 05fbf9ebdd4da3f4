/** 附件类别: what a scan is of. */
export const ATTACHMENT_KINDS = [
  "identity",
  "education",
  "title",
  "appointment",
  "appraisal",
  "training",
  "posting",
  "achievement",
  "integrity",
  "publicity",
  "other",
] as const;
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];
export const ATTACHMENT_KIND_LABELS = {
  identity: "身份证明",
  education: "学历学位证书",
  title: "职称证书",
  appointment: "聘任证明",
  appraisal: "年度考核表",
  training: "继续教育证明",
  posting: "工作经历证明",
  achievement: "业绩材料",
  integrity: "诚信承诺书",
  publicity: "公示材料",
  other: "其他材料",
} as const satisfies Record<AttachmentKind, string>;
