/** What the portal lets others take up (clause 18): feeds of documents by agency and topic, sitemaps, a page for each document, and releases of contracting. */
import { Router, type Request, type Response } from "express";
import { ANONYMOUS } from "../../platform/auth/index.js";
import { localDateOf } from "../../platform/domain/index.js";
import { ServiceError } from "../../platform/errors/index.js";
import type { Clock } from "../clock.js";
import type { AskGraph } from "../request/ask-graph.js";
import type { Door } from "../request/door.js";
import { addressOf, queryOf, type GatewayRequest } from "../request/http-request.js";
import { notAllowed } from "../request/parameters.js";
import { publicAddressOf } from "../request/public-address.js";
import type { RateLimit } from "../request/rate-limit.js";
import { refuseReceipt } from "../request/receipts.js";
import { createAskForAll, type AskForAll } from "./ask-for-all.js";
import { ATOM_TYPE, atomOf } from "./atom.js";
import { documentPageOf, PAGE_POLICY, type PageDocument } from "./document-page.js";
import { DOCUMENTS_PATH } from "./feed-document.js";
import { PAGE_QUESTION } from "./feed-questions.js";
import { JSON_FEED_TYPE, jsonFeedOf } from "./json-feed.js";
import { readFeed } from "./read-feed.js";
import { OCDS_PATH, readOcds } from "./read-ocds.js";
import { readSitemap, readSitemapIndex } from "./read-sitemap.js";
import { sendKept, type KeptText } from "./send-kept.js";
import { SITEMAPS_PATH } from "./sitemap.js";

/** What they are made from. */
export interface FeedOptions {
  readonly ask: AskGraph;
  /** The whole graph. */
  readonly door: Door;
  readonly clock: Clock;
  readonly rate: RateLimit;
  readonly trustedProxies: number;
}

/** What a route answers with. */
interface Asked {
  readonly ask: AskForAll;
  /** Scheme and host by which the gateway was reached. */
  readonly site: string;
  readonly today: string;
}

/** Where feeds stand. */
const FEEDS = { atom: { type: ATOM_TYPE, write: atomOf }, json: { type: JSON_FEED_TYPE, write: jsonFeedOf } } as const;

/** Creates the routes. */
export const createFeedRoutes = (options: FeedOptions): Router => {
  const routes = Router();
  const serve = (path: string, answer: (request: Request, asked: Asked) => Promise<KeptText>): void => {
    routes.all(path, (request: Request, response: Response, next) => {
      answered(options, request, response, answer).catch(next);
    });
  };
  for (const [ending, { type, write }] of Object.entries(FEEDS))
    serve(`/feeds/documents.${ending}`, async (request, { ask, site, today }) => {
      const { title, search, documents, maxAge } = await readFeed(ask, queryOf(request));
      const url = `${site}/feeds/documents.${ending}${search}`;
      return { type, text: write({ title, url, site, documents, today }), maxAge };
    });
  serve("/sitemap.xml", async (_request, { ask, site, today }) => xml(await readSitemapIndex(ask, site, today)));
  serve(`${SITEMAPS_PATH}/documents-:part.xml`, async (request, { ask, site }) =>
    xml(await readSitemap(ask, site, String(request.params["part"]))),
  );
  serve(OCDS_PATH, (request, { ask, ...asked }) => readOcds(ask, asked, queryOf(request)));
  serve(`${DOCUMENTS_PATH}/*indexNo`, async (request, { ask, site }) => {
    const indexNo = (request.params["indexNo"] as unknown as readonly string[]).join("/");
    const { data, maxAge } = await ask<{ readonly publicDocument: PageDocument | null }>(PAGE_QUESTION, { indexNo });
    if (data.publicDocument === null) throw new ServiceError("NOT_FOUND");
    return {
      ...{ type: "text/html", text: documentPageOf(site, data.publicDocument), maxAge },
      headers: { "content-security-policy": PAGE_POLICY, "referrer-policy": "no-referrer" },
    };
  });
  return routes;
};

const xml = ({ text, maxAge }: Pick<KeptText, "text" | "maxAge">): KeptText => ({
  ...{ type: "application/xml", text, maxAge },
});

/** Answers whoever asks as nobody; a token is not even read. */
const answered = async (
  { ask, door, clock, rate, trustedProxies }: FeedOptions,
  request: Request & GatewayRequest,
  response: Response,
  answer: (request: Request, asked: Asked) => Promise<KeptText>,
): Promise<void> => {
  request.address = addressOf(request, trustedProxies);
  request.viewer = ANONYMOUS;
  try {
    if (request.method !== "GET") throw notAllowed("GET, OPTIONS");
    refuseReceipt(request);
    if (!servesOpenness(door)) throw new ServiceError("NOT_FOUND");
    const asked = {
      ...{ ask: createAskForAll({ ask, door }, request, response), today: localDateOf(clock()) },
      site: publicAddressOf(request, trustedProxies),
    };
    sendKept(request, response, await answer(request, asked));
  } catch (refusal) {
    if (!request.charged) await rate.charge(request, response, 1);
    throw refusal;
  }
};

/** Whether the graph has what is told here: a graph of partners' services alone may not. */
const servesOpenness = (door: Door): boolean => {
  const roots = door.schema().getQueryType()?.getFields() ?? {};
  return ["publicDocuments", "contractingProcesses"].every((name) => roots[name] !== undefined);
};
