import { Button, Spin } from "antd";
import type { ReactNode } from "react";
import { useMessages } from "../i18n/messages.ts";
import { widgetMessages } from "./messages.ts";
import "./states.css";

interface LoadingProps {
  /** What is being read; a file by its name. */
  readonly label?: string;
  /** Gives it up, where it can be long. */
  readonly onCancel?: () => void;
}

/** Something is being read. */
export function Loading({ label, onCancel }: LoadingProps) {
  const say = useMessages(widgetMessages);
  return (
    <div className="state">
      <div role="status">
        <Spin />
        <p>{label ?? say("loading")}</p>
      </div>
      {onCancel === undefined ? null : <Button onClick={onCancel}>{say("cancel")}</Button>}
    </div>
  );
}

interface EmptyProps {
  readonly title: string;
  readonly hint?: ReactNode;
  /** The next step. */
  readonly action?: ReactNode;
}

/** Nothing is there yet, and what to do about it. */
export function Empty({ title, hint, action }: EmptyProps) {
  return (
    <div className="state">
      <p className="state-title">{title}</p>
      {hint === undefined ? null : <p className="state-hint">{hint}</p>}
      {action === undefined ? null : <div className="state-action">{action}</div>}
    </div>
  );
}

interface FailureProps {
  readonly title: string;
  readonly message: ReactNode;
  readonly onRetry?: () => void;
}

/** Something did not work, why, and another try. */
export function Failure({ title, message, onRetry }: FailureProps) {
  const say = useMessages(widgetMessages);
  return (
    <div className="state state-failure" role="alert">
      <p className="state-title">
        <span aria-hidden="true">⚠ </span>
        {title}
      </p>
      <p className="state-hint">{message}</p>
      {onRetry === undefined ? null : <Button onClick={onRetry}>{say("retry")}</Button>}
    </div>
  );
}
