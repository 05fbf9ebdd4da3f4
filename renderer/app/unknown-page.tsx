import { Link } from "react-router";
import { useMessages } from "../i18n/messages.ts";
import { Page } from "../widgets/page.tsx";
import { Empty } from "../widgets/states.tsx";
import { appMessages } from "./messages.ts";

/** An address that no page stands at. */
export function UnknownPage() {
  const say = useMessages(appMessages);
  return (
    <Page title={say("unknown.title")}>
      <Empty title={say("unknown.text")} action={<Link to="/">{say("unknown.home")}</Link>} />
    </Page>
  );
}
