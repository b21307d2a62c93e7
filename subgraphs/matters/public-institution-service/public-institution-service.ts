/** What public enterprises and institutions offer, as the domain knows it: no decorator, no row, no I/O. */
import type { TimeLimit } from "../../../platform/graphql/time-limit.type.js";
import type { PublicServiceSector } from "./public-institution-service.enums.js";

/** A price and on what it rests. */
export interface PublicServicePrice {
  /** Fen for one unit; 0 where it is free, absent where it varies. */
  readonly amount?: bigint;
  /** What the amount is for, such as 每立方米. */
  readonly unit?: string;
  /** The price in words, where it varies or has steps. */
  readonly explain?: string;
  /** Document on which it rests, in words. */
  readonly basis?: string;
  readonly legalBasisId?: string;
}

/** Something that the institution has to publish. */
export interface PublicInfoItem {
  readonly title: string;
  readonly content: string;
  /** By when, or for how long, it is published. */
  readonly disclosureTerm?: string;
}

/** What of a service is kept whole: shown, never searched. The amount of the price is a column. */
export interface PublicServiceContent {
  readonly serviceTarget?: string;
  /** Standard to which it is held. */
  readonly standard?: string;
  readonly price?: Omit<PublicServicePrice, "amount">;
  /** Telephone of the service, never of a person. */
  readonly hotline?: string;
  readonly timeLimit?: TimeLimit;
  readonly infoItems: PublicInfoItem[];
}

/** A service of a public enterprise or institution. */
export interface PublicInstitutionService extends Omit<PublicServiceContent, "price"> {
  readonly id: string;
  readonly sector: PublicServiceSector;
  readonly serviceName: string;
  readonly price?: PublicServicePrice;
  readonly institutionId: string;
  readonly competentDeptId?: string;
  readonly divisionCode: string;
}
