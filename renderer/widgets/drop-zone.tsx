import { useRef, useState } from "react";
import { useMessages } from "../i18n/messages.ts";
import { judgeFile } from "./dropped-file.ts";
import { widgetMessages } from "./messages.ts";
import "./drop-zone.css";

interface DropZoneProps {
  /** As in an `accept` attribute: `.xlsx,image/jpeg`. */
  readonly accept: string;
  readonly maxBytes: number;
  readonly multiple?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly label: string;
  readonly hint?: string;
  readonly disabled?: boolean;
}

/** Takes files by drop, dialog or paste, and refuses types and sizes with a sentence. */
export function DropZone(props: DropZoneProps) {
  const { accept, maxBytes, multiple = false, onFiles, label, hint, disabled = false } = props;
  const say = useMessages(widgetMessages);
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [refusals, setRefusals] = useState<readonly string[]>([]);
  const take = (files: readonly File[]) => {
    if (disabled) return;
    const offered = multiple ? files : files.slice(0, 1);
    const reasons: string[] = [];
    const good = offered.filter((file) => {
      const verdict = judgeFile(file, accept, maxBytes);
      if (verdict.ok) return true;
      const name = file.name;
      reasons.push(
        verdict.reason === "type"
          ? say("drop.wrongType", { name, types: verdict.types })
          : say("drop.tooLarge", { name, limit: verdict.limit }),
      );
      return false;
    });
    setRefusals(reasons);
    if (good.length > 0) onFiles(good);
  };
  return (
    <div
      className={`drop-zone ${isOver ? "drop-zone-over" : ""}`}
      role="group"
      aria-label={label}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        take(Array.from(event.dataTransfer.files));
      }}
      onPaste={(event) => take(Array.from(event.clipboardData.files))}
    >
      <p className="drop-zone-label">{label}</p>
      {hint === undefined ? null : <p className="drop-zone-hint">{hint}</p>}
      <button
        type="button"
        className="drop-zone-button"
        disabled={disabled}
        onClick={() => input.current?.click()}
      >
        {say("drop.choose")}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        multiple={multiple}
        onChange={(event) => {
          take(Array.from(event.target.files ?? []));
          // The same file again has to count as a choice.
          event.target.value = "";
        }}
      />
      <div role="status">
        {refusals.map((sentence) => (
          <p key={sentence} className="field-error">
            <span aria-hidden="true">✕ </span>
            {sentence}
          </p>
        ))}
      </div>
    </div>
  );
}
