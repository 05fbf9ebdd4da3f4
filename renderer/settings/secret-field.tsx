import { Input } from "antd";
import { Field } from "../widgets/form.tsx";

interface SecretFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** A passphrase that is being set, not one that opens. */
  readonly isNew?: boolean;
  readonly hint?: string;
  readonly error?: string | null;
}

/** A field for a passphrase. */
export function SecretField({ value, onChange, isNew = false, ...field }: SecretFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <Input.Password
          {...control}
          autoComplete={isNew ? "new-password" : "current-password"}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
