/** Kinds of organisations have the terms of the law: social service organisation (社会服务机构), individually-owned business (个体工商户). */
import { createRenaming, type RenamedPlaces } from "../../../platform/database/index.js";

/** Names of before and since. */
export const PLACES: RenamedPlaces = {
  values: [
    ["organizations", "kind", "PRIVATE_NON_ENTERPRISE", "SOCIAL_SERVICE_ORGANIZATION"],
    ["organizations", "kind", "SOLE_TRADER", "INDIVIDUALLY_OWNED_BUSINESS"],
  ],
};

/** Renames them. */
export const nameKinds = createRenaming("20261129150000_name_kinds", PLACES);
