/** Which clients and operations a change of the schema touches, by recorded use. */
import { buildSchema } from "graphql";
import type { Problem } from "../../platform/composition/index.js";
import type { PartnerCheck, SchemaChange } from "../../platform/composition/partner/index.js";
import { coordinatesOfChange, type OperationUse } from "../../platform/use/index.js";
import type { RegistryOptions } from "../../platform/registry/index.js";
import type { UseSpan, UseStore } from "../../platform/use/use.repository.js";
import { spanOf, withUseStore } from "./recorded-use.js";

/** A change, and who asks for what it touches, or needs it; the busiest first. */
export interface TouchedChange extends SchemaChange {
  readonly users: readonly OperationUse[];
}

/** Looks the changes up in recorded use; `publicSchema` is the schema before them. */
export const touchedBy = async (
  changes: readonly SchemaChange[],
  publicSchema: string,
  store: Pick<UseStore, "useOf">,
  span: UseSpan,
): Promise<TouchedChange[]> => {
  if (changes.length === 0) return [];
  const schema = buildSchema(publicSchema, { assumeValidSDL: true });
  const touched = changes.map((change) => ({ change, of: coordinatesOfChange(schema, change.path ?? "") }));
  const used = await store.useOf([...new Set(touched.flatMap(({ of }) => of))], span);
  return touched.map(({ change, of }) => {
    const coordinates = new Set(of);
    const within = (names: readonly string[]): string[] => names.filter((name) => coordinates.has(name));
    const users = used
      .map((use) => ({ ...use, asked: within(use.asked), needed: within(use.needed) }))
      .filter(({ asked, needed }) => asked.length > 0 || needed.length > 0);
    return { ...change, users };
  });
};

/** One client and operation, in a sentence. */
export const userLine = ({ client, name, operation, asked, needed, requests, lastDay }: OperationUse): string =>
  `${client} asks ${name ?? "an operation without a name"} (${operation.slice(0, 8)}): ${requests} times, last on ${lastDay}; ${
    asked.length > 0 ? `it asks for ${asked.join(", ")}` : `services need ${needed.join(", ")} for it`
  }.`;

/** Breaking changes of what clients still ask for, each with a sentence that names the clients. */
const broken = (
  touched: readonly TouchedChange[],
  { days }: UseSpan,
): { readonly path: string | undefined; readonly sentence: string }[] =>
  touched
    .filter(({ level, users }) => level === "BREAKING" && users.length > 0)
    .map(({ message, path, users }) => ({
      path,
      sentence: `${message}, and ${[...new Set(users.map(({ client }) => client))].join(", ")} asked for it in the last ${days} days: keep it, mark it @deprecated, and take it away once nobody asks; or agree with them and give --accept-breaking.`,
    }));

/** Refusals of a partner's file for what clients still ask for. */
export const brokenClients = (
  { partner, file }: Pick<PartnerCheck, "partner" | "file">,
  touched: readonly TouchedChange[],
  span: UseSpan,
): Problem[] =>
  broken(touched, span).map(({ path, sentence }) => ({
    ...{ subgraph: partner, file, ...(path === undefined ? {} : { name: path }) },
    message: `${partner}: ${sentence}`,
  }));

/** Why changes are refused that break clients, a sentence each; none where nothing is recorded of use. */
export const brokenByRecordedUse: NonNullable<RegistryOptions["brokenBy"]> = async (changes, publicSchema) => {
  const span = spanOf();
  const touched = await withUseStore((store) => touchedBy(changes, publicSchema, store, span));
  return broken(touched ?? [], span).map(({ sentence }) => sentence);
};
