/** The root fields `node` and `nodes`: each owner is asked, as the viewer, whether there is such a record; what is hidden is not. */
import { badInput } from "../../../platform/errors/index.js";
import { checkWithin } from "../../../platform/graphql/bounds.js";
import type { NodeType } from "../../../platform/graphql/node-types.js";
import { candidatesOf, type Candidate, type Representation } from "./global-id.js";
import { MOST_BARE, MOST_NODES } from "./node.sdl.js";

/** A record by its key as its owner writes it, which may be asked in several ways; undefined where there is none that the viewer may know of, an error where nobody can say. */
export type Existence = Representation | Error | undefined;

/** Asks a service as the viewer which of the records there are, in the order asked. */
export type AskExistence = (service: string, candidates: readonly Candidate[]) => Promise<readonly Existence[]>;

/** What the fields work with. */
export interface Identification {
  readonly nodes: readonly NodeType[];
  readonly exist: AskExistence;
}

/** Most records of one request to a service. */
const MOST_AT_ONCE = 200;

/** Asks the owner of each candidate, all of a service at once. */
const existenceOf = async (
  candidates: readonly Candidate[],
  exist: AskExistence,
): Promise<ReadonlyMap<Candidate, Existence>> => {
  const services = [...new Set(candidates.map(({ node }) => node.service))];
  const parts = services.flatMap((service) => {
    const all = candidates.filter(({ node }) => node.service === service);
    return Array.from({ length: Math.ceil(all.length / MOST_AT_ONCE) }, (_, part) => ({
      service,
      part: all.slice(part * MOST_AT_ONCE, (part + 1) * MOST_AT_ONCE),
    }));
  });
  const told = await Promise.all(
    parts.map(async ({ service, part }) => {
      const answers = await exist(service, part);
      return part.map((candidate, index) => [candidate, answers[index]] as const);
    }),
  );
  return new Map(told.flat());
};

/** One record; undefined where there is none, an error where nobody can say or two have the id. */
const foundAmong = (candidates: readonly Candidate[], existence: ReadonlyMap<Candidate, Existence>): Existence => {
  const told = candidates.map((candidate) => existence.get(candidate)).filter((each) => each !== undefined);
  const there = told.filter((each) => !(each instanceof Error));
  if (there.length > 1)
    return badInput("id", "AMBIGUOUS_ID", "Several types have a record of this id: give it as Type:id.");
  return there[0] ?? told[0];
};

/** Records of ids, in their order. Throws BAD_USER_INPUT for none, for more than 200, and for more than 50 that do not name their type. */
export const nodesOf = async (
  ids: readonly string[],
  { nodes, exist }: Identification,
): Promise<readonly Existence[]> => {
  checkWithin("ids", ids.length, { min: 1, max: MOST_NODES });
  const read = new Map([...new Set(ids)].map((id) => [id, candidatesOf(id, nodes)] as const));
  const bare = [...read.values()].filter(({ length }) => length > 1).length;
  checkWithin("ids", bare, { min: 0, max: MOST_BARE });
  const existence = await existenceOf([...read.values()].flat(), exist);
  return ids.map((id) => foundAmong(read.get(id) ?? [], existence));
};

/** The record of an id. */
export const nodeOf = async (id: string, identification: Identification): Promise<Existence> =>
  (await nodesOf([id], identification))[0];
