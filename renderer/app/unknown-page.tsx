import { Link, useLocation } from "react-router";
import { useMessages } from "../i18n/messages.ts";
import { Page } from "../widgets/page.tsx";
import { Empty } from "../widgets/states.tsx";
import { appMessages } from "./messages.ts";
import { isOfOtherRole } from "./other-role.ts";
import { useRole } from "./role.ts";

/** An address that no page stands at, or none for this role. */
export function UnknownPage() {
  const say = useMessages(appMessages);
  const role = useRole();
  const { pathname } = useLocation();
  const home = <Link to="/">{say("unknown.home")}</Link>;
  if (!isOfOtherRole(pathname, role)) {
    return (
      <Page title={say("unknown.title")}>
        <Empty title={say("unknown.text")} action={home} />
      </Page>
    );
  }
  return (
    <Page title={say("otherRole.title")}>
      <Empty
        title={role === "bureau" ? say("otherRole.ofUnit") : say("otherRole.ofBureau")}
        action={home}
      />
    </Page>
  );
}
