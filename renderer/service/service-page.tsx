import { Page } from "../widgets/page.tsx";
import { Loading } from "../widgets/states.tsx";

/** 工作年限, until its owner lands it. */
export function ServicePage() {
  return (
    <Page title="工作年限">
      <Loading />
    </Page>
  );
}
