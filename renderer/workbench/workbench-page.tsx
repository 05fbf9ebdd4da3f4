import { Page } from "../widgets/page.tsx";
import { Loading } from "../widgets/states.tsx";

/** 工作台, until its owner lands it. */
export function WorkbenchPage() {
  return (
    <Page title="工作台">
      <Loading />
    </Page>
  );
}
