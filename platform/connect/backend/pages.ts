/** Reads a page of a backend's list, however the backend counts its pages. */
import { badInput } from "../../errors/index.js";
import type { BackendAnswer } from "./backend.js";
import { requestOf, type Parameters } from "./request.js";
import { valueAt } from "../json.js";
import { readCursor, writeCursor, type ListPlace } from "./list-cursor.js";
import type { MappedPages } from "../mapping/pages.js";
import type { MappedCall } from "../mapping/call.js";
import { nextTokenOf } from "./next-token.js";
import { answeredAt, type ConnectContext } from "./request-context.js";
import type { Values } from "../mapping/template.js";

/** What is asked for. */
export interface AskedPage {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** Items of a page, each with the place behind it. */
export interface ListPage {
  readonly items: readonly { readonly item: unknown; readonly cursor: string }[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** Where the next page begins. */
  readonly endCursor: string | undefined;
  readonly totalCount: number | undefined;
}

/** A list of the backend. */
export interface BackendList {
  /** Where it is in the graph, for the log. */
  readonly place: string;
  readonly call: MappedCall;
  readonly pages: MappedPages;
  readonly values: Values;
}

interface Part {
  readonly items: readonly unknown[];
  readonly answer: BackendAnswer;
}

const askPart = async (
  { place, call, values }: BackendList,
  parameters: Parameters,
  context: ConnectContext,
): Promise<Part> => {
  const answer = await context.ask(requestOf(context.basePath, call, values, parameters));
  const items = answeredAt(answer, call.items, place, context) ?? [];
  if (!Array.isArray(items)) throw context.misfit(place, "is no list");
  return { items, answer };
};

/** How many there are in all, where the answer says it in a whole number. */
const totalOf = ({ answer, items }: Part, pages: MappedPages): number | undefined => {
  if (pages.kind === "whole") return items.length;
  const { total } = pages;
  if (total === undefined) return undefined;
  const said = total.startsWith("header:") ? answer.header(total.slice(7)) : valueAt(answer.json, total);
  const number = typeof said === "string" && /^\d{1,10}$/.test(said) ? Number(said) : said;
  return Number.isInteger(number) && Number(number) >= 0 && Number(number) < 2 ** 31 ? Number(number) : undefined;
};

/** Items from a place on, counted from the first of the list. */
const readRange = async (list: BackendList, skip: number, first: number, context: ConnectContext): Promise<Part> => {
  const { pages } = list;
  switch (pages.kind) {
    case "offset":
      return askPart(list, { [pages.offset]: skip, [pages.limit]: first }, context);
    case "page": {
      const size = pages.fixedSize ?? first;
      const sizes = pages.size === undefined ? {} : { [pages.size]: size };
      const page = Math.floor(skip / size);
      const last = Math.floor((skip + first - 1) / size);
      const parts: Part[] = [];
      for (let index = page; index <= last; index += 1) {
        const part = await askPart(list, { [pages.page]: index + pages.from, ...sizes }, context);
        parts.push(part);
        if (part.items.length < size) break;
      }
      return { items: parts.flatMap(({ items }) => items).slice(skip - page * size), answer: parts.at(-1)!.answer };
    }
    default: {
      const part = await askPart(list, {}, context);
      return { ...part, items: part.items.slice(skip) };
    }
  }
};

const readCounted = async (
  list: BackendList,
  place: ListPlace,
  first: number,
  context: ConnectContext,
): Promise<ListPage> => {
  if (place.token !== undefined) throw badInput("after", "CURSOR", "The cursor is none of this list.");
  const { skip } = place;
  const part = await readRange(list, skip, first, context);
  const whole = list.pages.kind === "whole" ? skip + part.items.length : totalOf(part, list.pages);
  const items = part.items
    .slice(0, first)
    .map((item, index) => ({ item, cursor: writeCursor({ skip: skip + index + 1 }) }));
  return {
    items,
    endCursor: items.at(-1)?.cursor,
    // A backend that says no total may have an empty page behind a full one.
    hasNextPage: items.length > 0 && (whole === undefined ? items.length >= first : skip + items.length < whole),
    hasPreviousPage: skip > 0,
    totalCount: whole,
  };
};

const readFollowing = async (
  list: BackendList & { readonly pages: Extract<MappedPages, { kind: "cursor" | "link" }> },
  place: ListPlace,
  first: number,
  context: ConnectContext,
): Promise<ListPage> => {
  const { pages } = list;
  const { token, skip } = place;
  const name = pages.kind === "cursor" ? pages.cursor : pages.parameter;
  // A cursor says how many to skip, and anybody can write one: the backend gives no more than two pages for it.
  const limits = pages.limit === undefined ? {} : { [pages.limit]: Math.min(skip + first, 2 * pages.most) };
  const part = await askPart(list, { [name]: token, ...limits }, context);
  const said = nextTokenOf(pages, part.answer);
  const next = said === token ? undefined : said;
  const behind = (count: number): ListPlace => {
    if (count >= part.items.length && next !== undefined) return { skip: 0, token: next };
    return { skip: count, ...(token === undefined ? {} : { token }) };
  };
  const items = part.items
    .slice(skip, skip + first)
    .map((item, index) => ({ item, cursor: writeCursor(behind(skip + index + 1)) }));
  // A page may be empty and have another behind it.
  const hasNextPage = skip + items.length < part.items.length || next !== undefined;
  return {
    items,
    endCursor: items.at(-1)?.cursor ?? (hasNextPage ? writeCursor(behind(part.items.length)) : undefined),
    hasNextPage,
    hasPreviousPage: token !== undefined || skip > 0,
    totalCount: totalOf(part, pages),
  };
};

/** Reads the page. Throws BAD_USER_INPUT for a `first` or an `after` that is none, ServiceError where the backend fails. */
export const readListPage = (list: BackendList, asked: AskedPage, context: ConnectContext): Promise<ListPage> => {
  const { pages } = list;
  const first = asked.first ?? pages.first;
  if (first < 1) throw badInput("first", "MIN", "first is at least 1.");
  if (first > pages.most) throw badInput("first", "MAX", `first is at most ${pages.most}.`);
  const place = readCursor(asked.after);
  return pages.kind === "cursor" || pages.kind === "link"
    ? readFollowing({ ...list, pages }, place, first, context)
    : readCounted(list, place, first, context);
};
