interface FaultListProps {
  /** Said before the list. */
  readonly lead?: string;
  readonly sentences: readonly string[];
}

/** What has to be mended, read out as it comes up. */
export function FaultList({ lead, sentences }: FaultListProps) {
  if (sentences.length === 0) return null;
  return (
    <div role="alert" className="reports-faults">
      {lead === undefined ? null : <p>{lead}</p>}
      <ul>
        {[...new Set(sentences)].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
