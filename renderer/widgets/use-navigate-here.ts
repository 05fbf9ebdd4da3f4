import { useCallback, useEffect, useRef } from "react";
import { useNavigate } from "react-router";

/** Leads on from work that took its time; not where the page that began it has been left meanwhile. */
export function useNavigateHere(): (to: string) => void {
  const navigate = useNavigate();
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  return useCallback(
    (to) => {
      if (isHere.current) void navigate(to);
    },
    [navigate],
  );
}
