import type { ReactNode } from "react";
import { useEffect, useRef } from "react";
import { useLanguage } from "../i18n/language.ts";
import { useMessages } from "../i18n/messages.ts";
import { appMessages } from "./messages.ts";
import "./gate.css";

interface GateProps {
  readonly title: string;
  /** A step of several: 2 of 5. */
  readonly step?: string;
  readonly children: ReactNode;
}

/** A page before the lock: a sheet in the middle, its title taking the focus. */
export function Gate({ title, step, children }: GateProps) {
  const say = useMessages(appMessages);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · 基层职称`;
    const { activeElement } = document;
    // A field of the page that asked for the focus keeps it.
    if (activeElement === null || activeElement === document.body) heading.current?.focus();
  }, [title]);
  return (
    <div className="gate">
      <header className="gate-head no-print">
        <span className="gate-product">{say("product")}</span>
        <LanguageSwitch />
      </header>
      <main className="gate-sheet">
        {step === undefined ? null : <div className="gate-step no-print">{step}</div>}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {children}
      </main>
    </div>
  );
}

function LanguageSwitch() {
  const [language, setLanguage] = useLanguage();
  const other = language === "en" ? "zh-CN" : "en";
  return (
    <button
      type="button"
      className="gate-language"
      lang={other}
      onClick={() => void setLanguage(other)}
    >
      {other === "en" ? "English" : "中文"}
    </button>
  );
}
