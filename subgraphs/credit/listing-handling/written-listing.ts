/** How cases of listing are written: under which machine, and whose. */
import type { ColumnOf } from "../../../platform/disclosure/admission/index.js";
import type { Written } from "../../../platform/write/index.js";
import {
  LISTING,
  type ListingEvent,
  type ListingGuardFacts,
  type ListingState,
} from "../listing-case/listing-case.machine.js";
import { WHOSE_LISTING_CASE } from "../listing-case/listing-case.policy.js";
import { LISTING_PARTS } from "./listing-handling.policy.js";

/** Cases of listing, as writes know them. */
export const WRITTEN_LISTING: Written<
  ListingState,
  ListingEvent,
  ListingGuardFacts,
  ColumnOf<typeof WHOSE_LISTING_CASE>
> = {
  kind: "ListingCase",
  table: "listing_cases",
  key: "no",
  machine: LISTING,
  whose: WHOSE_LISTING_CASE,
  parts: LISTING_PARTS,
};
