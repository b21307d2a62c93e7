/** Reads what a feed is asked for, and its documents from the graph. */
import { badInput, ServiceError } from "../../platform/errors/index.js";
import type { AskForAll } from "./ask-for-all.js";
import type { FeedDocument } from "./feed-document.js";
import { FEED_QUESTION, ISSUER_QUESTION } from "./feed-questions.js";

/** What a feed can be narrowed by. */
const PARAMETERS = ["agency", "division", "topic"] as const;

type Parameter = (typeof PARAMETERS)[number];
type Parameters = Readonly<Partial<Record<Parameter, string>>>;

/** A feed before it is written. */
export interface ReadFeed {
  readonly title: string;
  /** What it was asked for, in one order: the feed has one address. */
  readonly search: string;
  readonly documents: readonly FeedDocument[];
  readonly maxAge: number | undefined;
}

/** Throws BAD_USER_INPUT (PARAMETERS) for anything else than each of the parameters once. */
const parametersOf = (query: Readonly<Record<string, unknown>>): Parameters => {
  for (const [name, value] of Object.entries(query))
    if (!(PARAMETERS as readonly string[]).includes(name) || typeof value !== "string" || value === "")
      throw badInput(name.slice(0, 64), "PARAMETERS", "A feed is asked for by agency, division and topic, each once.");
  return query as Parameters;
};

/** Reads it. Throws BAD_USER_INPUT, NOT_FOUND for an agency that is none. */
export const readFeed = async (ask: AskForAll, query: Readonly<Record<string, unknown>>): Promise<ReadFeed> => {
  const { agency, division, topic } = parametersOf(query);
  const issuer = agency === undefined ? undefined : await issuerOf(ask, agency);
  const { data, maxAge } = await ask<{ readonly publicDocuments: { readonly nodes: readonly FeedDocument[] } | null }>(
    FEED_QUESTION,
    { filter: { issuer: issuer?.id, division, topic } },
  );
  if (data.publicDocuments === null) throw new ServiceError("SERVICE_UNAVAILABLE");
  return {
    title: ["公开文件", issuer?.name, division, topic].filter((part) => part != null).join(" · "),
    search: searchOf({ agency, division, topic }),
    documents: data.publicDocuments.nodes,
    maxAge,
  };
};

const searchOf = (parameters: Readonly<Record<Parameter, string | undefined>>): string => {
  const given = PARAMETERS.flatMap((name) => {
    const value = parameters[name];
    return value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`];
  });
  return given.length === 0 ? "" : `?${given.join("&")}`;
};

interface Issuer {
  readonly id: string;
  readonly name: string | null;
}

const issuerOf = async (ask: AskForAll, uscc: string): Promise<Issuer> => {
  const { data } = await ask<{ readonly organization: Issuer | null }>(ISSUER_QUESTION, { uscc });
  if (data.organization === null) throw new ServiceError("NOT_FOUND");
  return data.organization;
};
