import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { EXAMPLE_ROSTER, exampleRoster } from "./example-roster.ts";

/** Writes docs/examples/roster.xlsx anew. */

mkdirSync(dirname(EXAMPLE_ROSTER), { recursive: true });
await exampleRoster().xlsx.writeFile(EXAMPLE_ROSTER);
