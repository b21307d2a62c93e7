/** What is kept of an organisation as JSON: its former names and its identifiers, each part of the two lists with its own version (decision 33). */
import { storedShape } from "../../../platform/database/index.js";
import type { IdentifierScheme } from "./organization.enums.js";
import type { NamedPeriod, OrgIdentifier } from "./organization.js";

/** A former name, version 1. */
export interface StoredNamedPeriodV1 {
  readonly name: string;
  readonly from?: string;
  readonly to?: string;
}

/** A former name. */
export const STORED_NAMED_PERIOD = storedShape<NamedPeriod, StoredNamedPeriodV1>({
  places: ["organizations.former_names"],
  toStored: ({ name, from, to }) => ({ name, from, to }),
  toDomain: ({ name, from, to }) => ({ name, from, to }),
});

/** An identifier, version 1. */
export interface StoredIdentifierV1 {
  readonly scheme: "USCC" | "ORG9" | "REG15" | "TAX" | "LOCAL";
  readonly value: string;
  readonly valid: boolean;
  readonly source?: string;
  readonly validFrom?: string;
  readonly validTo?: string;
}

/** An identifier. */
export const STORED_IDENTIFIER = storedShape<OrgIdentifier, StoredIdentifierV1>({
  places: ["organizations.identifiers"],
  toStored: ({ scheme, value, valid, source, validFrom, validTo }) => ({
    scheme,
    value,
    valid,
    source,
    validFrom,
    validTo,
  }),
  toDomain: ({ scheme, value, valid, source, validFrom, validTo }) => ({
    scheme: scheme as IdentifierScheme,
    value,
    valid,
    source,
    validFrom,
    validTo,
  }),
});
