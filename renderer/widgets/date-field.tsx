import { Input } from "antd";
import { useEffect, useState } from "react";
import { useMessages } from "../i18n/messages.ts";
import { widgetMessages } from "./messages.ts";
import { type DatePrecision, readWrittenDate, stepDate } from "./written-date.ts";
import "./date-field.css";

interface DateFieldProps {
  /** `YYYY-MM-DD`, or `YYYY-MM` where the precision allows it. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly precision?: DatePrecision;
  readonly id?: string;
  readonly disabled?: boolean;
  readonly status?: "error" | "warning";
  readonly label?: string;
  readonly placeholder?: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: true;
  readonly "aria-required"?: true;
  /** Told when what is typed is not a date, so that a form can refuse to be sent; the value stays. */
  readonly onFault?: (sentence: string | null) => void;
}

/**
 * A date as clerks type it: 1998.07, 1998-7-1, 1998年7月 and 19980701 all do; the arrows step it. No
 * picker, which would need a time zone, and forty years of clicks for a date of birth.
 */
export function DateField(props: DateFieldProps) {
  const {
    value,
    onChange,
    precision = "day",
    status,
    label,
    onFault,
    placeholder,
    ...rest
  } = props;
  const say = useMessages(widgetMessages);
  const [text, setText] = useState(value ?? "");
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    setText(value ?? "");
    setFault(null);
  }, [value]);

  const tell = (sentence: string | null) => {
    setFault(sentence);
    onFault?.(sentence);
  };
  const settle = () => {
    const written = readWrittenDate(text, precision);
    if (!written.ok) {
      tell(written.reason === "day-needed" ? say("date.dayNeeded") : written.sentence);
      return;
    }
    tell(null);
    setText(written.value ?? "");
    if (written.value !== value) onChange(written.value);
  };
  const type = (typed: string) => {
    setText(typed);
    const written = readWrittenDate(typed, precision);
    if (!written.ok) return;
    tell(null);
    // A whole date counts at once; 1998.1 may still become 1998.10 and waits for the end of typing.
    if (written.value === typed && typed !== value) onChange(written.value);
  };
  const step = (by: 1 | -1) => {
    if (value === null || value !== text) return;
    onChange(stepDate(value, by));
  };
  return (
    <div className="date-field">
      <Input
        {...rest}
        {...(status === undefined && fault === null ? {} : { status: status ?? "error" })}
        aria-label={label}
        inputMode="numeric"
        maxLength={20}
        value={text}
        placeholder={placeholder ?? (precision === "day" ? "2006-07-01" : "2006-07")}
        title={precision === "day" ? say("date.dayHint") : say("date.monthHint")}
        onChange={(event) => type(event.target.value)}
        onBlur={settle}
        onPressEnter={settle}
        onKeyDown={(event) => {
          if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
          event.preventDefault();
          step(event.key === "ArrowUp" ? 1 : -1);
        }}
      />
      {fault === null ? null : (
        <div className="field-error" role="status">
          <span aria-hidden="true">✕ </span>
          {fault}
        </div>
      )}
    </div>
  );
}
