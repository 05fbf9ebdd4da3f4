import type { ColumnType } from "./column.ts";

/** A value of a record as it stands in a cell: the opposite of `readCell`. */
export function cellOf(type: ColumnType, value: unknown): string | number | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "boolean") return value ? "是" : "否";
  if (type.kind === "choice") {
    const option = type.options.find((one) => one.value === value);
    if (option === undefined) throw new Error(`no label for ${JSON.stringify(value)}`);
    return option.label;
  }
  if (typeof value === "number") return value;
  if (typeof value !== "string") throw new TypeError("a cell holds text, a number or yes and no");
  return value === "" ? null : value;
}
