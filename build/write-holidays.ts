import { writeFileSync } from "node:fs";
import { HOLIDAY_DATA, writeHolidayData } from "./holidays.ts";

/** Writes the holidays anew, after `chinese-days` was brought up to date; then run `npm run format`. */

writeFileSync(HOLIDAY_DATA, writeHolidayData());
