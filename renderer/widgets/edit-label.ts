import { useMessages, type MessageParams } from "../i18n/messages.ts";
import type { EditLabel } from "../store/types.ts";
import { historyMessages, type HistoryKey } from "./history-messages.ts";

/** A function that words what an edit is called. */
export function useEditLabel(): (label: EditLabel) => string {
  const say = useMessages(historyMessages);
  return ({ key, params }) => say(key as HistoryKey, params);
}

/** A label whose key is checked by the compiler. */
export function labelEdit(key: HistoryKey, params?: MessageParams): EditLabel {
  return params === undefined ? { key } : { key, params };
}
