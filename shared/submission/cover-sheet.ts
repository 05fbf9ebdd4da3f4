import { formatBeijing } from "../calendar/instant.ts";
import type { SentPackage } from "./sent-package.ts";

/**
 * 报送包封面: the paper that is sealed and signed, since a digital signature of ours is no official seal
 * (商用密码管理条例 第三十条). It names the package by its digest, and no person.
 */

/** A digest for reading aloud and comparing: 16 groups of 4 characters. */
export function digestGroups(sha256: string): string {
  return (sha256.match(/.{4}/g) ?? []).join(" ");
}

/** The cover sheet as a page that prints by itself on one sheet of A4. */
export function coverSheet(
  sent: Pick<SentPackage, "manifest" | "bureauName" | "tagmanifest" | "file">,
): string {
  const { manifest, tagmanifest, file } = sent;
  const { unit, cycle } = manifest;
  const cells = coverRows(sent).map(
    ([head, value]) => `<tr><th>${escape(head)}</th><td>${escape(value)}</td></tr>`,
  );
  return PAGE.replaceAll("{{title}}", () =>
    escape(`${unit.name}${cycle.year}年度职称申报报送包封面`),
  )
    .replace("{{rows}}", () => cells.join("\n"))
    .replace("{{tagmanifest}}", () => inLines(tagmanifest))
    .replace("{{file}}", () => inLines(file.sha256));
}

/** What the cover says besides the digests: a heading and a text each. */
export function coverRows({
  manifest,
  bureauName,
  file,
}: Pick<SentPackage, "manifest" | "bureauName" | "file">): readonly (readonly [string, string])[] {
  const { unit, cycle, revision, counts } = manifest;
  return [
    ["报送单位", unit.name],
    ["统一社会信用代码", unit.creditCode ?? "—"],
    ["接收部门", bureauName],
    ["申报年度", `${cycle.year}年度（申报日期${cycle.applyOn}）`],
    ["版次", `第${revision}版`],
    ["推荐人数", `${counts.people}人`],
    ["附件", `${counts.attachments}件`],
    ["报送包文件", `${file.name}（${file.size}字节）`],
    ["报送包编号", manifest.id],
    ["生成时间", `${formatBeijing(manifest.createdAt)}（北京时间）`],
  ];
}

function inLines(sha256: string): string {
  const groups = digestGroups(sha256).split(" ");
  const half = groups.length / 2;
  return `${groups.slice(0, half).join(" ")}<br>${groups.slice(half).join(" ")}`;
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** No script, no font and no picture from elsewhere: it prints on a machine without a network. */
const PAGE = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>{{title}}</title>
<style>
@page { size: A4; margin: 20mm; }
body { font: 12pt/1.6 "SimSun", "Songti SC", "Noto Serif CJK SC", serif; max-width: 170mm; margin: 0 auto; }
h1 { font-size: 18pt; text-align: center; font-weight: normal; }
table { width: 100%; border-collapse: collapse; }
th, td { border: 1px solid #000; padding: 2mm 3mm; text-align: left; font-weight: normal; }
th { width: 40mm; }
code { font: 12pt/1.6 "Courier New", monospace; }
.sign td { height: 30mm; vertical-align: top; width: 50%; }
p.note { font-size: 10pt; }
</style>
</head>
<body>
<h1>{{title}}</h1>
<table>
{{rows}}
<tr><th>内容摘要<br>（SHA-256）</th><td><code>{{tagmanifest}}</code></td></tr>
<tr><th>文件摘要<br>（SHA-256）</th><td><code>{{file}}</code></td></tr>
</table>
<p>本单位确认：本封面所列报送包的内容与原件一致，推荐程序符合规定。</p>
<table class="sign">
<tr><td>单位负责人（签字）：</td><td>单位（盖章）：</td></tr>
<tr><td>经办人（签字）：</td><td>日期：\u3000\u3000\u3000\u3000年\u3000\u3000月\u3000\u3000日</td></tr>
</table>
<p class="note">内容摘要是报送包内 tagmanifest-sha256.txt 的 SHA-256 值，涵盖包内全部文件；文件摘要是报送包文件本身的 SHA-256 值。接收部门收到后应核对两者与本封面一致。</p>
</body>
</html>
`;
