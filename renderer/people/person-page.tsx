import { Page } from "../widgets/page.tsx";
import { Loading } from "../widgets/states.tsx";

/** 人员信息, until its owner lands it. */
export function PersonPage() {
  return (
    <Page title="人员信息">
      <Loading />
    </Page>
  );
}
