/** The two channels between the preload and the main process; no others are ever opened. */

export const CALL_CHANNEL = "jiceng:call";
export const EVENT_CHANNEL = "jiceng:event";
