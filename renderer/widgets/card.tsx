import type { ReactNode } from "react";
import { useId } from "react";
import { HelpTip } from "./help-tip.tsx";
import "./card.css";

interface CardProps {
  readonly title: string;
  readonly help?: string;
  readonly id?: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** One framed part of a page under its heading. */
export function Card({ title, help, id, className, children }: CardProps) {
  const heading = useId();
  return (
    <section id={id} className={`card ${className ?? ""}`} aria-labelledby={heading}>
      <h2>
        <span id={heading}>{title}</span>
        {help === undefined ? null : <HelpTip text={help} />}
      </h2>
      {children}
    </section>
  );
}
