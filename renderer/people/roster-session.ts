/** The list that was last on the screen, so that a person's page leads to the one before and after in it. */
let shown: readonly string[] = [];
let address = "/people";

/** Remembers the list and its address. */
export function rememberList(ids: readonly string[], at: string): void {
  shown = ids;
  address = at;
}

/** The list last shown; empty before the first. */
export function rememberedList(): readonly string[] {
  return shown;
}

/** Where the list last shown stands. */
export function rememberedAddress(): string {
  return address;
}
