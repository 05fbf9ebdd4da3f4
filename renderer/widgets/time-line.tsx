import type { Day } from "../../shared/calendar/day.ts";
import { formatDay } from "../../shared/calendar/text.ts";
import { markLevels, yearMarks } from "./time-scale.ts";
import "./time-line.css";

export type Tone = "good" | "bad" | "warn" | "plain" | "accent";

export interface TimeBand {
  readonly from: Day;
  /** The day after the last one. */
  readonly to: Day;
  readonly label: string;
  readonly tone: Tone;
  /** From 0, top to bottom. */
  readonly row: number;
}

export interface TimeMark {
  readonly at: Day;
  readonly label: string;
}

interface TimeLineProps {
  readonly from: Day;
  readonly to: Day;
  readonly bands: readonly TimeBand[];
  readonly marks?: readonly TimeMark[];
  readonly rowLabels?: readonly string[];
  readonly label?: string;
}

const WIDTH = 1_000;
const ROW = 30;
const AXIS = 24;
const GUTTER = 110;
const MARK_LINE = 16;
/** What a year's figures take: the last one is left out rather than cut. */
const YEAR = 36;
const NO_MARKS: readonly TimeMark[] = [];
const NO_LABELS: readonly string[] = [];

/** Periods on a line of years, each with its words; the same as a list for those who do not see it. */
export function TimeLine({
  from,
  to,
  bands,
  marks = NO_MARKS,
  rowLabels = NO_LABELS,
  label,
}: TimeLineProps) {
  const left = rowLabels.length > 0 ? GUTTER : 0;
  const span = Math.max(1, to - from);
  const xOf = (day: Day) =>
    left + ((Math.min(Math.max(day, from), to) - from) / span) * (WIDTH - left);
  const rows = Math.max(rowLabels.length, 1, ...bands.map(({ row }) => row + 1));
  const levels = markLevels(marks.map(({ at }) => xOf(at)));
  const markHeight = marks.length > 0 ? 4 + MARK_LINE * (Math.max(...levels) + 1) : 0;
  const bodyTop = AXIS + markHeight;
  const height = bodyTop + rows * ROW + 4;
  return (
    <div className="time-line">
      <svg viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden="true">
        {yearMarks(from, to).map(({ day, year }) => (
          <g key={year}>
            <line
              x1={xOf(day)}
              x2={xOf(day)}
              y1={AXIS - 6}
              y2={height}
              className="time-line-grid"
            />
            <text x={xOf(day) + 3} y={14}>
              {xOf(day) > WIDTH - YEAR ? "" : year}
            </text>
          </g>
        ))}
        {rowLabels.map((text, row) => (
          <text key={text} x={0} y={bodyTop + row * ROW + 20} className="time-line-row">
            {text}
          </text>
        ))}
        {bands.map((band) => {
          const x = xOf(band.from);
          const width = Math.max(2, xOf(band.to) - x);
          const top = bodyTop + band.row * ROW + 3;
          return (
            <g key={`${band.row}-${band.from}-${band.label}`} className={`time-line-${band.tone}`}>
              <title>{sayBand(band)}</title>
              <rect x={x} y={top} width={width} height={ROW - 6} rx={3} />
              <svg x={x} y={top} width={width} height={ROW - 6}>
                <text x={5} y={16} className="time-line-band">
                  {band.label}
                </text>
              </svg>
            </g>
          );
        })}
        <Marks marks={marks} levels={levels} xOf={xOf} height={height} />
      </svg>
      <ul className="visually-hidden" aria-label={label}>
        {bands.map((band) => (
          <li key={`${band.row}-${band.from}-${band.label}`}>
            {rowLabels[band.row] ?? ""} {sayBand(band)}
          </li>
        ))}
        {marks.map(({ at, label: text }) => (
          <li key={`${at}-${text}`}>
            {formatDay(at)} {text}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface MarksProps {
  readonly marks: readonly TimeMark[];
  readonly levels: readonly number[];
  readonly xOf: (day: Day) => number;
  readonly height: number;
}

/** All lines before all words: no line crosses the words of another mark. */
function Marks({ marks, levels, xOf, height }: MarksProps) {
  return (
    <g className="time-line-mark">
      {marks.map(({ at, label }) => (
        <line key={`${at}-${label}`} x1={xOf(at)} x2={xOf(at)} y1={AXIS} y2={height} />
      ))}
      {marks.map(({ at, label }, index) => {
        const isLate = xOf(at) > WIDTH - 140;
        return (
          <text
            key={`${at}-${label}`}
            x={xOf(at) + (isLate ? -4 : 4)}
            y={AXIS + 12 + MARK_LINE * (levels[index] ?? 0)}
            textAnchor={isLate ? "end" : "start"}
          >
            {label}
          </text>
        );
      })}
    </g>
  );
}

function sayBand({ from, to, label }: TimeBand): string {
  return `${formatDay(from)} — ${formatDay(to - 1)} ${label}`;
}
