import { Page } from "../widgets/page.tsx";
import { Loading } from "../widgets/states.tsx";

/** 继续教育, until its owner lands it. */
export function TrainingPage() {
  return (
    <Page title="继续教育">
      <Loading />
    </Page>
  );
}
