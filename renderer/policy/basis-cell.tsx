import { Link } from "react-router";
import { useMessages } from "../i18n/messages.ts";
import { StatusTag } from "../widgets/status-tag.tsx";
import { policyMessages } from "./messages.ts";
import type { Basis } from "./parameters.ts";

/** Where a value comes from: its clause, which leads to the text, or the reason why it is 县局口径. */
export function BasisCell({ basis }: { readonly basis: Basis }) {
  const say = useMessages(policyMessages);
  const { citation, anchors, assumption } = basis;
  return (
    <div className="policy-basis">
      {citation === "" ? null : (
        <div>
          {anchors.length === 0 ? (
            citation
          ) : (
            <Link
              to={{ hash: `#${encodeURIComponent(citation)}` }}
              title={say("goTo", { clause: citation })}
            >
              {citation}
            </Link>
          )}
        </div>
      )}
      {assumption === null ? null : (
        <div>
          <StatusTag state="warn" label={say("assumption")} />
          <span className="policy-assumption">{assumption}</span>
        </div>
      )}
    </div>
  );
}
