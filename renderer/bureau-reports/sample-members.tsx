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

/** Keeps one checklist in the sample as it now is on file, so that two desks fill in one sample together. */
function useSaveMember({ id }: Sample, onSaved: () => Promise<void>) {
  const say = useMessages(samplesMessages);
  const bridge = useBridge();
  const notice = useNotice();
  const sign = useSigner();
  return async (at: number, items: SampleMember["items"]) => {
    const signer = await sign();
    if (signer === null) return null;
    const listed = await bridge.call("desk.samples", {});
    if (!listed.ok) {
      notice.failed(listed.error.message);
      return null;
    }
    const sample = listed.output.samples.find((one) => one.id === id);
    const member = sample?.members[at];
    if (sample === undefined || member === undefined) {
      notice.failed(say("missing"));
      return null;
    }
    const checked = {
      ...member,
      items: tidyItems(items),
      checkedBy: signer.by,
      checkedAt: signer.at,
    };
    const members = sample.members.with(at, checked);
    const answer = await bridge.call("desk.putSample", { sample: { ...sample, members } });
    if (!answer.ok) {
      notice.failed(answer.error.message);
      return null;
    }
    notice.done(say("saved", { name: member.name }));
    await onSaved();
    return members;
  };
}
