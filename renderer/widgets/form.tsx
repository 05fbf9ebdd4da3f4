import type { ReactNode, SubmitEvent } from "react";
import { useId } from "react";
import { useComposingGuard } from "./composing.ts";
import "./form.css";

interface FormProps {
  readonly onSubmit: () => void;
  readonly label?: string;
  readonly id?: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A form that the Enter of the input method never submits (promise 29). */
export function Form({ onSubmit, label, id, className, children }: FormProps) {
  const { isComposing, ...guard } = useComposingGuard();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!isComposing()) onSubmit();
  };
  return (
    <form
      id={id}
      className={`form ${className ?? ""}`}
      aria-label={label}
      onSubmit={submit}
      noValidate
      autoComplete="off"
      {...guard}
    >
      {children}
    </form>
  );
}

/** What a control inside a `Field` takes over. */
export interface ControlProps {
  readonly id: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: true;
  readonly "aria-required"?: true;
  readonly status?: "error" | "warning";
}

interface FieldProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What is wrong with it; its check stands beside it. */
  readonly error?: string | null;
  /** What is odd about it but does not stop anything. */
  readonly warning?: string | null;
  readonly isRequired?: boolean;
  readonly children: (control: ControlProps) => ReactNode;
}

/** A labelled field with its check beside it: `<Field label="姓名">{(c) => <Input {...c} />}</Field>`. */
export function Field({ label, hint, error, warning, isRequired, children }: FieldProps) {
  const id = useId();
  const note = error ?? warning ?? null;
  const described = [hint === undefined ? "" : `${id}-hint`, note === null ? "" : `${id}-note`]
    .filter((part) => part !== "")
    .join(" ");
  const control: ControlProps = {
    id,
    ...(described === "" ? {} : { "aria-describedby": described }),
    ...(typeof error === "string" ? { "aria-invalid": true, status: "error" } : {}),
    ...(typeof error !== "string" && typeof warning === "string" ? { status: "warning" } : {}),
    ...(isRequired === true ? { "aria-required": true } : {}),
  };
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {isRequired === true ? (
          <span className="field-required" aria-hidden="true">
            *
          </span>
        ) : null}
      </label>
      <div className="field-control">
        {children(control)}
        {hint === undefined ? null : (
          <div className="field-hint" id={`${id}-hint`}>
            {hint}
          </div>
        )}
        {note === null ? null : (
          <div
            className={typeof error === "string" ? "field-error" : "field-warning"}
            id={`${id}-note`}
            role="status"
          >
            <span aria-hidden="true">{typeof error === "string" ? "✕ " : "! "}</span>
            {note}
          </div>
        )}
      </div>
    </div>
  );
}
