import { PRODUCT } from "../../shared/product.ts";

interface ReportInput {
  readonly error: unknown;
  /** The address within the program. */
  readonly path: string;
  readonly userAgent: string;
  readonly at: string;
}

const MOST_FRAMES = 20;

/**
 * A report of an error that holds no personal data: kind of error and where in the program, never its
 * message where that may quote a record, and the page without the person's id.
 */
export function writeErrorReport({ error, path, userAgent, at }: ReportInput): string {
  const name = error instanceof Error ? error.name : typeof error;
  const message = error instanceof Error ? error.message : "";
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  const frames = stack
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line.startsWith("at "))
    .map((line) => line.replace(/\(?[a-z-]+:\/\/[^/)]*\//, "("))
    .slice(0, MOST_FRAMES);
  const lines = [
    `${PRODUCT.name} ${PRODUCT.version}`,
    at,
    userAgent,
    `page: ${firstStep(path)}`,
    `${name}: ${hasPersonalData(message) ? "(left out)" : message}`,
    ...frames,
  ];
  return `${lines.join("\n")}\n`;
}

/** `/people/p-001/titles` → `/people`. */
function firstStep(path: string): string {
  const [step = ""] = path.split("?")[0]?.split("/").slice(1) ?? [];
  return `/${step}`;
}

/** Anything but plain English words may be a name or a number. */
function hasPersonalData(message: string): boolean {
  return /[^\u0020-\u007e]/.test(message) || /\d{4}/.test(message);
}
