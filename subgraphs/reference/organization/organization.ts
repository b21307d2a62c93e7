/** Organisations as the domain knows them: no decorator, no row, no I/O. What the graph shows is organization.type.ts, what is kept as JSON organization.stored.ts. */
import type { LocalDate } from "../../../platform/domain/index.js";
import type { IdentifierScheme, OrgKind, OrgStatus } from "./organization.enums.js";

/** An identifier by which an organisation is known. */
export interface OrgIdentifier {
  readonly scheme: IdentifierScheme;
  /** As its source writes it. */
  readonly value: string;
  /** True if it passes its scheme's check. */
  readonly valid: boolean;
  /** System that gave it. */
  readonly source?: string;
  readonly validFrom?: LocalDate;
  readonly validTo?: LocalDate;
}

/** A name and when it was in use. */
export interface NamedPeriod {
  readonly name: string;
  readonly from?: LocalDate;
  readonly to?: LocalDate;
}

/** An organisation. */
export interface Organization {
  /** Never changes: CN-USCC-…, CN-ORG-… or CN-LOCAL-…. */
  readonly id: string;
  readonly uscc?: string;
  readonly name: string;
  readonly shortName?: string;
  readonly formerNames: NamedPeriod[];
  readonly kind: OrgKind;
  readonly identifiers: OrgIdentifier[];
  readonly status: OrgStatus;
  readonly establishedOn?: LocalDate;
  readonly statusSince?: LocalDate;
  readonly legalRepName?: string;
  readonly contact?: string;
  readonly divisionCode?: string;
  readonly registeredAtCode?: string;
  readonly parentId?: string;
  readonly mergedIntoId?: string;
  readonly mergedOn?: LocalDate;
}
