import { Page } from "../widgets/page.tsx";
import { Loading } from "../widgets/states.tsx";

/** 设置, until its owner lands it. */
export function SettingsPage() {
  return (
    <Page title="设置">
      <Loading />
    </Page>
  );
}
