import { Page } from "../widgets/page.tsx";
import { Loading } from "../widgets/states.tsx";

/** 人员, until its owner lands it. */
export function PeoplePage() {
  return (
    <Page title="人员">
      <Loading />
    </Page>
  );
}
