import { useRef, useState } from "react";

export interface OneAtATime {
  readonly isBusy: boolean;
  /** Runs work unless other work is under way, which gives false. */
  readonly run: (work: () => Promise<boolean>) => Promise<boolean>;
}

/** Keeps a second press from starting what the first one has not finished. */
export function useOneAtATime(): OneAtATime {
  const [isBusy, setIsBusy] = useState(false);
  const isRunning = useRef(false);
  const run = async (work: () => Promise<boolean>): Promise<boolean> => {
    if (isRunning.current) return false;
    isRunning.current = true;
    setIsBusy(true);
    try {
      return await work();
    } finally {
      isRunning.current = false;
      setIsBusy(false);
    }
  };
  return { isBusy, run };
}
