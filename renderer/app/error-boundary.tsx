import { Button } from "antd";
import type { ReactNode } from "react";
import { Component } from "react";
import { formatInstant } from "../../shared/calendar/instant.ts";
import { useMessages } from "../i18n/messages.ts";
import { writeErrorReport } from "./error-report.ts";
import { appMessages } from "./messages.ts";
import "../widgets/states.css";

interface BoundaryProps {
  readonly children: ReactNode;
  /** When it changes, the children are tried again. */
  readonly place?: string;
}

interface BoundaryState {
  readonly error: unknown;
  readonly hasFailed: boolean;
  readonly place: string | undefined;
}

/** Holds a bug of a page within the page: what happened, what is safe, and what to do. */
export class ErrorBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { error: null, hasFailed: false, place: undefined };

  static getDerivedStateFromError(error: unknown): Pick<BoundaryState, "error" | "hasFailed"> {
    return { error, hasFailed: true };
  }

  static getDerivedStateFromProps({ place }: BoundaryProps, state: BoundaryState) {
    return place === state.place ? null : { error: null, hasFailed: false, place };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? <BrokenPage error={this.state.error} /> : this.props.children;
  }
}

function BrokenPage({ error }: { readonly error: unknown }) {
  const say = useMessages(appMessages);
  return (
    <div className="state state-failure" role="alert">
      <h1 className="state-title">
        <span aria-hidden="true">⚠ </span>
        {say("broken.title")}
      </h1>
      <p>{say("broken.safe")}</p>
      <div className="state-action">
        <Button type="primary" onClick={() => window.location.reload()}>
          {say("broken.reload")}
        </Button>
        <Button
          onClick={() => {
            window.location.hash = "#/";
            window.location.reload();
          }}
        >
          {say("broken.home")}
        </Button>
        <Button onClick={() => saveReport(error)}>{say("broken.report")}</Button>
      </div>
      <p className="state-hint">{say("broken.reportHint")}</p>
    </div>
  );
}

/** A plain download: the bridge may be what is broken. */
function saveReport(error: unknown): void {
  const report = writeErrorReport({
    error,
    path: window.location.hash.slice(1),
    userAgent: navigator.userAgent,
    at: formatInstant(Date.now()),
  });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([report], { type: "text/plain" }));
  link.download = "jiceng-error.txt";
  link.click();
}
