import { Page } from "../widgets/page.tsx";
import { Loading } from "../widgets/states.tsx";

/** 资格, until its owner lands it. */
export function EligibilityPersonPage() {
  return (
    <Page title="资格">
      <Loading />
    </Page>
  );
}
