import { Link } from "react-router";
import { citeBasis } from "../../shared/policy/pack.ts";
import { POST_GROUP_LABELS } from "../../shared/records/unit.ts";
import { useMessages } from "../i18n/messages.ts";
import { HelpTip } from "../widgets/help-tip.tsx";
import { eligibilityAddress, peopleAddress } from "../widgets/list-links.ts";
import { usePack } from "../widgets/pack.ts";
import { StatusTag } from "../widgets/status-tag.tsx";
import { postsMessages } from "./messages.ts";
import type { PostLine } from "./post-lines.ts";

/** So many names stand in a cell; the rest are on the list. */
const NAMES_SHOWN = 12;

interface PostsTableProps {
  readonly lines: readonly PostLine[];
  readonly nameOf: (id: string) => string;
}

/** A line a group of posts, with the names behind each number. */
export function PostsTable({ lines, nameOf }: PostsTableProps) {
  const say = useMessages(postsMessages);
  const pack = usePack();
  const clause = citeBasis(pack, pack.parameters["township.years"]);
  return (
    <div className="posts-scroll">
      <table className="posts-table">
        <thead>
          <tr>
            <th scope="col">{say("group")}</th>
            <th scope="col" className="posts-number">
              {say("approved")}
            </th>
            <th scope="col">{say("filled")}</th>
            <th scope="col">{say("special")}</th>
            <th scope="col" className="posts-number">
              {say("free")}
            </th>
            <th scope="col">
              {say("needing")}
              <HelpTip text={say("needingHelp")} />
            </th>
            <th scope="col">{say("gap")}</th>
            <th scope="col">
              {say("exempt")}
              <HelpTip text={say("exemptHelp")} />
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <PostsRow
              key={line.group}
              line={line}
              grades={pack.parameters["posts.grades"].value[line.group]}
              nameOf={nameOf}
            />
          ))}
        </tbody>
      </table>
      <p className="posts-clause">
        <Link to={`/policy#${encodeURIComponent(clause)}`}>{say("clause", { clause })}</Link>
      </p>
    </div>
  );
}

interface PostsRowProps {
  readonly line: PostLine;
  readonly grades: string;
  readonly nameOf: (id: string) => string;
}

function PostsRow({ line, grades, nameOf }: PostsRowProps) {
  const say = useMessages(postsMessages);
  const { group, approved, filled, special, free, needing, exempt } = line;
  const label = POST_GROUP_LABELS[group];
  const named = (what: string, ids: readonly string[], address: typeof peopleAddress) => (
    <Names ids={ids} address={address(ids, say("names", { group: label, what }))} nameOf={nameOf} />
  );
  return (
    <tr>
      <th scope="row">
        {label}
        <div className="posts-grades">{grades}</div>
      </th>
      <td className="posts-number">{approved ?? say("unknown")}</td>
      <td>{named(say("filled"), filled, peopleAddress)}</td>
      <td>{named(say("special"), special, peopleAddress)}</td>
      <td className="posts-number">
        {free === null ? say("unknown") : free}
        {free !== null && free < 0 ? (
          <div>
            <StatusTag state="bad" label={say("over", { count: -free })} />
          </div>
        ) : null}
      </td>
      <td>{named(say("needing"), needing, eligibilityAddress)}</td>
      <td>
        <Gap line={line} />
      </td>
      <td>{named(say("exempt"), exempt, eligibilityAddress)}</td>
    </tr>
  );
}

function Gap({ line: { short, needing } }: { readonly line: PostLine }) {
  const say = useMessages(postsMessages);
  if (needing.length === 0) return <span aria-hidden="true">—</span>;
  if (short === null) return <StatusTag state="unknown" label={say("unknown")} />;
  return short === 0 ? (
    <StatusTag state="good" label={say("gapNone")} />
  ) : (
    <StatusTag state="warn" label={say("gapShort", { count: short })} />
  );
}

interface NamesProps {
  readonly ids: readonly string[];
  readonly address: string;
  readonly nameOf: (id: string) => string;
}

/** A number that opens into its names and leads to its list. */
function Names({ ids, address, nameOf }: NamesProps) {
  const say = useMessages(postsMessages);
  if (ids.length === 0) return <>{say("nobody")}</>;
  return (
    <details className="posts-names">
      <summary>{say("people", { count: ids.length })}</summary>
      <div>
        {ids.slice(0, NAMES_SHOWN).map((id) => (
          <Link key={id} to={`/people/${id}`}>
            {nameOf(id)}
          </Link>
        ))}
        {ids.length > NAMES_SHOWN ? <span>……</span> : null}
      </div>
      <Link to={address}>{say("all")}</Link>
    </details>
  );
}
