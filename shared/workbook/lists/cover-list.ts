import { coverRows, digestGroups } from "../../submission/cover-sheet.ts";
import type { SentPackage } from "../../submission/sent-package.ts";
import { type OfficialList, signatureLine } from "./list.ts";

/** 报送包封面 as a workbook, for units that seal what they print from WPS: the same rows as the page. */
export function coverList(
  sent: Pick<SentPackage, "manifest" | "bureauName" | "tagmanifest" | "file">,
): OfficialList {
  const { unit, cycle } = sent.manifest;
  return {
    name: "报送包封面",
    title: `${unit.name}${cycle.year}年度职称申报报送包封面`,
    lines: [],
    columns: [
      { heading: "项目", width: 20, kind: "centre" },
      { heading: "内容", width: 66, kind: "text" },
    ],
    rows: [
      ...coverRows(sent),
      ["内容摘要（SHA-256）", digestGroups(sent.tagmanifest)],
      ["文件摘要（SHA-256）", digestGroups(sent.file.sha256)],
    ],
    footers: [
      "本封面加盖公章后，与报送包一并送交；人社局收到后核对摘要。",
      signatureLine("经办人", "单位负责人（盖章）"),
    ],
    orientation: "portrait",
  };
}
