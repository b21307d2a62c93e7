/** How a backend pages a list, as far as names of its parameters and of its answer tell. */
import { pointerTo } from "../../../../platform/connect/json.js";
import { objectAt, textAt } from "./description.js";
import type { TypeMaker } from "./schema-types.js";

/** A parameter of the query, with its schema. */
export interface QueryParameter {
  readonly name: string;
  readonly schema: unknown;
}

/** Pages as a mapping has them, and the parameters that they set. */
export interface GuessedPages {
  readonly pages: Readonly<Record<string, unknown>>;
  readonly parameters: readonly string[];
}

const OFFSET = /^(?:offset|skip|start|start_?index|page\[offset\])$/i;
const LIMIT = /^(?:limit|take|top|count|rows|size|per_?page|page_?size|max_?results|page\[(?:size|limit)\])$/i;
const PAGE = /^(?:page|page_?(?:number|no|index|num)|page\[number\])$/i;
const CURSOR =
  /^(?:cursor|after|page_?token|next_?token|continuation_?token|starting_?after|page\[(?:after|cursor)\])$/i;
const NEXT = /^(?:next|next_?cursor|next_?token|next_?page_?token|continuation_?token|end_?cursor)$/i;
const TOTAL = /^(?:total|total_?(?:count|items|results|elements|records)|number_?matched)$/i;

/** Where in an envelope a property of that name is, at its top or one level below. */
const placeOf = (maker: TypeMaker, envelope: unknown, pattern: RegExp): string | undefined => {
  const properties = maker.propertiesOf(envelope);
  const top = Object.keys(properties).find((name) => pattern.test(name));
  if (top !== undefined) return pointerTo(top);
  for (const [name, schema] of Object.entries(properties)) {
    const below = Object.keys(maker.propertiesOf(schema)).find((inner) => pattern.test(inner));
    if (below !== undefined) return `${pointerTo(name)}${pointerTo(below)}`;
  }
  return undefined;
};

const mostOf = (schema: unknown): object => {
  const { maximum } = objectAt(schema, "");
  if (typeof maximum !== "number" || maximum < 1 || maximum >= 100) return {};
  return { most: Math.floor(maximum), ...(maximum < 20 ? { first: Math.floor(maximum) } : {}) };
};

/** The pages; those of a backend that answers all where nothing tells otherwise. */
export const guessPages = (
  maker: TypeMaker,
  parameters: readonly QueryParameter[],
  envelope: unknown,
): GuessedPages => {
  const find = (pattern: RegExp): QueryParameter | undefined => parameters.find(({ name }) => pattern.test(name));
  const [offset, limit, page, cursor] = [OFFSET, LIMIT, PAGE, CURSOR].map(find);
  const total = placeOf(maker, envelope, TOTAL);
  const common = { ...(limit ? mostOf(limit.schema) : {}), ...(total === undefined ? {} : { total }) };
  const next = placeOf(maker, envelope, NEXT);
  if (cursor && next !== undefined)
    return {
      pages: { kind: "cursor", cursor: cursor.name, next, ...(limit ? { limit: limit.name } : {}), ...common },
      parameters: [cursor.name, ...(limit ? [limit.name] : [])],
    };
  if (offset && limit)
    return {
      pages: { kind: "offset", offset: offset.name, limit: limit.name, ...common },
      parameters: [offset.name, limit.name],
    };
  if (page && limit) {
    const from = objectAt(page.schema, "")["default"] === 0 || objectAt(page.schema, "")["minimum"] === 0 ? 0 : 1;
    return {
      pages: { kind: "page", page: page.name, size: limit.name, from, ...common },
      parameters: [page.name, limit.name],
    };
  }
  return { pages: { kind: "whole" }, parameters: [] };
};

/** A remark where the guess is one that only the backend's own words can settle. */
export const pagesRemark = ({ pages }: GuessedPages): string | undefined =>
  textAt(pages, "/kind") === "whole"
    ? "No parameter of pages was recognised: the whole list is taken from one answer."
    : undefined;
