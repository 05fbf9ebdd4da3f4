import { useMessages } from "../i18n/messages.ts";
import { Page } from "../widgets/page.tsx";
import { Failure, Loading } from "../widgets/states.tsx";
import { EnrolReader } from "./enrol-reader.tsx";
import { OwnCard } from "./own-card.tsx";
import { RegisterCard } from "./register-card.tsx";
import { unitsMessages } from "./units-messages.ts";
import { useAsked } from "../widgets/use-asked.ts";
import "./bureau.css";

/** 单位与密钥: whose packages are taken, and what the units know of the bureau. */
export function UnitsPage() {
  const say = useMessages(unitsMessages);
  const { output, fault, refresh } = useAsked("registry.state", {});
  return (
    <Page title={say("title")} help={say("help")}>
      {fault === null ? null : (
        <Failure title={say("unread")} message={fault} onRetry={() => void refresh()} />
      )}
      {output === null && fault === null ? <Loading /> : null}
      {output === null ? null : (
        <div className="bureau-stack">
          <EnrolReader onEnrolled={refresh} />
          <RegisterCard keys={output.keys} onChange={refresh} />
          <OwnCard state={output} onChange={refresh} />
        </div>
      )}
    </Page>
  );
}
