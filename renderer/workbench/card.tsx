import type { ReactNode } from "react";
import { useId } from "react";
import { HelpTip } from "../widgets/help-tip.tsx";

interface CardProps {
  readonly title: string;
  readonly help?: string;
  readonly children: ReactNode;
}

/** One framed part of the workbench under its heading. */
export function Card({ title, help, children }: CardProps) {
  const id = useId();
  return (
    <section className="wb-card" aria-labelledby={id}>
      <h2>
        <span id={id}>{title}</span>
        {help === undefined ? null : <HelpTip text={help} />}
      </h2>
      {children}
    </section>
  );
}
