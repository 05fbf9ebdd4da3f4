/** Addresses of the lists behind numbers: an explicit list of people with what it is. */
function listAddress(page: string, ids: Iterable<string>, why: string): string {
  return `${page}?${new URLSearchParams({ ids: [...ids].join(","), why }).toString()}`;
}

/** The roster narrowed to some people. */
export function peopleAddress(ids: Iterable<string>, why: string): string {
  return listAddress("/people", ids, why);
}

/** The matrix of eligibility narrowed to some people. */
export function eligibilityAddress(ids: Iterable<string>, why: string): string {
  return listAddress("/eligibility", ids, why);
}
