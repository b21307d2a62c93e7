/** A counterparty that the law calls an individually-owned business (个体工商户) is called so. */
import { createRenaming, type RenamedPlaces } from "../../../platform/database/index.js";

/** Names of before and since. */
export const PLACES: RenamedPlaces = {
  values: ["penalties", "licences"].map((table) => [
    table,
    "counterparty_type",
    "SOLE_TRADER_04",
    "INDIVIDUALLY_OWNED_BUSINESS_04",
  ]),
};

/** Renames them. */
export const nameCounterparties = createRenaming("20261129150000_name_counterparties", PLACES);
