import type { Options } from "yargs";
import type { Io } from "./io.ts";

/** One command of `jiceng`, as data: `run.ts` hands it to yargs. */
export interface Command {
  /** The name and its positional arguments, as yargs writes them: `evaluate <file>`. */
  readonly usage: string;
  readonly summary: string;
  readonly positionals?: Readonly<Record<string, { readonly describe: string }>>;
  readonly options?: Readonly<Record<string, Options>>;
  /** Lines shown under --help. */
  readonly examples?: readonly (readonly [string, string])[];
  readonly run: (given: Given, io: Io) => Promise<void>;
}

/** Several commands under one name: `keys create`, `keys show`. */
export interface CommandGroup {
  readonly name: string;
  readonly summary: string;
  readonly commands: readonly Command[];
}

/** What was given on the command line, by name; yargs has checked names and types. */
export type Given = Readonly<Record<string, unknown>>;

/** A text argument that must be there. */
export function textOf(given: Given, name: string): string {
  const value = given[name];
  if (typeof value !== "string") throw new TypeError(`argument ${name} is not a text`);
  return value;
}

/** A text argument that may be absent. */
export function textIfAny(given: Given, name: string): string | undefined {
  return given[name] === undefined ? undefined : textOf(given, name);
}

/** A number argument that must be there. */
export function numberOf(given: Given, name: string): number {
  const value = given[name];
  if (typeof value !== "number") throw new TypeError(`argument ${name} is not a number`);
  return value;
}

/** A number argument that may be absent. */
export function numberIfAny(given: Given, name: string): number | undefined {
  return given[name] === undefined ? undefined : numberOf(given, name);
}

/** A switch, off unless given. */
export function isOn(given: Given, name: string): boolean {
  return given[name] === true;
}

/** A repeated text argument. */
export function textsOf(given: Given, name: string): readonly string[] {
  const value = given[name];
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new TypeError(`argument ${name} is not a list`);
  return value.map(String);
}
