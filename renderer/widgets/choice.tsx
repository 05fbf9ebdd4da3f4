import type { ControlProps } from "./form.tsx";
import "./choice.css";

/** One line of a list to choose from. */
export interface ChoiceOption<Value extends string | number> {
  readonly value: Value;
  readonly label: string;
}

interface ChoiceProps<Value extends string | number> extends Partial<ControlProps> {
  readonly value: Value;
  readonly options: readonly ChoiceOption<Value>[];
  readonly onChange: (value: Value) => void;
  /** Where no label names it. */
  readonly label?: string;
  readonly disabled?: boolean;
  /** As wide as its place; else as what is chosen. */
  readonly isWide?: boolean;
}

/**
 * One of a few. The browser's own list: letters, arrows and readers of the screen work in it without our
 * help, and it says what is chosen, which a list made of other elements does not.
 */
export function Choice<Value extends string | number>(props: ChoiceProps<Value>) {
  const { value, options, onChange, label, status, isWide = false, ...rest } = props;
  const classes = ["choice", isWide ? "choice-wide" : "", status === "error" ? "choice-error" : ""];
  return (
    <select
      {...rest}
      aria-label={label}
      className={classes.filter((name) => name !== "").join(" ")}
      value={value}
      onChange={({ target }) => {
        const chosen = options.find((option) => String(option.value) === target.value);
        if (chosen !== undefined) onChange(chosen.value);
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
