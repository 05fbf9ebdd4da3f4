import { Segmented } from "antd";
import { useLanguage } from "../i18n/language.ts";
import { type Language, useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { settingsMessages } from "./messages.ts";

/** The language of the screen, changed at once. Each language is named in itself. */
export function LanguageSection() {
  const say = useMessages(settingsMessages);
  const [language, setLanguage] = useLanguage();
  return (
    <Card title={say("language.title")} id="language">
      <div className="settings-line">
        <Segmented<Language>
          aria-label={say("language.label")}
          value={language}
          onChange={(chosen) => void setLanguage(chosen)}
          options={[
            { value: "zh-CN", label: "中文" },
            { value: "en", label: "English" },
          ]}
        />
        <span className="settings-note">{say("language.note")}</span>
      </div>
    </Card>
  );
}
