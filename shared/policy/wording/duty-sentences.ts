import { SANCTION_KIND_LABELS } from "../../records/sanction.ts";
import type { Duty, DutyKind } from "../duties.ts";
import { sayDate, sayTitle } from "./phrases.ts";

/** What each kind of duty is called. */
export const DUTY_LABELS = {
  hoursMissing: "本年学时未满",
  trainingForNewTitle: "岗前培训",
  serviceOwed: "服务期未满",
  titleLapses: "基层职称将失效",
  sanctionRuns: "处分期内",
  catalogueUpdate: "更新基层单位目录",
} as const satisfies Record<DutyKind, string>;

/** One Chinese sentence for a duty, with its figures; who and by when stand beside it. */
export function sayDuty(duty: Duty): string {
  switch (duty.kind) {
    case "hoursMissing":
      return sayHoursMissing(duty);
    case "trainingForNewTitle": {
      const state = duty.isOverdue ? "已逾期，请尽快补训" : `应在${sayDate(duty.dueOn)}前参加`;
      return `新取得${sayTitle(duty.title)}，尚无岗前培训记录，${state}`;
    }
    case "serviceOwed":
      return sayServiceOwed(duty);
    case "titleLapses":
      return `基层工作经历到${sayDate(duty.dueOn)}为止，离开基层单位后${sayTitle(duty.title)}失效`;
    case "sanctionRuns": {
      const until = duty.dueOn === null ? "未定截止日" : `至${sayDate(duty.dueOn)}`;
      return `${SANCTION_KIND_LABELS[duty.sanction]}处分期${until}`;
    }
    case "catalogueUpdate": {
      const listed = duty.isUnitListed ? "" : "；本单位目前未列入目录，请及时向县级人社局申请列入";
      return `县级人社局应在${sayDate(duty.dueOn)}前更新并报备基层单位目录清单${listed}`;
    }
    default:
      return duty satisfies never;
  }
}

function sayHoursMissing({
  year,
  total,
  public: publicHours,
  professional,
}: Extract<Duty, { kind: "hoursMissing" }>): string {
  const parts = [
    publicHours > 0 ? `公需科目${publicHours}` : "",
    professional > 0 ? `专业科目${professional}` : "",
  ].filter((part) => part !== "");
  const least = Math.max(total, publicHours + professional);
  const detail = parts.length === 0 ? "" : `（其中${parts.join("、")}）`;
  return `${year}年还差${least}学时${detail}`;
}

function sayServiceOwed(duty: Extract<Duty, { kind: "serviceOwed" }>): string {
  const ground = duty.because === "exchange" ? "交流到乡镇期间取得职称" : "直接聘用到乡镇事业单位";
  const early =
    duty.postingEndsOn === null ? "" : `；岗位到${sayDate(duty.postingEndsOn)}为止，服务期将不满`;
  return `${ground}，服务期自${sayDate(duty.since)}至${sayDate(duty.dueOn)}${early}`;
}
