import { useMemo } from "react";
import { type Say, useMessages } from "../i18n/messages.ts";
import type { FieldChange } from "./record-changes.ts";
import { importMessages, type ImportKey } from "./messages.ts";

const CHANGES_SHOWN = 4;

/** What a change is about: 职称 主治医师 取得时间. */
export function placeOf({ sheet, sheetName, record, field }: FieldChange): string {
  return [sheet === "person" ? "" : sheetName, record, field]
    .filter((part) => part !== "")
    .join(" ");
}

function sayChange(say: Say<ImportKey>, change: FieldChange): string {
  const after = change.after ?? say("change.cleared");
  if (change.field === "") return say("change.new", { sheet: change.sheetName, after });
  const field = placeOf(change);
  return change.before === null
    ? say("change.set", { field, after })
    : say("change.from", { field, before: change.before, after });
}

/** What stands in the row's own columns already, or says nothing to the reader. */
function isSaidElsewhere({ sheet, field, before }: FieldChange): boolean {
  return sheet === "person" && before === null && (field === "姓名" || field === "人员编号");
}

/** Words for what becomes different. */
export function useChangeWords(): {
  readonly sayChanges: (changes: readonly FieldChange[]) => string;
} {
  const say = useMessages(importMessages);
  return useMemo(
    () => ({
      sayChanges: (all) => {
        const changes = all.filter((change) => !isSaidElsewhere(change));
        const text = changes
          .slice(0, CHANGES_SHOWN)
          .map((change) => sayChange(say, change))
          .join("；");
        return changes.length > CHANGES_SHOWN
          ? say("rows.more", { text, count: changes.length })
          : text;
      },
    }),
    [say],
  );
}
