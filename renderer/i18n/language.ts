import { changeLanguage as switchLanguage, use as addPlugin } from "i18next";
import { initReactI18next, useTranslation } from "react-i18next";
import { type Language, LANGUAGES } from "./messages.ts";

/** Where the choice is kept; it is needed before anything is unlocked. */
const PLACE = "jiceng.language";

/** Readies i18next with the language chosen last, Chinese at first. Messages come with their features. */
export async function startLanguage(): Promise<void> {
  const language = readLanguage();
  await addPlugin(initReactI18next).init({
    lng: language,
    fallbackLng: "zh-CN",
    supportedLngs: LANGUAGES,
    resources: {},
    // Keys are whole names with dots and colons of their own.
    keySeparator: false,
    nsSeparator: false,
    // React escapes.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  document.documentElement.lang = language;
}

/** The language of the screen, and a function that changes it at once and for good. */
export function useLanguage(): [Language, (language: Language) => Promise<void>] {
  const { i18n } = useTranslation();
  return [toLanguage(i18n.language), changeLanguage];
}

async function changeLanguage(language: Language): Promise<void> {
  localStorage.setItem(PLACE, language);
  document.documentElement.lang = language;
  await switchLanguage(language);
}

function readLanguage(): Language {
  return toLanguage(localStorage.getItem(PLACE));
}

function toLanguage(text: string | null): Language {
  return LANGUAGES.find((language) => language === text) ?? "zh-CN";
}
