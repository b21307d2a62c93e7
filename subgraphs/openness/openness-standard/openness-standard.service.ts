/** Lists standards, and says for one viewer what a body owes by them. */
import type DataLoader from "dataloader";
import { canRead } from "../../../platform/disclosure/admission/index.js";
import { comeBy, localDateOf } from "../../../platform/domain/index.js";
import {
  createGroupLoader,
  createKeyLoader,
  readPage,
  type Page,
  type PageArgs,
} from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { WHOSE_DOCUMENT } from "../public-document/public-document.policy.js";
import { gapOf, type KeyedDocument } from "./openness-gaps.js";
import type { OpennessStandardFilter } from "./openness-standard.input.js";
import { quarterIn, quarterOf } from "./openness-standard.js";
import { documentsMade, ownersOf, standards, toStandard, type IssuedDocument } from "./openness-standard.repository.js";
import type { OpennessStandardRow } from "./openness-standard.rows.js";
import type { OpennessGap, OpennessStandard } from "./openness-standard.type.js";

/** Service of standards. */
export interface OpennessStandardService {
  list(filter: OpennessStandardFilter, page: PageArgs): Promise<Page<OpennessStandard>>;
  /** What the body owes by each of its first hundred standards, in the quarter of today where none is named. Throws BAD_USER_INPUT (QUARTER). */
  gaps(body: { readonly id: string; readonly name?: string | null }, quarter?: string): Promise<OpennessGap[]>;
}

/** How many standards of a body are told of. */
const TOLD = 100;

const BY_CODE = [{ column: "code", direction: "asc" }] as const;

/** Creates the service for one request. */
export const createOpennessStandardService = (dependencies: ServiceDependencies): OpennessStandardService => {
  // The directory is the same for all: the viewer is looked at for gaps alone.
  const { db, asOf, cursors } = dependencies;
  const today = localDateOf(asOf);
  const owners = createGroupLoader(
    (issuers) => ownersOf(db, issuers),
    ({ issuer_id: issuer }) => issuer ?? "",
  );
  const made = new Map<string, DataLoader<string, IssuedDocument[]>>();
  const madeIn = (quarter: string): DataLoader<string, IssuedDocument[]> => {
    const known = made.get(quarter);
    if (known !== undefined) return known;
    const days = quarterOf(quarter, today);
    const loader = createGroupLoader(
      (issuers) => documentsMade(db, { viewer: dependencies.viewer, day: today }, issuers, days),
      ({ issuer_id: issuer }) => issuer ?? "",
    );
    made.set(quarter, loader);
    return loader;
  };
  // The directory is one for all bodies: it is read once in a request.
  const directory = createKeyLoader(
    async () => [{ rows: (await standards(db).orderBy("code")) as OpennessStandardRow[] }],
    () => "directory",
  );
  const toKeyed = (row: IssuedDocument): KeyedDocument => ({
    indexNo: row.index_no,
    genre: row.genre,
    normative: row.normative,
    createdOn: row.created_on,
    publishedOn: comeBy(row.published_on, today),
  });
  return {
    list: (filter, page) =>
      readPage<OpennessStandardRow, OpennessStandard>({
        query: standards(db, filter),
        orderBy: BY_CODE,
        ordering: "opennessStandards",
        filter,
        page,
        cursors,
        toNode: toStandard,
      }),
    async gaps({ id, name }, quarter = quarterIn(today)) {
      const [documents, whose, known] = await Promise.all([
        madeIn(quarter).load(id),
        owners.load(id),
        directory.load("directory"),
      ]);
      const facts = {
        documents: documents.map(toKeyed),
        today,
        knowsUnpublished:
          whose.length > 0 &&
          whose.every((owner) =>
            canRead(WHOSE_DOCUMENT, { viewer: dependencies.viewer, today }, { ...owner, published_on: null }),
          ),
      };
      return (known?.rows ?? [])
        .filter(({ publisher }) => publisher === null || (name ?? "").includes(publisher))
        .slice(0, TOLD)
        .map((row) => gapOf(toStandard(row), facts));
    },
  };
};
