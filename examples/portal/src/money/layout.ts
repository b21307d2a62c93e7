/** Where in the picture each place and each step is, by d3-sankey; amounts become numbers for their size in the picture alone. */
import { fenOf } from "@govgraph/client";
import { sankey, sankeyLeft, sankeyLinkHorizontal } from "d3-sankey";
import type { Place, Step } from "./flow.js";

/** A place as a bar. */
export interface Bar {
  readonly place: Place;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A step as a band. */
export interface Band {
  readonly step: Step;
  readonly path: string;
  readonly width: number;
}

/** The picture. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly bars: readonly Bar[];
  readonly bands: readonly Band[];
}

const BAR = 14;
const MARGIN = 14;
const SMALLEST_WIDTH = 960;
/** From a bar to its name and behind it, and the least from one column to the next. */
const AROUND_NAME = 30;
const SMALLEST_GAP = 110;

/** About how wide a name is in type of 14 px: Chinese characters are as wide as they are high. */
const widthOf = (name: string): number =>
  [...name].reduce((width, letter) => width + (letter.charCodeAt(0) > 0x2e80 ? 14 : 8.5), 0);

const placesOf = (steps: readonly Step[]): readonly Place[] => [
  ...new Map(steps.flatMap(({ from, to }) => [from, to]).map((place) => [place.key, place])).values(),
];

/** Room for the names of the fullest column. */
const heightOf = (steps: readonly Step[]): number => {
  const depths = new Map<number, Set<string>>();
  for (const { depth, to } of steps) depths.set(depth, (depths.get(depth) ?? new Set<string>()).add(to.key));
  return Math.max(240, 44 * Math.max(...[...depths.values()].map(({ size }) => size)));
};

/** Where each column begins: as far behind the one before it as its names need; and where the last one's names end. */
const columnsOf = (
  names: readonly (readonly string[])[],
): { readonly starts: readonly number[]; readonly end: number } => {
  const gaps = names.map((column) => Math.max(SMALLEST_GAP, BAR + AROUND_NAME + Math.max(...column.map(widthOf))));
  const free = Math.max(0, SMALLEST_WIDTH - gaps.reduce((sum, gap) => sum + gap, MARGIN));
  const wide = gaps.map((gap, at) => (at < gaps.length - 1 ? gap + free / (gaps.length - 1) : gap));
  const starts = wide.map((_, at) => wide.slice(0, at).reduce((sum, gap) => sum + gap, MARGIN));
  return { starts, end: (starts.at(-1) ?? 0) + (wide.at(-1) ?? 0) };
};

/** Lays out the steps of an indicator. */
export const pictureOf = (steps: readonly Step[]): Picture => {
  const height = heightOf(steps);
  const lay = sankey<{ place: Place }, { step: Step }>()
    .nodeId(({ place }) => place.key)
    .nodeWidth(BAR)
    .nodePadding(22)
    .nodeAlign(sankeyLeft)
    .extent([
      [MARGIN, MARGIN],
      [SMALLEST_WIDTH, height - MARGIN],
    ]);
  const { nodes, links } = lay({
    nodes: placesOf(steps).map((place) => ({ place })),
    links: steps.map((step) => ({
      step,
      source: step.from.key,
      target: step.to.key,
      // A band of nothing would be no band.
      value: Math.max(1, Number(fenOf(step.amount))),
    })),
  });
  const names: string[][] = [];
  for (const { depth = 0, place } of nodes) (names[depth] ??= []).push(place.name);
  const { starts, end } = columnsOf(names);
  for (const node of nodes) {
    node.x0 = starts[node.depth ?? 0] ?? MARGIN;
    node.x1 = node.x0 + BAR;
  }
  const pathOf = sankeyLinkHorizontal<{ place: Place }, { step: Step }>();
  return {
    width: end,
    height,
    bars: nodes.map(({ place, x0 = 0, x1 = 0, y0 = 0, y1 = 0 }) => ({
      place,
      x: x0,
      y: y0,
      width: x1 - x0,
      height: Math.max(2, y1 - y0),
    })),
    bands: links.map((link) => ({ step: link.step, path: pathOf(link) ?? "", width: Math.max(1.5, link.width ?? 0) })),
  };
};
