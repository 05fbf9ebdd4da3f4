import "./status-tag.css";

export type TagState = "good" | "bad" | "unknown" | "warn" | "plain";

const ICONS = {
  good: "✓",
  bad: "✕",
  unknown: "?",
  warn: "!",
  plain: "·",
} as const satisfies Record<TagState, string>;

interface StatusTagProps {
  readonly state: TagState;
  readonly label: string;
  readonly title?: string;
}

/** A state as a sign with words, never by colour alone. */
export function StatusTag({ state, label, title }: StatusTagProps) {
  return (
    <span className={`status-tag status-tag-${state}`} title={title}>
      <span aria-hidden="true" className="status-tag-icon">
        {ICONS[state]}
      </span>
      {label}
    </span>
  );
}
