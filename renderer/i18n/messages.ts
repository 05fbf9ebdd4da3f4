import i18next from "i18next";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";

/** The languages of the screen; Chinese is the first and the fallback. */
export const LANGUAGES = ["zh-CN", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** The messages of one feature in both languages. A key that is missing in one does not compile. */
export interface Catalogue<Key extends string> {
  readonly namespace: string;
  readonly messages: Readonly<Record<Language, Readonly<Record<Key, string>>>>;
}

/** Declares a feature's messages. `{{name}}` stands for what a message names. */
export function defineMessages<Key extends string>(
  namespace: string,
  chinese: Readonly<Record<Key, string>>,
  english: Readonly<Record<NoInfer<Key>, string>>,
): Catalogue<Key> {
  return { namespace, messages: { "zh-CN": chinese, en: english } };
}

/** What messages name. */
export type MessageParams = Readonly<Record<string, string | number>>;

export type Say<Key extends string> = (key: Key, params?: MessageParams) => string;

/** The messages of a catalogue in the language of the screen; the same function until it changes. */
export function useMessages<Key extends string>(catalogue: Catalogue<Key>): Say<Key> {
  register(catalogue);
  const { t } = useTranslation(catalogue.namespace);
  return useCallback((key, params) => t(key as string, { ...params }), [t]);
}

/** Hands a catalogue to i18next once. */
function register({ namespace, messages }: Catalogue<string>): void {
  for (const language of LANGUAGES) {
    if (i18next.hasResourceBundle(language, namespace)) continue;
    i18next.addResourceBundle(language, namespace, messages[language]);
  }
}
