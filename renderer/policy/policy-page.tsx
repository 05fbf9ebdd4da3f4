import { Page } from "../widgets/page.tsx";
import { Loading } from "../widgets/states.tsx";

/** 政策, until its owner lands it. */
export function PolicyPage() {
  return (
    <Page title="政策">
      <Loading />
    </Page>
  );
}
