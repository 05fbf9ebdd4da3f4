import { randomInt, randomUUID } from "node:crypto";
import type { DESK_METHODS } from "../../../shared/bridge/desk-methods.ts";
import { HIGHEST_SEED } from "../../../shared/bureau/sample.ts";
import { formatInstant } from "../../../shared/calendar/instant.ts";
import {
  backUp,
  type LedgerBackup,
  listBackups,
  openBackup,
  putBackup,
} from "../ledger/back-up.ts";
import { countYear } from "../ledger/count-year.ts";
import { PLAN_FAULTS, putPlan, readPlan } from "../ledger/keep-plan.ts";
import { drawSample, listSamples, putChecklist, SAMPLE_FAULTS } from "../ledger/keep-samples.ts";
import { sumYear } from "../ledger/sum-year.ts";
import { drawSummaryLists, planSummaryWorkbook } from "../ledger/summary-workbook.ts";
import { packWorkbook } from "../workbooks/write-workbook.ts";
import { done, refuse } from "./answers.ts";
import { atDesk, openOfficeOf } from "./bureau-desk.ts";
import type { Desk, GroupHandlers } from "./desk.ts";
import { refuseBelowFloor } from "./space.ts";

type Handlers = Pick<
  GroupHandlers<typeof DESK_METHODS>,
  | "desk.summary"
  | "desk.summaryWorkbook"
  | "desk.summaryLists"
  | "desk.statistics"
  | "desk.plan"
  | "desk.putPlan"
  | "desk.sample"
  | "desk.samples"
  | "desk.putChecklist"
  | "desk.backup"
  | "desk.backups"
  | "desk.restore"
>;

/** A page of more rows takes the screen too long to lay out. */
const MOST_ON_SCREEN = 5_000;
const TOO_MANY_ROWS = "名单太长，不能在屏幕上预览；请保存为工作簿，再从工作簿打印";

const BACKUP_FAULTS = {
  "backup-missing": "找不到这份台账备份；请刷新后换一份",
  "backup-damaged": "这份台账备份已损坏，没有使用；请换一份",
} as const;

/** Sums, tables, plan, samples and backups of the ledger. */
export function makeReportHandlers(desk: Desk): Handlers {
  return {
    ...makeSummaryHandlers(desk),
    ...makeTableHandlers(desk),
    ...makeSampleHandlers(desk),
    ...makeBackupHandlers(desk),
  };
}

function makeSummaryHandlers(
  desk: Desk,
): Pick<Handlers, "desk.summary" | "desk.summaryWorkbook" | "desk.summaryLists"> {
  return {
    "desk.summary": ({ year }) =>
      atDesk(desk, async ({ context }) => done(await sumYear(context, year))),
    "desk.summaryWorkbook": ({ year, scope }) =>
      atDesk(desk, async (bureau) => {
        const opened = await openOfficeOf(bureau);
        if (!opened.ok) return opened;
        const bureauName = opened.office.card.bureau.name;
        const planned = await planSummaryWorkbook(bureau.context, { year, scope, bureauName });
        const { plan, candidacies } = planned;
        const fileName = `${year}年度推荐人选情况一览表.xlsx`;
        return done({ fileName, candidacies }, await packWorkbook(plan));
      }),
    "desk.summaryLists": ({ year, scope }) =>
      atDesk(desk, async (bureau) => {
        const opened = await openOfficeOf(bureau);
        if (!opened.ok) return opened;
        const bureauName = opened.office.card.bureau.name;
        const drawn = await drawSummaryLists(bureau.context, { year, scope, bureauName });
        if (drawn.candidacies > MOST_ON_SCREEN) return refuse("too-many-rows", TOO_MANY_ROWS);
        return done({ lists: [...drawn.lists] });
      }),
  };
}

function makeTableHandlers(
  desk: Desk,
): Pick<Handlers, "desk.statistics" | "desk.plan" | "desk.putPlan"> {
  return {
    "desk.statistics": ({ year, scope }) =>
      atDesk(desk, async ({ context }) => {
        const { age, education, series, township, posts, ...rest } = await countYear(
          context,
          year,
          scope,
        );
        return done({
          ...rest,
          age: [...age],
          education: [...education],
          series: [...series],
          township: [...township],
          posts: [...posts],
        });
      }),
    "desk.plan": () =>
      atDesk(desk, async ({ context }) => {
        const { plan, actual } = await readPlan(context);
        return done({ plan, actual: actual.map((line) => ({ ...line, years: [...line.years] })) });
      }),
    "desk.putPlan": ({ plan, before }) =>
      atDesk(desk, async ({ context }) => {
        const refusal = await refuseBelowFloor(desk);
        if (refusal !== null) return refusal;
        const put = await putPlan(context, plan, before);
        return put.ok ? done({}) : refuse(put.code, PLAN_FAULTS[put.code]);
      }),
  };
}

function makeSampleHandlers(
  desk: Desk,
): Pick<Handlers, "desk.sample" | "desk.samples" | "desk.putChecklist"> {
  return {
    "desk.sample": ({ seed, ...wish }) =>
      atDesk(desk, async ({ context }) => {
        const refusal = await refuseBelowFloor(desk);
        if (refusal !== null) return refusal;
        const drawn = await drawSample(context, {
          ...wish,
          id: randomUUID(),
          seed: seed ?? randomInt(HIGHEST_SEED + 1),
          at: formatInstant(desk.now()),
        });
        return drawn.ok
          ? done({ sample: drawn.sample })
          : refuse(drawn.code, SAMPLE_FAULTS[drawn.code]);
      }),
    "desk.samples": () =>
      atDesk(desk, async ({ context }) => done({ samples: [...(await listSamples(context))] })),
    "desk.putChecklist": (filled) =>
      atDesk(desk, async ({ context }) => {
        const refusal = await refuseBelowFloor(desk);
        if (refusal !== null) return refusal;
        const put = await putChecklist(context, { ...filled, at: formatInstant(desk.now()) });
        return put.ok ? done({ sample: put.sample }) : refuse(put.code, SAMPLE_FAULTS[put.code]);
      }),
  };
}

function makeBackupHandlers(
  desk: Desk,
): Pick<Handlers, "desk.backup" | "desk.backups" | "desk.restore"> {
  return {
    "desk.backup": () =>
      atDesk(desk, async ({ backups }) => {
        const refusal = await refuseBelowFloor(desk);
        return refusal ?? done(toSend(await backUp(backups, "asked", desk.now())));
      }),
    "desk.backups": () =>
      atDesk(desk, async ({ backups }) =>
        done({ backups: (await listBackups(backups.folder)).map(toSend) }),
      ),
    "desk.restore": ({ name }) =>
      atDesk(desk, async ({ backups }) => {
        const refusal = await refuseBelowFloor(desk);
        if (refusal !== null) return refusal;
        const opened = await openBackup(backups, name);
        if (!opened.ok) return refuse(opened.code, BACKUP_FAULTS[opened.code]);
        // The present state first, so that one can go back (promise 4).
        const before = toSend(await backUp(backups, "restore", desk.now()));
        await putBackup(backups.ledger, opened.tables);
        return done({ rows: opened.rows, before });
      }),
  };
}

function toSend({ name, at, bytes, rows }: LedgerBackup) {
  return { name, at, bytes, rows };
}
