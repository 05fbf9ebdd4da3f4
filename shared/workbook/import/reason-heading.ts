/** The heading over the reasons in a workbook that is given back; the column is passed over when it comes again. */
export const REASON_HEADING = "未导入原因";
