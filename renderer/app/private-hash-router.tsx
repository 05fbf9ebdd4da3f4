import { type ReactNode, useLayoutEffect, useMemo, useState } from "react";
import {
  createPath,
  type Location,
  NavigationType,
  type Navigator,
  parsePath,
  Router,
  type To,
} from "react-router";
import { openPrivateAddresses, type PrivateAddresses } from "./private-address.ts";

interface Place {
  readonly action: NavigationType;
  readonly location: Location;
}

/**
 * A router over the part of the address behind `#`, as react-router's own, but that the browser's history,
 * which lies on the disk in clear, gets neither the words searched for nor the state of a navigation.
 */
export function PrivateHashRouter({ children }: { readonly children: ReactNode }) {
  const [addresses] = useState(openPrivateAddresses);
  const [place, setPlace] = useState<Place>(() => ({
    action: NavigationType.Pop,
    location: readLocation(addresses),
  }));
  useLayoutEffect(() => {
    const follow = () =>
      setPlace({ action: NavigationType.Pop, location: readLocation(addresses) });
    window.addEventListener("popstate", follow);
    return () => window.removeEventListener("popstate", follow);
  }, [addresses]);
  const navigator = useMemo<Navigator>(() => {
    const hrefOf = (to: To): string => {
      const { pathname, search = "", ...rest } = typeof to === "string" ? parsePath(to) : to;
      const path = pathname === undefined ? {} : { pathname: addresses.hidePath(pathname) };
      return `#${createPath({ ...rest, ...path, search: addresses.hide(search) })}`;
    };
    const arrive = (action: NavigationType) =>
      setPlace({ action, location: readLocation(addresses) });
    return {
      createHref: hrefOf,
      go: (steps) => window.history.go(steps),
      push: (to) => {
        window.history.pushState({ key: newKey() }, "", hrefOf(to));
        arrive(NavigationType.Push);
      },
      replace: (to) => {
        window.history.replaceState({ key: newKey() }, "", hrefOf(to));
        arrive(NavigationType.Replace);
      },
    };
  }, [addresses]);
  return (
    <Router navigator={navigator} location={place.location} navigationType={place.action}>
      {children}
    </Router>
  );
}

function readLocation(addresses: PrivateAddresses): Location {
  const { pathname = "/", search = "", hash = "" } = parsePath(window.location.hash.slice(1));
  const state: unknown = window.history.state;
  const hasKey = typeof state === "object" && state !== null && "key" in state;
  const key = hasKey ? String(state.key) : "default";
  const revealed = {
    pathname: addresses.revealPath(pathname),
    search: addresses.reveal(search),
  };
  return { ...revealed, hash, state: null, key };
}

function newKey(): string {
  return crypto.randomUUID().slice(0, 8);
}
