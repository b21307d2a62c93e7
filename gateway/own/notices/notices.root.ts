/** The root fields of notices. */
import type { Viewer } from "../../../platform/auth/index.js";
import { badInput } from "../../../platform/errors/index.js";
import { checkWithin } from "../../../platform/graphql/bounds.js";
import { markNoticesRootOf } from "../../../platform/subgraph/wire.js";
import { mergeNotices, type MergedNotices, type NoticesArgs, type NoticeSources } from "./merge-notices.js";

/** Arguments as they come; null is as if nothing were given. */
export type NoticesGiven = { readonly [Name in keyof NoticesArgs]?: NoticesArgs[Name] | null | undefined };

/** The viewer's notices; undefined for nobody. Throws BAD_USER_INPUT for `first` outside 1-50 and for a cursor that the list did not give. */
export const noticesOf = async (
  { first, after, due, unread }: NoticesGiven,
  { viewer, ...sources }: NoticeSources & { readonly viewer: Viewer },
): Promise<MergedNotices | undefined> => {
  checkWithin("first", first, { min: 1, max: 50 });
  if (viewer.kind === "anonymous") return undefined;
  return mergeNotices({ first: first ?? 20, after, due: due ?? false, unread: unread ?? false }, sources);
};

/** Input of the verb. */
export interface MarkNoticesReadArgs {
  readonly input: { readonly ids: readonly string[] };
}

/** Marks them at their services, which mark the viewer's alone. Throws BAD_USER_INPUT for what is no id, and what a service throws. */
export const markNoticesRead = async (
  { input: { ids } }: MarkNoticesReadArgs,
  { services, ask }: Pick<NoticeSources, "services" | "ask">,
): Promise<{ readonly marked: number }> => {
  checkWithin("ids", ids.length, { min: 0, max: 100 });
  const ofService = new Map<string, Set<string>>();
  for (const id of ids) {
    const [, service = "", number = ""] = /^([a-z]+):([1-9]\d{0,17})$/.exec(id) ?? [];
    if (!services.includes(service)) throw badInput("ids", "NOTICE", "It is not the id of a notice.");
    ofService.set(service, (ofService.get(service) ?? new Set()).add(number));
  }
  const marked = await Promise.all(
    [...ofService].map(async ([service, numbers]) => {
      const mutation = `mutation Mark($ids: [ID!]!) { marked: ${markNoticesRootOf(service)}(ids: $ids) }`;
      return Number((await ask(service, mutation, { ids: [...numbers] }))["marked"] ?? 0);
    }),
  );
  return { marked: marked.reduce((sum, count) => sum + count, 0) };
};
