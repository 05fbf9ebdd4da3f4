import type { DESK_METHODS } from "../../../shared/bridge/desk-methods.ts";
import type { Desk, GroupHandlers } from "./desk.ts";
import { makeDecisionHandlers } from "./desk-decision-handlers.ts";
import { makeInboxHandlers } from "./desk-inbox-handlers.ts";
import { makeReportHandlers } from "./desk-report-handlers.ts";

/** The bureau's desk. */
export function makeDeskHandlers(desk: Desk): GroupHandlers<typeof DESK_METHODS> {
  return {
    ...makeInboxHandlers(desk),
    ...makeDecisionHandlers(desk),
    ...makeReportHandlers(desk),
  };
}
