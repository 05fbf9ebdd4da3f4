import { Page } from "../widgets/page.tsx";
import { Loading } from "../widgets/states.tsx";

/** 导出, until its owner lands it. */
export function ExportPage() {
  return (
    <Page title="导出">
      <Loading />
    </Page>
  );
}
