import { useDraft, type Draft } from "./use-draft.ts";

interface KeptForm<T> {
  readonly base: string;
  readonly values: T;
}

/**
 * A half-filled form over something on file: a `useDraft` that is taken up only while the file still says
 * what the form began from (`base`), so that it never overwrites what was changed or undone meanwhile.
 * Dropping it puts back what is on file.
 */
export function useFormDraft<T>(key: string, initial: T, base = JSON.stringify(initial)): Draft<T> {
  const [kept, keep, forget, isRestored] = useDraft<KeptForm<T>>(key, { base, values: initial });
  const isOurs = kept.base === base;
  const values = isOurs ? kept.values : initial;
  const change = (next: T) => keep({ base, values: next });
  const drop = () => {
    change(initial);
    forget();
  };
  const isOther = JSON.stringify(values) !== JSON.stringify(initial);
  return [values, change, drop, isRestored && isOther];
}
