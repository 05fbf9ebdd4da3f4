import type { CommandGroup } from "../command.ts";
import { cardCommand } from "./enrol-card.ts";
import { acceptCommand, trustCommand } from "./enrol-take.ts";
import { listEnrolledCommand } from "./enrol-list.ts";
import { requestCommand } from "./enrol-request.ts";
import { revokeCommand } from "./enrol-revoke.ts";

export const enrolCommands: CommandGroup = {
  name: "enrol",
  summary: "单位与人社局互相登记密钥：申请、登记、信息卡、采用、查看、停用",
  commands: [
    requestCommand,
    acceptCommand,
    cardCommand,
    trustCommand,
    listEnrolledCommand,
    revokeCommand,
  ],
};
