import { DESK_TABLES } from "./migrations/001-desk-tables.ts";
import { SHARED_STORE } from "./migrations/002-shared-store.ts";
import type { Migration } from "./migration.ts";

/** Every step there is. A new one imports nothing that lives on. */
export const MIGRATIONS: readonly Migration[] = [DESK_TABLES, SHARED_STORE];
