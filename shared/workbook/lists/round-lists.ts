import { certificate } from "./certificate.ts";
import type { OfficialList } from "./list.ts";
import { minutes } from "./minutes.ts";
import { postsList } from "./posts-list.ts";
import { recommendationList } from "./recommendation-list.ts";
import type { RoundSource } from "./round-source.ts";

/** The forms of a round by the ASCII name that they are filed under (promise 22). */

export interface RoundListDefinition {
  readonly label: string;
  readonly forRound: (source: RoundSource) => OfficialList;
}

export const ROUND_LISTS = {
  recommendation: { label: "推荐人选情况一览表", forRound: recommendationList },
  minutes: { label: "评议记录", forRound: minutes },
  posts: { label: "岗位使用情况表", forRound: postsList },
  certificate: { label: "公示情况证明", forRound: certificate },
} as const satisfies Record<string, RoundListDefinition>;
