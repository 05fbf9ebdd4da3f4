import type { Migration } from "../migration.ts";

/**
 * What the desk asks for. In clear stand keyed hashes, years, words of the domain, counts and states;
 * whatever names somebody, and every free text, lies in a sealed column (promise 15).
 */
export const DESK_TABLES: Migration = {
  number: 1,
  name: "desk tables",
  statements: [
    // One row for each package received; the unique place decides between two receivers.
    `CREATE TABLE packages (
      package_key text PRIMARY KEY,
      place_key text NOT NULL UNIQUE,
      unit_key text NOT NULL,
      year integer NOT NULL,
      revision integer NOT NULL,
      is_newest boolean NOT NULL,
      status text NOT NULL,
      answers integer NOT NULL,
      people integer NOT NULL,
      attachments integer NOT NULL,
      own_pack text NOT NULL,
      state text NOT NULL,
      sealed bytea NOT NULL,
      contents bytea NOT NULL,
      UNIQUE (unit_key, year, revision)
    )`,
    "CREATE INDEX packages_by_year ON packages (year) WHERE is_newest",
    // 岗位使用情况 of the whole unit.
    `CREATE TABLE post_uses (
      package_key text NOT NULL REFERENCES packages ON DELETE CASCADE,
      post_group text NOT NULL,
      approved integer,
      filled integer NOT NULL,
      special integer NOT NULL,
      PRIMARY KEY (package_key, post_group)
    )`,
    // One row for each candidacy; person_key is the same for one ID number in all units.
    `CREATE TABLE candidacies (
      candidacy_key text PRIMARY KEY,
      package_key text NOT NULL REFERENCES packages ON DELETE CASCADE,
      person_key text NOT NULL,
      is_identified boolean NOT NULL,
      year integer NOT NULL,
      pathway text NOT NULL,
      line text NOT NULL,
      series text NOT NULL,
      level text NOT NULL,
      quota text NOT NULL,
      decision text NOT NULL,
      own_decision text NOT NULL,
      differences integer NOT NULL,
      sealed bytea NOT NULL
    )`,
    "CREATE INDEX candidacies_by_package ON candidacies (package_key)",
    "CREATE INDEX candidacies_by_person ON candidacies (person_key)",
    // What a clerk decided (`kind`), what the last receipt told, and whether the one is all in the other.
    `CREATE TABLE desk_decisions (
      candidacy_key text PRIMARY KEY,
      package_key text NOT NULL,
      kind text,
      told text,
      is_told boolean NOT NULL,
      sealed bytea
    )`,
    "CREATE INDEX desk_decisions_by_package ON desk_decisions (package_key)",
    `CREATE TABLE desk_results (
      candidacy_key text PRIMARY KEY,
      package_key text NOT NULL,
      outcome text NOT NULL,
      sealed bytea NOT NULL
    )`,
    "CREATE INDEX desk_results_by_package ON desk_results (package_key)",
    // `filled`: the last backup was put back after the tables were made.
    "CREATE TABLE ledger_state (name text PRIMARY KEY, value text NOT NULL)",
    "CREATE TABLE reform_plans (plan_key text PRIMARY KEY, sealed bytea NOT NULL)",
    `CREATE TABLE samples (
      sample_key text PRIMARY KEY,
      year integer NOT NULL,
      drawn_order integer NOT NULL,
      sealed bytea NOT NULL
    )`,
  ],
};
