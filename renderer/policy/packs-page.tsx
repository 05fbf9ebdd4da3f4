import { Button } from "antd";
import { useState } from "react";
import type { ShelvedPack } from "../../shared/bridge/statements-methods.ts";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import { civilOf } from "../../shared/calendar/day.ts";
import type { Pack } from "../../shared/policy/pack.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { useConfirm } from "../widgets/confirm.tsx";
import { Page } from "../widgets/page.tsx";
import { Failure, Loading } from "../widgets/states.tsx";
import { useToday } from "../widgets/today.ts";
import { policyMessages } from "./messages.ts";
import { PackEditor } from "./pack-editor.tsx";
import { type BureauPacks, useBureauPacks } from "./use-bureau-packs.ts";
import { copyPack, freePackId } from "./value-editors.ts";
import "./policy.css";

/** 政策包 of the bureau: what it has signed, and what it works on. */
export function PacksPage() {
  const say = useMessages(policyMessages);
  const desk = useBureauPacks();
  const { kept, fault, reload } = desk;
  return (
    <Page title={say("packs.title")} help={say("packs.help")}>
      {fault === null ? null : (
        <Failure title={say("shelf.unread")} message={fault} onRetry={() => void reload()} />
      )}
      {kept === null && fault === null ? <Loading /> : null}
      {kept === null ? null : (
        <>
          <Shelf desk={desk} packs={kept.packs} drafts={kept.drafts} />
          {kept.drafts.map((draft) => (
            <OpenDraft
              key={draft.id}
              desk={desk}
              draft={draft}
              others={kept.packs.map((one) => one.pack)}
            />
          ))}
        </>
      )}
    </Page>
  );
}

interface ShelfProps {
  readonly desk: BureauPacks;
  readonly packs: readonly ShelvedPack[];
  readonly drafts: readonly Pack[];
}

function Shelf({ desk, packs, drafts }: ShelfProps) {
  const say = useMessages(policyMessages);
  const year = civilOf(useToday()).year + 1;
  const begin = (base: Pack) => {
    const id = freePackId(
      year,
      [...packs.map(({ pack }) => pack), ...drafts].map((pack) => pack.id),
    );
    const draft = copyPack(base, {
      id,
      title: say("packs.newTitle", { name: desk.bureauName ?? "", year }),
      publisher: desk.bureauName ?? "",
      effectiveFrom: `${year}-01-01`,
      effectiveTo: null,
    });
    void desk.keepDraft(id, draft);
  };
  return (
    <Card title={say("shelf.title")}>
      <ul className="policy-shelf">
        {packs.map((one) => (
          <li key={one.pack.id}>
            <strong>{one.pack.title}</strong>
            <div className="policy-shelf-facts">
              <PackFacts shelved={one} />
            </div>
            <div className="policy-offered-actions">
              <Button
                size="small"
                disabled={desk.bureauName === null}
                onClick={() => begin(one.pack)}
              >
                {say("packs.begin")}
              </Button>
              {one.origin === "issued" ? (
                <Button size="small" onClick={() => void desk.saveAgain(one.pack.id)}>
                  {say("packs.again")}
                </Button>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function PackFacts({ shelved }: { readonly shelved: ShelvedPack }) {
  const say = useMessages(policyMessages);
  const { pack, origin, issuedAt } = shelved;
  const { effectiveFrom: from, effectiveTo: to } = pack;
  return (
    <>
      {to === null ? say("effectiveFrom", { from }) : say("effectiveBetween", { from, to })}
      {"　"}
      {origin === "shipped"
        ? say("shelf.shipped")
        : say("packs.signedAt", { at: issuedAt === null ? "" : formatBeijing(issuedAt) })}
    </>
  );
}

interface OpenDraftProps {
  readonly desk: BureauPacks;
  readonly draft: Pack;
  readonly others: readonly Pack[];
}

/** A pack that is worked on: every change that passes the pack's checks is kept at once. */
function OpenDraft({ desk, draft, others }: OpenDraftProps) {
  const say = useMessages(policyMessages);
  const confirm = useConfirm();
  const [past, setPast] = useState<readonly Pack[]>([]);
  const change = (next: Pack) => {
    setPast((steps) => [...steps, draft]);
    void desk.keepDraft(draft.id, next);
  };
  const undo = () => {
    const last = past.at(-1);
    if (last === undefined) return;
    setPast((steps) => steps.slice(0, -1));
    void desk.keepDraft(draft.id, last);
  };
  const drop = async () => {
    const isSure = await confirm({
      title: say("packs.dropTitle"),
      text: say("packs.dropText", { title: draft.title }),
      okLabel: say("packs.drop"),
      isDanger: true,
    });
    if (isSure) await desk.keepDraft(draft.id, null);
  };
  const issue = async () => {
    const isSure = await confirm({
      title: say("packs.issueTitle"),
      text: say("packs.issueText", { title: draft.title, from: draft.effectiveFrom }),
      okLabel: say("packs.issue"),
    });
    if (isSure) await desk.issue(draft);
  };
  return (
    <PackEditor draft={draft} others={others} onChange={change}>
      <Button type="primary" onClick={() => void issue()}>
        {say("packs.issue")}
      </Button>
      <Button disabled={past.length === 0} onClick={undo}>
        {say("packs.undo")}
      </Button>
      <Button danger onClick={() => void drop()}>
        {say("packs.drop")}
      </Button>
    </PackEditor>
  );
}
