import { Page } from "../widgets/page.tsx";
import { Loading } from "../widgets/states.tsx";

/** 导入, until its owner lands it. */
export function ImportPage() {
  return (
    <Page title="导入">
      <Loading />
    </Page>
  );
}
