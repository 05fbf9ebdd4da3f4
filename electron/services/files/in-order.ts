/** Runs works one after the other in the order of the calls; one that fails does not stop the next. */
export function inOrder(): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    // The caller learns of a failure by `mine`; the row only waits for the end.
    last = mine.catch(() => null);
    return mine;
  };
}
