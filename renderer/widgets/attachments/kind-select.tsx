import {
  ATTACHMENT_KIND_LABELS,
  ATTACHMENT_KINDS,
  type AttachmentKind,
} from "../../../shared/records/attachment-kind.ts";
import { Choice } from "../choice.tsx";

interface KindSelectProps {
  readonly id: string;
  readonly value: AttachmentKind;
  readonly onChange: (kind: AttachmentKind) => void;
}

/** The kinds that a package knows. */
export function KindSelect({ id, value, onChange }: KindSelectProps) {
  return (
    <Choice
      id={id}
      value={value}
      options={ATTACHMENT_KINDS.map((one) => ({ value: one, label: ATTACHMENT_KIND_LABELS[one] }))}
      onChange={onChange}
    />
  );
}
