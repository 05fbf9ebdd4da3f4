import {
  ATTACHMENT_KIND_LABELS,
  ATTACHMENT_KINDS,
  type AttachmentKind,
} from "../../../shared/submission/recommendation-file.ts";
import "./attachments.css";

interface KindSelectProps {
  readonly id: string;
  readonly value: AttachmentKind;
  readonly onChange: (kind: AttachmentKind) => void;
}

/** The kinds that a package knows. */
export function KindSelect({ id, value, onChange }: KindSelectProps) {
  return (
    <select
      id={id}
      className="attachment-kind"
      value={value}
      onChange={({ target }) =>
        onChange(ATTACHMENT_KINDS.find((one) => one === target.value) ?? "other")
      }
    >
      {ATTACHMENT_KINDS.map((one) => (
        <option key={one} value={one}>
          {ATTACHMENT_KIND_LABELS[one]}
        </option>
      ))}
    </select>
  );
}
