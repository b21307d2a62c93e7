/**
 * The draw of a random inspection (双随机): which enterprises are inspected, and by whom, as anyone can recompute it. Pure.
 *
 * Each enterprise is one draw of GOVGRAPH-DRAW-1 (platform/domain/draw.ts) among those not drawn yet, whose project number is
 * `<number of the inspection>/<place>`, the first place being 1; each inspector of an enterprise is one among those not drawn for it yet,
 * whose project number is `<number>/<place>/<1, 2, …>`. All draws use the same value of the public source.
 */
import { draw } from "../../../platform/domain/index.js";

/** What is drawn from what. */
export interface InspectionDrawFacts {
  readonly no: string;
  readonly candidateIds: readonly string[];
  readonly objectCount: number;
  readonly inspectorNumbers: readonly string[];
  readonly inspectorsEach: number;
  readonly sourceValue: string;
}

/** An enterprise that was drawn, with those who inspect it. */
export interface DrawnObject {
  readonly objectId: string;
  readonly inspectors: readonly string[];
}

/** Draws so many, one after another; undefined where there are fewer candidates, or one stands twice. */
const drawSeveral = (
  scope: string,
  candidates: readonly string[],
  { count, sourceValue }: { readonly count: number; readonly sourceValue: string },
): string[] | undefined => {
  const drawn: string[] = [];
  while (drawn.length < count) {
    const rest = candidates.filter((candidate) => !drawn.includes(candidate));
    const found = draw({ projectNo: `${scope}/${drawn.length + 1}`, candidates: rest, sourceValue });
    if (found === undefined) return undefined;
    drawn.push(found.selected);
  }
  return drawn;
};

/** Enterprises in the order in which they are drawn, each with its inspectors; undefined where there are too few candidates, or one stands twice. */
export const drawInspection = (facts: InspectionDrawFacts): DrawnObject[] | undefined => {
  const { no, sourceValue } = facts;
  const objects = drawSeveral(no, facts.candidateIds, { count: facts.objectCount, sourceValue });
  if (objects === undefined) return undefined;
  const drawn: DrawnObject[] = [];
  for (const [place, objectId] of objects.entries()) {
    const scope = `${no}/${place + 1}`;
    const inspectors = drawSeveral(scope, facts.inspectorNumbers, { count: facts.inspectorsEach, sourceValue });
    if (inspectors === undefined) return undefined;
    drawn.push({ objectId, inspectors });
  }
  return drawn;
};

/** True where these enterprises and inspectors follow from the facts, in this order. */
export const followsFrom = (facts: InspectionDrawFacts, drawn: readonly DrawnObject[]): boolean => {
  const again = drawInspection(facts);
  return (
    again !== undefined &&
    again.length === drawn.length &&
    again.every(
      ({ objectId, inspectors }, place) =>
        objectId === drawn[place]!.objectId && inspectors.join("\n") === drawn[place]!.inspectors.join("\n"),
    )
  );
};
