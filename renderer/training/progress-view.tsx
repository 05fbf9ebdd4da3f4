import { useMemo } from "react";
import { type Say, useMessages } from "../i18n/messages.ts";
import { Chart } from "../widgets/chart.tsx";
import { countYears, type MatrixRow, type ProgressBand, progressBands } from "./matrix.ts";
import { type TrainingKey, trainingMessages } from "./messages.ts";
import type { TrainingScene } from "./training-scene.ts";

interface ProgressViewProps {
  readonly scene: TrainingScene;
  readonly shown: readonly MatrixRow[];
}

/** What a label under a bar takes before it breaks. */
const LABEL_WIDTH = 84;
const HEIGHT = 300;
const GOOD = "#1c6b3c";
const SHORT = "#c98a2b";
/** A pattern beside the colour, for those who do not tell the two apart. */
const STRIPES = {
  symbol: "rect",
  dashArrayX: [1, 0],
  dashArrayY: [2, 4],
  rotation: Math.PI / 4,
  color: "rgba(0,0,0,0.25)",
};

/** How many have enough in each year, and how far this one is. */
export function ProgressView({ scene, shown }: ProgressViewProps) {
  return (
    <div className="progress-charts">
      <YearsChart scene={scene} shown={shown} />
      <PresentChart scene={scene} shown={shown} />
    </div>
  );
}

function YearsChart({ scene, shown }: ProgressViewProps) {
  const { years, asked } = scene;
  const say = useMessages(trainingMessages);
  const counts = useMemo(
    () =>
      countYears(shown, years).filter(
        ({ year, met, short }) => year >= asked.firstYear && met + short > 0,
      ),
    [shown, years, asked],
  );
  const option = useMemo(
    () => ({
      aria: { enabled: true, decal: { show: true, decals: [{ symbol: "none" }, STRIPES] } },
      tooltip: { trigger: "axis" },
      legend: { top: 0 },
      grid: { left: 40, right: 16, top: 36, bottom: 28 },
      xAxis: { type: "category", data: counts.map(({ year }) => String(year)) },
      yAxis: { type: "value", minInterval: 1 },
      series: [
        {
          name: say("progress.met"),
          type: "bar",
          stack: "people",
          itemStyle: { color: GOOD },
          label: { show: true, color: "#ffffff", formatter: hideZero },
          barMaxWidth: 48,
          data: counts.map(({ met }) => met),
        },
        {
          name: say("progress.short"),
          type: "bar",
          stack: "people",
          itemStyle: { color: SHORT },
          label: { show: true, position: "top", color: "#1f2329", formatter: hideZero },
          barMaxWidth: 48,
          data: counts.map(({ short }) => short),
        },
      ],
    }),
    [counts, say],
  );
  return (
    <section className="training-panel">
      <h2 className="training-heading">{say("progress.years")}</h2>
      <Chart
        option={option}
        height={HEIGHT}
        label={say("progress.yearsLabel")}
        table={{
          head: [say("progress.year"), say("progress.met"), say("progress.short")],
          rows: counts.map(({ year, met, short }) => [String(year), met, short]),
        }}
      />
    </section>
  );
}

function PresentChart({ scene, shown }: ProgressViewProps) {
  const { query, years, asked } = scene;
  const say = useMessages(trainingMessages);
  const year = query.shortIn ?? years.at(-1) ?? 0;
  const bands = useMemo(() => progressBands(shown, year, asked), [shown, year, asked]);
  const met = bands[0]?.people ?? 0;
  const short = bands.slice(1).reduce((sum, { people }) => sum + people, 0);
  const words = useMemo(() => bands.map((band) => sayBand(say, band, bands)), [say, bands]);
  const option = useMemo(
    () => ({
      aria: { enabled: true },
      tooltip: {},
      grid: { left: 40, right: 16, top: 24, bottom: 44 },
      xAxis: {
        type: "category",
        data: words,
        axisLabel: { interval: 0, width: LABEL_WIDTH, overflow: "break" },
      },
      yAxis: { type: "value", minInterval: 1 },
      series: [
        {
          type: "bar",
          barMaxWidth: 64,
          label: { show: true, position: "top" },
          data: bands.map(({ over, people }) => ({
            value: people,
            itemStyle: { color: over === null ? GOOD : SHORT },
          })),
        },
      ],
    }),
    [bands, words],
  );
  return (
    <section className="training-panel">
      <h2 className="training-heading">{say("progress.thisYear", { year })}</h2>
      {met + short === 0 ? (
        <p className="training-note">{say("progress.nobody")}</p>
      ) : (
        <Chart
          option={option}
          height={HEIGHT}
          label={say("progress.thisYearLabel", { year, met, short })}
          table={{
            head: ["", say("progress.people")],
            rows: bands.map((band, at) => [words[at] ?? "", band.people]),
          }}
        />
      )}
    </section>
  );
}

function sayBand(
  say: Say<TrainingKey>,
  band: ProgressBand,
  bands: readonly ProgressBand[],
): string {
  if (band.over === null) return say("progress.bandMet");
  if (band.over === 0) return say("progress.bandFirst", { upTo: band.upTo });
  if (band === bands.at(-1)) return say("progress.bandLast", { over: band.over });
  return say("progress.band", { over: band.over, upTo: band.upTo });
}

function hideZero({ value }: { readonly value: number }): string {
  return value === 0 ? "" : String(value);
}
