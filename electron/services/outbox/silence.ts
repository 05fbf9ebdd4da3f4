/** Work that is given up once nothing has been heard for so long. */
export interface Silence {
  /** Ends with the signal that was given, or when it has been silent for too long. */
  readonly signal: AbortSignal;
  /** Something was heard: the time begins anew. */
  readonly hear: () => void;
  /** The work is over. */
  readonly end: () => void;
}

/**
 * Listens for silence, milliseconds. Not by `AbortSignal.any` over `AbortSignal.timeout`: in Node 20 the garbage
 * collector takes such a signal away, and what waits for it waits for ever.
 */
export function listenForSilence(signal: AbortSignal, milliseconds: number): Silence {
  const silence = new AbortController();
  const giveUp = () => silence.abort(new DOMException("nothing was heard", "TimeoutError"));
  const stop = () => silence.abort(signal.reason);
  let timer = setTimeout(giveUp, milliseconds);
  if (signal.aborted) stop();
  else signal.addEventListener("abort", stop, { once: true });
  return {
    signal: silence.signal,
    hear: () => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, milliseconds);
    },
    end: () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
    },
  };
}
