/** 未导入原因: the column that stands beside rows that were refused, and is passed over when they come back. */
/** The heading over the reasons in a workbook that is given back. */
export const REASON_HEADING = "未导入原因";
