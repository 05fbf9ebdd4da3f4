import { Link } from "react-router";
import type { Sample, SampleMember } from "../../shared/bureau/sample.ts";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { useNotice } from "../widgets/notice.tsx";
import { StatusTag } from "../widgets/status-tag.tsx";
import { useQuery } from "../widgets/use-query.ts";
import { useSigner } from "../widgets/use-signer.ts";
import { Checklist } from "./checklist.tsx";
import { countDoubts, nextMember, stateOfMember, tidyItems } from "./sample-form.ts";

import { samplesMessages } from "./samples-messages.ts";

interface SampleMembersProps {
  readonly sample: Sample;
  readonly onSaved: () => Promise<void>;
}

/** Those drawn beside the checklist of one; which one stands in the address. */
export function SampleMembers({ sample, onSaved }: SampleMembersProps) {
  const say = useMessages(samplesMessages);
  const [query, change] = useQuery();
  const { members } = sample;
  const asked = Number(query.get("at"));
  const at = Number.isInteger(asked) && asked >= 1 && asked <= members.length ? asked - 1 : 0;
  const member = members[at];
  const save = useSaveMember(sample, onSaved);
  const saveAndGoOn = async (items: SampleMember["items"]) => {
    const saved = await save(at, items);
    if (saved === null) return false;
    change(() => new URLSearchParams({ at: String(nextMember(saved, at) + 1) }));
    return true;
  };
  return (
    <div className="reports-members no-print">
      <nav aria-label={say("members")}>
        <ul className="reports-people">
          {members.map((one, index) => (
            <li key={`${one.packageId} ${one.key}`}>
              <Link to={`?at=${index + 1}`} aria-current={index === at ? "true" : undefined}>
                {one.name} <MemberTag member={one} />
                <small>
                  {one.unitName}　{one.question}
                </small>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {member === undefined ? null : (
        <Checklist
          key={`${member.packageId} ${member.key}`}
          draftKey={`bureau.sample.${sample.id}.${at}`}
          member={member}
          onSave={saveAndGoOn}
        />
      )}
    </div>
  );
}

function MemberTag({ member }: { readonly member: SampleMember }) {
  const say = useMessages(samplesMessages);
  switch (stateOfMember(member)) {
    case "clean":
      return <StatusTag state="good" label={say("clean")} />;
    case "doubtful":
      return (
        <StatusTag state="bad" label={say("doubtful", { count: countDoubts(member.items) })} />
      );
    case "notChecked":
    default:
      return <StatusTag state="unknown" label={say("notChecked")} />;
  }
}

/** Keeps one checklist, and gives the members as they then are; null where it was not kept. */
function useSaveMember({ id, members }: Sample, onSaved: () => Promise<void>) {
  const say = useMessages(samplesMessages);
  const bridge = useBridge();
  const notice = useNotice();
  const sign = useSigner();
  return async (at: number, items: SampleMember["items"]) => {
    const before = members[at];
    const signer = before === undefined ? null : await sign();
    if (before === undefined || signer === null) return null;
    const filled = { sampleId: id, before, items: tidyItems(items), by: signer.by };
    const answer = await bridge.call("desk.putChecklist", filled);
    if (answer.ok) notice.done(say("saved", { name: before.name }));
    else notice.failed(answer.error.message);
    // What another desk filled in is shown before it can be filled in otherwise.
    if (answer.ok || answer.error.code === "checklist-changed") await onSaved();
    return answer.ok ? answer.output.sample.members : null;
  };
}
