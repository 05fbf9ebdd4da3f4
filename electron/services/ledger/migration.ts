/** A step of the schema: run once, in order, in one transaction with the note that it was. */
export interface Migration {
  /** From 1, without gaps; never changed once released. */
  readonly number: number;
  readonly name: string;
  /** Statements that PGlite and a server both take. */
  readonly statements: readonly string[];
}
