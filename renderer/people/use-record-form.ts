import { useCallback, useMemo, useRef, useState } from "react";
import type { Person } from "../../shared/records/person.ts";
import { useFormDraft } from "../widgets/use-form-draft.ts";
import type { FieldValue, FormValues } from "./field-spec.ts";
import type { CheckedPerson } from "./record-checks.ts";

interface RecordFormOptions {
  /** Where the half-filled form is kept; names nobody, since it stands in clear. */
  readonly draftKey: string;
  readonly initial: FormValues;
  /** What the form began from: a draft of another record, or of an older state of this one, is not taken up. */
  readonly base: string;
  readonly check: (values: FormValues) => CheckedPerson;
  /** A change that follows from another, such as a birth date from an ID number. */
  readonly follow?: (values: FormValues, key: string) => FormValues;
}

export interface RecordForm {
  readonly values: FormValues;
  readonly change: (key: string, value: FieldValue) => void;
  readonly leave: (key: string) => void;
  /** A date that is being typed and is none yet: told by its field, and no form is saved meanwhile. */
  readonly tellDateFault: (key: string, sentence: string | null) => void;
  /** What stands beside a field: only after it was left, or after saving was tried. */
  readonly errorOf: (key: string) => string | null;
  readonly elsewhere: readonly string[];
  readonly faultCount: number;
  readonly isRestored: boolean;
  readonly isChanged: boolean;
  /** The person as the form would have them, or null where something is wrong, which then shows. */
  readonly settle: () => Person | null;
  /** Forgets the draft and begins again. */
  readonly reset: () => void;
  /** Forgets the draft. */
  readonly forget: () => void;
}

/** The state of a form over a person's records: values, draft, and what is wrong where. */
export function useRecordForm(options: RecordFormOptions): RecordForm {
  const { draftKey, initial, base, check, follow } = options;
  const [values, keep, forget, isRestored] = useFormDraft(draftKey, initial, base);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [hasTried, setHasTried] = useState(false);
  const dateFaults = useRef(new Map<string, string>());
  const checked = useMemo(() => check(values), [check, values]);
  const { byField, elsewhere } = checked.faults;

  const change = (key: string, value: FieldValue) => {
    const next = { ...values, [key]: value };
    keep(follow?.(next, key) ?? next);
  };
  const leave = useCallback((key: string) => setLeft((before) => new Set(before).add(key)), []);
  const tellDateFault = useCallback((key: string, sentence: string | null) => {
    if (sentence === null) dateFaults.current.delete(key);
    else dateFaults.current.set(key, sentence);
  }, []);
  const errorOf = (key: string) => {
    const isShown = hasTried || left.has(key.split(".")[0] ?? key);
    const sentences = byField.get(key);
    return isShown && sentences !== undefined ? sentences.join("；") : null;
  };
  const settle = () => {
    setHasTried(true);
    return checked.ok && dateFaults.current.size === 0 ? checked.person : null;
  };
  const reset = () => {
    forget();
    setLeft(new Set());
    setHasTried(false);
  };
  return {
    values,
    change,
    leave,
    tellDateFault,
    errorOf,
    elsewhere: hasTried ? elsewhere : [],
    faultCount: hasTried ? byField.size + elsewhere.length : 0,
    isRestored,
    isChanged: JSON.stringify(values) !== JSON.stringify(initial),
    settle,
    reset,
    forget,
  };
}
