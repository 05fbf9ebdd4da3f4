import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { WORKBOOK_DOCUMENTATION, workbookDocumentation } from "./workbook-documentation.ts";

/** Writes docs/workbook.md anew. */

mkdirSync(dirname(WORKBOOK_DOCUMENTATION), { recursive: true });
writeFileSync(WORKBOOK_DOCUMENTATION, workbookDocumentation());
