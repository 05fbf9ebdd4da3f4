import type { DeskPackage } from "../../shared/bridge/desk-schemas.ts";
import { digestGroups } from "../../shared/submission/cover-sheet.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { Empty } from "../widgets/states.tsx";
import { CheckLine } from "./check-line.tsx";
import { Fingerprint } from "./fingerprint.tsx";
import { packageMessages } from "./package-messages.ts";

/** What the program found across units, and what to compare with the sealed sheet. */
export function ChecksView({ of }: { readonly of: DeskPackage }) {
  const say = useMessages(packageMessages);
  const { checkList, remarks } = of;
  return (
    <div className="bureau-stack">
      <Card title={say("checks.title")} help={say("checks.help")}>
        {checkList.length === 0 ? (
          <Empty title={say("checks.none")} hint={say("checks.noneHint")} />
        ) : (
          <ul className="bureau-list">
            {checkList.map((check) => (
              <li key={`${check.code} ${check.text}`}>
                <CheckLine check={check} />
              </li>
            ))}
          </ul>
        )}
        {remarks.length === 0 ? null : (
          <ul className="bureau-list">
            {remarks.map(({ personId, code, text }) => (
              <li key={`${personId} ${code} ${text}`}>{text}</li>
            ))}
          </ul>
        )}
      </Card>
      <Digests of={of} />
    </div>
  );
}

function Digests({ of }: { readonly of: DeskPackage }) {
  const say = useMessages(packageMessages);
  const { tagmanifest, fileSha256, signerFingerprint, packageId, recommendation } = of;
  const { publicity } = recommendation;
  return (
    <Card title={say("digest.title")} help={say("digest.help")} id="digest">
      <dl className="bureau-facts">
        <dt>{say("digest.content")}</dt>
        <dd>
          <Fingerprint value={digestGroups(tagmanifest)} />
        </dd>
        <dt>{say("digest.file")}</dt>
        <dd>
          <Fingerprint value={digestGroups(fileSha256)} />
        </dd>
        <dt>{say("digest.signer")}</dt>
        <dd>
          <Fingerprint value={signerFingerprint} />
        </dd>
        <dt>{say("digest.id")}</dt>
        <dd>{packageId}</dd>
        <dt>{say("digest.publicity")}</dt>
        <dd>
          {publicity === null ? say("digest.noPublicity") : say("digest.publicityOf", publicity)}
        </dd>
      </dl>
    </Card>
  );
}
