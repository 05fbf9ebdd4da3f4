import type { ReactNode } from "react";
import { Failure, Loading } from "../widgets/states.tsx";
import type { Asked } from "../widgets/use-asked.ts";

interface AskedViewProps<Output> {
  readonly asked: Asked<Output>;
  /** What could not be read. */
  readonly failure: string;
  /** What takes a while. */
  readonly loading?: string;
  readonly children: (output: Output) => ReactNode;
}

/** What Node was asked for: being read, failed with another try, or there. */
export function AskedView<Output>({ asked, failure, loading, children }: AskedViewProps<Output>) {
  const { output, fault, refresh } = asked;
  return (
    <>
      {fault === null ? null : (
        <Failure title={failure} message={fault} onRetry={() => void refresh()} />
      )}
      {output === null && fault === null ? (
        <Loading {...(loading === undefined ? {} : { label: loading })} />
      ) : null}
      {output === null ? null : children(output)}
    </>
  );
}
