import { Link } from "react-router";
import { isRecommended } from "../../shared/recommendation/context.ts";
import { isAllowed } from "../../shared/recommendation/states.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { Empty } from "../widgets/states.tsx";
import { roundAddress } from "../widgets/round-addresses.ts";
import { CertificateCard } from "./certificate-card.tsx";
import { ObjectionsCard } from "./objections-card.tsx";
import { PlanCard } from "./plan-card.tsx";
import { publicityMessages } from "./publicity-messages.ts";
import { nameOf, type RoundScene } from "../widgets/round-scene.ts";

/** 公示: when and where the notice hangs, what came in, and the certificate. */
export function PublicityView({ scene }: { readonly scene: RoundScene }) {
  const say = useMessages(publicityMessages);
  const { round, candidacies } = scene;
  const { publicity, year } = round;
  const recommended = candidacies.filter(isRecommended);
  // Hung anew after the bureau sent the package back, the notice is planned while the round is at it.
  const isAnew = round.state === "publishing" && publicity === null;
  const canPlan = isAllowed("planPublicity", round.state) || isAnew;
  if (publicity === null && !canPlan) {
    return (
      <Empty
        title={say("notYet")}
        hint={say("notYetHint")}
        action={<Link to={roundAddress(year)}>{say("toOverview")}</Link>}
      />
    );
  }
  return (
    <>
      <Card title={say("named")}>
        {recommended.length === 0 ? (
          <p>
            {say("named.none")} <Link to={roundAddress(year, "review")}>{say("toReview")}</Link>
          </p>
        ) : (
          <p>{recommended.map((one) => nameOf(scene, one)).join("、")}</p>
        )}
        <p className="round-actions no-print">
          <Link to={roundAddress(year, "forms", { form: "publicity" })}>{say("toNotice")}</Link>
          <Link to={roundAddress(year, "forms", { form: "certificate" })}>
            {say("toCertificate")}
          </Link>
        </p>
      </Card>
      <PlanCard scene={scene} canPlan={canPlan} />
      {publicity === null ? null : (
        <>
          <ObjectionsCard scene={scene} />
          <CertificateCard scene={scene} publicity={publicity} />
        </>
      )}
    </>
  );
}
