import type { Unit } from "../../records/unit.ts";
import { BLANK_DATE, type ListCell, type OfficialList } from "./list.ts";

/** 基层单位目录清单, as the annex of 威人社字〔2020〕36号 prints it. */

/** The annex has ten numbered rows, filled or not. */
const ROWS_OF_ANNEX = 10;

/** A unit as the annex asks for it. */
export interface CatalogueRow {
  readonly name: string;
  readonly address: string;
  /** 是否享受乡镇工作补贴; null where it is not known. */
  readonly townshipAllowance: boolean | null;
  readonly note: string;
}

/** Those of some units that are in the catalogue, as rows of the annex. */
export function catalogueRowsOf(units: readonly Unit[]): readonly CatalogueRow[] {
  return units
    .filter(({ inCatalogue }) => inCatalogue)
    .map(({ name, address, townshipAllowance }) => ({
      name,
      address: address ?? "",
      townshipAllowance: townshipAllowance ?? null,
      note: "",
    }));
}

/** The list, in the order given. */
export function catalogueList(listed: readonly CatalogueRow[]): OfficialList {
  const count = Math.max(ROWS_OF_ANNEX, listed.length);
  return {
    name: "基层单位目录清单",
    above: "附件",
    title: "基层单位目录清单",
    lines: [["区市人力资源社会保障部门（章）：", BLANK_DATE]],
    columns: [
      { heading: "序号", width: 6, kind: "centre" },
      { heading: "单位名称", width: 30, kind: "text" },
      { heading: "所在地址", width: 32, kind: "text" },
      { heading: "是否享受\n乡镇工作补贴", width: 14, kind: "centre" },
      { heading: "备注", width: 12, kind: "text" },
    ],
    rows: Array.from({ length: count }, (_, index) => [index + 1, ...unitCells(listed[index])]),
    footers: [],
    orientation: "portrait",
  };
}

function unitCells(row: CatalogueRow | undefined): readonly ListCell[] {
  if (row === undefined) return [null, null, null, null];
  const { name, address, townshipAllowance, note } = row;
  const allowance = townshipAllowance === null ? null : townshipAllowance ? "是" : "否";
  return [name, address === "" ? null : address, allowance, note === "" ? null : note];
}
