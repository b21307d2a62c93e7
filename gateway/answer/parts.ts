/** The parts of an answer: what a client has first, and what it would have later. */
import type { AskedField } from "../engine/query-engine.js";
import type { Deferral, ObjectShape } from "./answer-shape.js";
import type { Output } from "./output.js";
import type { AnswerPath } from "./shape.js";

/** What comes first of an answer; `later` of its objects' shapes says what begins there and comes later. */
export const firstPart = (whole: ObjectShape): ObjectShape => partOf(whole, undefined);

const partOf = (whole: ObjectShape, deferral: Deferral | undefined): ObjectShape => ({
  entries: whole.entries
    .filter((entry) => entry.deferral === deferral)
    .map((entry) => (entry.kind === "field" && entry.child ? { ...entry, child: firstPart(entry.child) } : entry)),
  place: whole.place,
  later: [...deferralsIn(whole)]
    .filter(({ within }) => within === deferral)
    .map((one) => ({ deferral: one, shape: partOf(whole, one) })),
});

/** The fragments of an object that come later, with those around them. */
const deferralsIn = ({ entries }: ObjectShape): Set<Deferral> => {
  const found = new Set<Deferral>();
  for (const entry of entries) for (let one = entry.deferral; one; one = one.within) found.add(one);
  return found;
};

/** What services are asked for of a part: its fields, and the types of objects where those differ. */
export const askedIn = ({ entries, place }: ObjectShape): AskedField[] =>
  entries.flatMap((entry) => {
    if (entry.kind !== "field" || entry.denied || entry.dropped) return [];
    const { engineKey: key, child, output } = entry;
    return [
      { place, key },
      ...(child
        ? [...(ofSeveralTypes(output) ? [{ place: child.place, key: "__typename" }] : []), ...askedIn(child)]
        : []),
    ];
  });

const ofSeveralTypes = ({ list, only }: Output): boolean => (list ? ofSeveralTypes(list) : only === undefined);

/** True where the part has the place: keys and indexes below the part's object. */
export const holds = (shape: ObjectShape, path: AnswerPath): boolean => {
  const [step, ...rest] = path;
  if (step === undefined) return true;
  if (typeof step === "number") return holds(shape, rest);
  return shape.entries.some(
    (entry) =>
      entry.key === step &&
      (rest.length === 0 || (entry.kind === "field" && entry.child !== undefined && holds(entry.child, rest))),
  );
};
