import { Page } from "../widgets/page.tsx";
import { Loading } from "../widgets/states.tsx";

/** 健康检查, until its owner lands it. */
export function HealthPage() {
  return (
    <Page title="健康检查">
      <Loading />
    </Page>
  );
}
