import type { ReactNode } from "react";
import { useEffect, useRef } from "react";
import { Link, useLocation } from "react-router";
import { useMessages } from "../i18n/messages.ts";
import { HelpTip } from "./help-tip.tsx";
import { widgetMessages } from "./messages.ts";
import "./page.css";

interface PageProps {
  readonly title: string;
  /** The window's title where the page's names somebody: the browser keeps it on the disk in clear. */
  readonly windowTitle?: string;
  readonly subtitle?: ReactNode;
  /** Where one came from. */
  readonly back?: { readonly to: string; readonly label: string };
  readonly actions?: ReactNode;
  /** What a clerk would ask here. */
  readonly help?: string;
  readonly children: ReactNode;
}

/** The frame of every page: way back, title (which takes the focus on arrival), help and actions. */
export function Page(props: PageProps) {
  const { title, windowTitle = title, subtitle, back, actions, help, children } = props;
  const say = useMessages(widgetMessages);
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    document.title = `${windowTitle} · 基层职称`;
  }, [windowTitle]);
  useEffect(() => {
    // A reader of the screen hears where they are; a field that took the focus on purpose keeps it.
    if (document.activeElement === document.body || document.activeElement?.closest("nav")) {
      heading.current?.focus({ preventScroll: true });
    }
  }, [pathname]);
  return (
    <div className="page">
      {back === undefined ? null : (
        <Link className="page-back no-print" to={back.to}>
          <span aria-hidden="true">‹ </span>
          {say("back", { label: back.label })}
        </Link>
      )}
      <header className="page-head">
        <div className="page-titles">
          <h1 ref={heading} tabIndex={-1}>
            {title}
            {help === undefined ? null : <HelpTip text={help} />}
          </h1>
          {subtitle === undefined ? null : <div className="page-subtitle">{subtitle}</div>}
        </div>
        {actions === undefined ? null : <div className="page-actions no-print">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
