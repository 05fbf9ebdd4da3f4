import type { ReactNode } from "react";
import type { Cycle } from "../../shared/policy/cycle.ts";
import type { Person } from "../../shared/records/person.ts";
import { useRecords } from "../store/context.ts";
import type { Records } from "../store/types.ts";
import { useCycle } from "./cycle.ts";
import { Page } from "./page.tsx";
import { Empty, Loading } from "./states.tsx";

/** Somebody on file, with what is needed to judge them. */
export interface FoundPerson {
  readonly person: Person;
  readonly records: Records;
  readonly cycle: Cycle;
}

interface WithPersonProps {
  readonly personId: string;
  readonly title: string;
  readonly back: { readonly to: string; readonly label: string };
  /** What to say where nobody has this id. */
  readonly notFound: { readonly title: string; readonly hint: string };
  readonly children: (found: FoundPerson) => ReactNode;
}

/** A page about one person: waits for the records, and says where nobody is found. */
export function WithPerson({ personId, title, back, notFound, children }: WithPersonProps) {
  const records = useRecords();
  const cycle = useCycle();
  if (records === null || cycle === null) {
    return (
      <Page title={title} back={back}>
        <Loading />
      </Page>
    );
  }
  const person = records.people.get(personId);
  if (person === undefined) {
    return (
      <Page title={title} back={back}>
        <Empty {...notFound} />
      </Page>
    );
  }
  return children({ person, records, cycle });
}
