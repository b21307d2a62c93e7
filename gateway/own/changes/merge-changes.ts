/** Merges the services' parts of the feed of changes: one cursor that keeps the place in each (a vector). */
import { badInput } from "../../../platform/errors/index.js";
import { changesRootOf } from "../../../platform/subgraph/wire.js";

/** Arguments of the feed. */
export interface ChangesArgs {
  readonly since?: string | null | undefined;
  readonly types?: readonly string[] | null | undefined;
  readonly first: number;
  /** True for where a copy begins that is made by other ways. */
  readonly copying?: boolean | null | undefined;
}

/** One service's part, as it gives it; `changedAt` is RFC 3339. */
interface Part {
  readonly cursor: string;
  readonly hasMore: boolean;
  readonly items: readonly {
    readonly kind: string;
    readonly key: string;
    readonly nodeId: string;
    readonly op: string;
    readonly version?: number | null;
    readonly changedAt: string;
  }[];
}

/** A piece of the feed, with the services that did not answer. */
export interface MergedChanges extends Part {
  readonly unavailable: readonly string[];
}

/** Asks one service a query; throws where it does not answer. */
export type AskService = (service: string, query: string, variables: object) => Promise<Record<string, unknown>>;

/** Place in each service, by its name; the parts are sealed by the services. */
type Vector = Readonly<Record<string, string>>;

const readVector = (cursor: string | null | undefined, services: readonly string[]): Vector => {
  if (cursor == null) return {};
  try {
    const vector = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")) as Vector;
    const known = Object.entries(vector).every(
      ([service, part]) => services.includes(service) && typeof part === "string",
    );
    if (cursor.length <= 4_000 && vector !== null && !Array.isArray(vector) && known) return vector;
  } catch {
    // Refused below.
  }
  throw badInput("since", "CURSOR", "The cursor is not one that this feed gave.");
};

const writeVector = (vector: Vector): string => Buffer.from(JSON.stringify(vector)).toString("base64url");

const queryOf = (service: string): string =>
  `query Changes($since: String, $types: [RecordKind!], $first: Int!, $copying: Boolean!) {
    page: ${changesRootOf(service)}(since: $since, types: $types, first: $first, copying: $copying) {
      cursor hasMore items { kind key nodeId op version changedAt }
    }
  }`;

/** Reads the next piece. A service that is down keeps its place and is named; what it refuses is refused. */
export const mergeChanges = async (
  services: readonly string[],
  { since, types, first, copying }: ChangesArgs,
  ask: AskService,
): Promise<MergedChanges> => {
  const vector = readVector(since, services);
  const parts = await Promise.all(
    services.map(async (service) => {
      const page = await ask(service, queryOf(service), {
        ...{ since: vector[service], types, first },
        copying: copying ?? false,
      }).then(
        (data) => data["page"] as Part,
        (error: unknown) => {
          if ((error as { extensions?: { code?: unknown } }).extensions?.code === "BAD_USER_INPUT") throw error;
          return undefined;
        },
      );
      return { service, page };
    }),
  );
  return {
    cursor: writeVector(
      Object.fromEntries(
        parts.flatMap(({ service, page }) => {
          const place = page?.cursor ?? vector[service];
          return place === undefined ? [] : [[service, place]];
        }),
      ),
    ),
    hasMore: parts.some(({ page }) => page?.hasMore === true),
    items: parts.flatMap(({ page }) => page?.items ?? []),
    unavailable: parts.flatMap(({ service, page }) => (page ? [] : [service])),
  };
};
