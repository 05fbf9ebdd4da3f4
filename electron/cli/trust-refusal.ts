import { formatIssue } from "../../shared/records/issue.ts";
import { describeTrustFault, type TrustFaultResult } from "../services/trust/fault.ts";
import { type CommandFailure, refused } from "./io.ts";

/** A fault of trust as a refusal that names the file or folder; each issue of the content on a line of its own. */
export function trustRefusal(
  place: string,
  { code, issues = [] }: TrustFaultResult,
): CommandFailure {
  return refused(
    `${place}：${describeTrustFault(code)}`,
    ...issues.map((issue) => `${place}：${formatIssue(issue)}`),
  );
}
