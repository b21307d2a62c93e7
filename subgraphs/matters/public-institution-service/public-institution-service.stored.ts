/** What is kept of a public service as JSON: price in words, time limit, what has to be published (decision 33). */
import { storedShape, type EachField } from "../../../platform/database/index.js";
import { limitOfStored, storedLimit, type StoredLimitV1 } from "../matter/matter-parts.stored.js";
import type { PublicInfoItem, PublicServiceContent } from "./public-institution-service.js";

/** A price without its amount, version 1. */
export interface StoredPriceV1 {
  readonly unit?: string;
  readonly explain?: string;
  readonly basis?: string;
  readonly legalBasisId?: string;
}

/** Something to be published, version 1. */
export interface StoredInfoItemV1 {
  readonly title: string;
  readonly content: string;
  readonly disclosureTerm?: string;
}

/** A service's content, version 1. */
export interface StoredPublicServiceV1 {
  readonly serviceTarget?: string;
  readonly standard?: string;
  readonly price?: StoredPriceV1;
  readonly hotline?: string;
  readonly timeLimit?: StoredLimitV1;
  readonly infoItems: readonly StoredInfoItemV1[];
}

const priceOf = ({ unit, explain, basis, legalBasisId }: StoredPriceV1): EachField<StoredPriceV1> => ({
  unit,
  explain,
  basis,
  legalBasisId,
});

const infoItemOf = ({ title, content, disclosureTerm }: StoredInfoItemV1): EachField<PublicInfoItem> => ({
  title,
  content,
  disclosureTerm,
});

/** A service's content. */
export const STORED_PUBLIC_SERVICE = storedShape<PublicServiceContent, StoredPublicServiceV1>({
  places: ["public_institution_services.content"],
  toStored: ({ serviceTarget, standard, price, hotline, timeLimit, infoItems }) => ({
    serviceTarget,
    standard,
    price: price && priceOf(price),
    hotline,
    timeLimit: timeLimit && storedLimit(timeLimit),
    infoItems: infoItems.map(infoItemOf),
  }),
  toDomain: ({ serviceTarget, standard, price, hotline, timeLimit, infoItems }) => ({
    serviceTarget,
    standard,
    price: price && priceOf(price),
    hotline,
    timeLimit: timeLimit && limitOfStored(timeLimit),
    infoItems: infoItems.map(infoItemOf),
  }),
});
