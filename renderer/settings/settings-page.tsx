import { useEffect } from "react";
import { useLocation } from "react-router";
import type { Settings } from "../store/types.ts";
import { useMessages } from "../i18n/messages.ts";
import { useRecords } from "../store/context.ts";
import { Page } from "../widgets/page.tsx";
import { Loading } from "../widgets/states.tsx";
import { AboutSection } from "./about-section.tsx";
import { CatalogueSection } from "./catalogue-section.tsx";
import { CycleSection } from "./cycle-section.tsx";
import { DataSection } from "./data-section.tsx";
import { KeysSection } from "./keys-section.tsx";
import { LanguageSection } from "./language-section.tsx";
import { LockSection } from "./lock-section.tsx";
import { settingsMessages } from "./messages.ts";
import { OperatorsSection } from "./operators-section.tsx";
import { UnitSection } from "./unit-section.tsx";
import "./settings.css";

interface SettingsPageProps {
  /** A bureau has neither a round nor a unit of its own. */
  readonly isBureau?: boolean;
}

/** 设置: language, operators, round, lock, unit, keys, data folder, about. */
export function SettingsPage({ isBureau = false }: SettingsPageProps) {
  const say = useMessages(settingsMessages);
  const records = useRecords();
  const { hash } = useLocation();
  const isReady = records !== null;
  useEffect(() => {
    // Other pages lead to a part of this one, `#keys`.
    if (isReady && hash !== "") document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [hash, isReady]);
  return (
    <Page title={say("title")} help={say("help")}>
      {records === null ? (
        <Loading />
      ) : (
        <div className="settings-grid">
          <div>
            <LanguageSection />
            <OperatorsSection settings={records.settings} />
            {isBureau ? null : (
              <CycleSection key={keyOf(records.settings)} settings={records.settings} />
            )}
            <LockSection />
            <KeysSection />
          </div>
          <div>
            {isBureau ? null : (
              <UnitSection key={JSON.stringify(records.unit)} unit={records.unit} />
            )}
            {isBureau || records.unit === null ? null : <CatalogueSection unit={records.unit} />}
            <DataSection />
            <AboutSection />
          </div>
        </div>
      )}
    </Page>
  );
}

/** The form begins anew where the round on file has changed, by undo for example. */
function keyOf({ cycle }: Settings): string {
  return JSON.stringify(cycle);
}
