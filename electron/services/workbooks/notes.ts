import { cellAddress } from "../../../shared/workbook/address.ts";
import type { PlannedNote } from "../../../shared/workbook/plan.ts";
import { encodeCellText } from "./xml-text.ts";

/** Notes on cells: their text is one part, the box that shows it is another, in the VML of old. */

const AUTHOR = "填写说明";
const LINES_OF_BOX = 6;

/** The part with the notes' texts. */
export function notesXml(notes: readonly PlannedNote[]): string {
  const items = notes.map(
    ({ row, column, text }) =>
      `<comment ref="${cellAddress(row, column)}" authorId="0"><text><r><rPr><sz val="9"/><rFont val="宋体"/><charset val="134"/></rPr><t xml:space="preserve">${encodeCellText(text)}</t></r></text></comment>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>${AUTHOR}</author></authors><commentList>${items.join("")}</commentList></comments>`;
}

/** The part with the boxes, hidden until the pointer rests on the cell. */
export function noteBoxesXml(notes: readonly PlannedNote[]): string {
  const boxes = notes.map((note, index) => boxXml(note, index));
  return [
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">',
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>',
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>',
    ...boxes,
    "</xml>",
  ].join("");
}

function boxXml({ row, column }: PlannedNote, index: number): string {
  const anchor = [column + 1, 12, row - 1, 6, column + 4, 12, row - 1 + LINES_OF_BOX, 6].join(", ");
  return [
    `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">`,
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>',
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>',
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData>`,
    "</v:shape>",
  ].join("");
}
