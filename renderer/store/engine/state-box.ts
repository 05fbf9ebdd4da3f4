import type { StoreState } from "../types.ts";

/** Holds the state and tells those who listen when it changes. */
export class StateBox {
  #state: StoreState;
  readonly #listeners = new Set<() => void>();

  constructor(state: StoreState) {
    this.#state = state;
  }

  get = (): StoreState => this.#state;

  set(part: Partial<StoreState>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#listeners) listener();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}
