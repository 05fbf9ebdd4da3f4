import { CELL_STYLES, type CellStyle } from "../../../shared/workbook/plan.ts";
import { encodeXml } from "./xml-text.ts";

/** How each look of a cell is told to a spreadsheet program. */

interface Look {
  readonly size?: number;
  readonly isBold?: boolean;
  readonly color?: string;
  readonly fill?: string;
  readonly hasBorder?: boolean;
  readonly format?: "General" | "@" | "0";
  readonly horizontal?: "left" | "center" | "right";
  readonly vertical?: "top" | "center";
  readonly wraps?: boolean;
}

/** 宋体, which every Chinese office has; others are replaced by the program. */
const FONT = "宋体";
const HEADING_FILL = "FFDDEBF7";
const RED = "FFC00000";
const TABLE: Look = { size: 11, hasBorder: true, format: "@", vertical: "center", wraps: true };

const LOOKS: Readonly<Record<CellStyle, Look>> = {
  plain: {},
  documentTitle: { size: 18, isBold: true, horizontal: "center", vertical: "center", wraps: true },
  documentLine: { size: 11, horizontal: "left", vertical: "center", wraps: true },
  documentLineRight: { size: 11, horizontal: "right", vertical: "center", wraps: true },
  instruction: { size: 11, horizontal: "left", vertical: "center", wraps: true },
  instructionHeading: { isBold: true, fill: HEADING_FILL, vertical: "center", hasBorder: true },
  heading: {
    isBold: true,
    fill: HEADING_FILL,
    hasBorder: true,
    horizontal: "center",
    vertical: "center",
    wraps: true,
  },
  requiredHeading: {
    isBold: true,
    color: RED,
    fill: HEADING_FILL,
    hasBorder: true,
    horizontal: "center",
    vertical: "center",
    wraps: true,
  },
  textInput: { format: "@", vertical: "center" },
  numberInput: { format: "General", horizontal: "right", vertical: "center" },
  yearInput: { format: "0", horizontal: "right", vertical: "center" },
  tableHeading: { ...TABLE, isBold: true, horizontal: "center" },
  tableText: { ...TABLE, horizontal: "left" },
  tableCentre: { ...TABLE, horizontal: "center" },
  tableNumber: { ...TABLE, format: "General", horizontal: "center" },
  tableTotal: { ...TABLE, format: "General", isBold: true, horizontal: "center" },
  footer: { size: 11, horizontal: "left", vertical: "center", wraps: true },
};

const FORMAT_IDS = { General: 0, "0": 1, "@": 49 } as const;
const NO_FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
];
const NO_BORDER = "<border><left/><right/><top/><bottom/><diagonal/></border>";

/** Each distinct piece of XML once, with its number. */
class Distinct {
  readonly items: string[];

  constructor(first: readonly string[]) {
    this.items = [...first];
  }

  numberOf(item: string): number {
    const known = this.items.indexOf(item);
    return known === -1 ? this.items.push(item) - 1 : known;
  }
}

function fontXml({ size = 11, isBold = false, color }: Look): string {
  const shade = color === undefined ? '<color indexed="8"/>' : `<color rgb="${color}"/>`;
  return `<font>${isBold ? "<b/>" : ""}<sz val="${size}"/>${shade}<name val="${FONT}"/><family val="3"/><charset val="134"/></font>`;
}

function fillXml({ fill }: Look): string {
  return fill === undefined
    ? (NO_FILLS[0] ?? "")
    : `<fill><patternFill patternType="solid"><fgColor rgb="${fill}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function borderXml({ hasBorder = false }: Look): string {
  if (!hasBorder) return NO_BORDER;
  const side = (name: string) => `<${name} style="thin"><color auto="1"/></${name}>`;
  return `<border>${side("left")}${side("right")}${side("top")}${side("bottom")}<diagonal/></border>`;
}

function alignmentXml({ horizontal, vertical, wraps = false }: Look): string {
  const attributes = [
    horizontal === undefined ? "" : ` horizontal="${horizontal}"`,
    vertical === undefined ? "" : ` vertical="${vertical}"`,
    wraps ? ' wrapText="1"' : "",
  ].join("");
  return attributes === "" ? "" : `<alignment${attributes}/>`;
}

function listXml(tag: string, items: readonly string[]): string {
  return `<${tag} count="${items.length}">${items.join("")}</${tag}>`;
}

/** The number of a look in `stylesXml`. */
export function styleNumber(style: CellStyle): number {
  return CELL_STYLES.indexOf(style);
}

/** The part xl/styles.xml. */
export function stylesXml(): string {
  const fonts = new Distinct([fontXml(LOOKS.plain)]);
  const fills = new Distinct(NO_FILLS);
  const borders = new Distinct([NO_BORDER]);
  const cells = CELL_STYLES.map((style) => {
    const look = LOOKS[style];
    const format = FORMAT_IDS[look.format ?? "General"];
    const numbers = `numFmtId="${format}" fontId="${fonts.numberOf(fontXml(look))}" fillId="${fills.numberOf(fillXml(look))}" borderId="${borders.numberOf(borderXml(look))}" xfId="0"`;
    const applied =
      'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"';
    return `<xf ${numbers} ${applied}>${alignmentXml(look)}</xf>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    listXml("fonts", fonts.items),
    listXml("fills", fills.items),
    listXml("borders", borders.items),
    listXml("cellStyleXfs", ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
    listXml("cellXfs", cells),
    listXml("cellStyles", [`<cellStyle name="${encodeXml("Normal")}" xfId="0" builtinId="0"/>`]),
    "</styleSheet>",
  ].join("");
}
