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

const WIDTH = 1_040;
const BAR = 14;
const MARGIN = 14;
/** Room for names beside the last column. */
const NAMES = 250;

const placesOf = (steps: readonly Step[]): readonly Place[] => [
  ...new Map(steps.flatMap(({ from, to }) => [from, to]).map((place) => [place.key, place])).values(),
];

/** Room for the names of the fullest column. */
const heightOf = (steps: readonly Step[]): number => {
  const depths = new Map<number, Set<string>>();
  for (const { depth, to } of steps) depths.set(depth, (depths.get(depth) ?? new Set<string>()).add(to.key));
  return Math.max(240, 44 * Math.max(...[...depths.values()].map(({ size }) => size)));
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
      [WIDTH - NAMES, height - MARGIN],
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
  const pathOf = sankeyLinkHorizontal<{ place: Place }, { step: Step }>();
  return {
    width: WIDTH,
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
