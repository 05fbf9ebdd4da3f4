import type { Migration } from "../migration.ts";

/**
 * What several receivers behind one address share beside their bucket: no receiver keeps anything of its
 * own. Keys are keyed hashes, contents sealed (promise 15).
 */
export const SHARED_STORE: Migration = {
  number: 2,
  name: "shared store",
  statements: [
    // A package received; the unique place in the chain decides between two receivers.
    `CREATE TABLE stored_packages (
      package_key text PRIMARY KEY,
      unit_key text NOT NULL,
      year integer NOT NULL,
      revision integer NOT NULL,
      object_key text NOT NULL,
      sealed bytea NOT NULL,
      UNIQUE (unit_key, year, revision)
    )`,
    // Answers, encrypted to their unit.
    `CREATE TABLE stored_receipts (
      package_key text NOT NULL REFERENCES stored_packages ON DELETE CASCADE,
      serial integer NOT NULL,
      receipt bytea NOT NULL,
      PRIMARY KEY (package_key, serial)
    )`,
    // Files refused, by the keyed hash of their SHA-256.
    `CREATE TABLE stored_refusals (
      file_key text PRIMARY KEY,
      object_key text,
      sealed bytea NOT NULL,
      receipt bytea
    )`,
    // Uploads begun or complete; tus is what the library keeps of one.
    `CREATE TABLE stored_uploads (
      id text PRIMARY KEY,
      sealed bytea NOT NULL,
      tus bytea
    )`,
    // The bureau as its desk published it: card, register, statements.
    "CREATE TABLE stored_office (name text PRIMARY KEY, sealed bytea NOT NULL)",
  ],
};
