import { Page } from "../widgets/page.tsx";
import { Loading } from "../widgets/states.tsx";

/** 岗位, until its owner lands it. */
export function PostsPage() {
  return (
    <Page title="岗位">
      <Loading />
    </Page>
  );
}
