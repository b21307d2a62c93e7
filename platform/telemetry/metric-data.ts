/** Metrics of a Prometheus registry as OpenTelemetry's data model has them (opentelemetry.io, "Metrics Data Model", sections Sums, Gauge and Histogram). */
import { ValueType } from "@opentelemetry/api";
import { AggregationTemporality, DataPointType, type MetricData } from "@opentelemetry/sdk-metrics";
import type { Registry } from "prom-client";

type Metric = Awaited<ReturnType<Registry["getMetricsAsJSON"]>>[number];

/** One value of prom-client; of a histogram also the name of the series. */
interface Value {
  readonly value: number;
  readonly labels: Readonly<Record<string, string | number | undefined>>;
  readonly metricName?: string;
}

/** When counting began, and until when the values are, in milliseconds since 1970. */
interface Span {
  readonly since: number;
  readonly until: number;
}

type Labels = Readonly<Record<string, string>>;

type HrTime = [seconds: number, nanoseconds: number];

const hrTime = (milliseconds: number): HrTime => [Math.floor(milliseconds / 1_000), (milliseconds % 1_000) * 1_000_000];

/** Labels of a series; the process is told by the resource, the bound by the bucket. */
const labelsOf = ({ labels: { le: _bound, process: _process, ...labels } }: Value): Labels =>
  Object.fromEntries(Object.entries(labels).map(([name, value]) => [name, String(value)]));

/** Each histogram's buckets count all that is within their bounds; here each counts what is above the bound before it. */
const histogramOf = (values: readonly Value[], name: string) => {
  const valueOf = (end: string): number => values.find(({ metricName }) => metricName === `${name}_${end}`)?.value ?? 0;
  const buckets = values.filter(({ metricName }) => metricName === `${name}_bucket`);
  const within = buckets.map(({ value }) => value);
  return {
    buckets: {
      boundaries: buckets.flatMap(({ labels: { le } }) => (le === "+Inf" ? [] : [Number(le)])),
      counts: within.map((count, place) => count - (within[place - 1] ?? 0)),
    },
    sum: valueOf("sum"),
    count: valueOf("count"),
  };
};

/** Values of a histogram, those of each set of labels together. */
const seriesOf = (values: readonly Value[]): (readonly Value[])[] => {
  const series = new Map<string, Value[]>();
  for (const value of values) {
    const key = JSON.stringify(labelsOf(value));
    const known = series.get(key);
    if (known) known.push(value);
    else series.set(key, [value]);
  }
  return [...series.values()];
};

/** Maps them; counters and histograms are cumulative since `since`. Summaries, of which there are none, are left out. */
export const toMetricData = (metrics: readonly Metric[], { since, until }: Span): MetricData[] =>
  metrics.flatMap((metric): MetricData[] => {
    const { name, help, values: given } = metric;
    const type = String(metric.type);
    const values: readonly Value[] = given;
    const times = { startTime: hrTime(since), endTime: hrTime(until) };
    const described = {
      descriptor: { name, description: help, unit: "", valueType: ValueType.DOUBLE },
      aggregationTemporality: AggregationTemporality.CUMULATIVE,
    };
    if (type === "histogram")
      return [
        {
          ...described,
          dataPointType: DataPointType.HISTOGRAM,
          dataPoints: seriesOf(values).map((series) => ({
            ...{ ...times, attributes: labelsOf(series[0]!) },
            value: histogramOf(series, name),
          })),
        },
      ];
    const dataPoints = values.map((value) => ({ ...times, attributes: labelsOf(value), value: value.value }));
    if (type === "counter") return [{ ...described, dataPointType: DataPointType.SUM, isMonotonic: true, dataPoints }];
    return type === "gauge" ? [{ ...described, dataPointType: DataPointType.GAUGE, dataPoints }] : [];
  });
