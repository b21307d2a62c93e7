/** Organisations with a past, on purpose: merged twice over, renamed, revoked, and a local code that changed hands. All are generated. */
import { usccFromParts } from "../../../platform/domain/index.js";
import { IdentifierScheme, OrgKind, OrgStatus } from "../organization/organization.enums.js";
import type { NamedPeriod } from "../organization/organization.js";

/** An identifier with the time in which it was the body's. */
export interface SeededIdentifier {
  readonly scheme: IdentifierScheme;
  /** As it is kept: local codes with their source in front. */
  readonly value: string;
  readonly valid: boolean;
  readonly source?: string;
  readonly validFrom?: string;
  readonly validTo?: string;
}

/** What is known of an organisation beside the world's data, most of it past. */
export interface OrganizationPast {
  readonly shortName?: string;
  /** Where it was first registered, if elsewhere than where it is. */
  readonly registeredAtCode?: string;
  readonly formerNames?: readonly NamedPeriod[];
  readonly establishedOn?: string;
  readonly status?: OrgStatus;
  readonly statusSince?: string;
  readonly mergedIntoId?: string;
  readonly mergedOn?: string;
  readonly identifiers?: readonly SeededIdentifier[];
}

/** A body of the past, which no other service knows. */
export interface FormerOrganization extends OrganizationPast {
  readonly id: string;
  readonly uscc: string;
  readonly name: string;
  readonly kind: OrgKind;
  readonly status: OrgStatus;
  readonly legalRepName?: string;
  readonly divisionCode: string;
}

const MARKET_BUREAU = "CN-USCC-11990101MB9000015E";
const TRADE_BUREAU_CODE = usccFromParts("11", "990101", "MB990001");
const SMALL_TRADE_OFFICE_CODE = usccFromParts("11", "990101", "MB990002");
const QUALITY_BUREAU_CODE = usccFromParts("11", "990101", "MB990003");
const REVOKED_FIRM_CODE = usccFromParts("91", "990101", "MA990001");
const idOf = (uscc: string): string => `CN-USCC-${uscc}`;

/** The code of one window of the old portal: first the trade bureau's, then the market bureau's. */
const windowCode = (validFrom: string, validTo?: string): SeededIdentifier => ({
  scheme: IdentifierScheme.LOCAL,
  value: "zwfw:222401-GS01",
  valid: false,
  source: "zwfw",
  validFrom,
  ...(validTo === undefined ? {} : { validTo }),
});

/** Pasts of organisations of the world, by id; those that moved kept the code that they were given elsewhere. */
export const PASTS: Readonly<Record<string, OrganizationPast>> = {
  [MARKET_BUREAU]: {
    shortName: "延吉市市监局",
    establishedOn: "2014-04-01",
    formerNames: [{ name: "延吉市市场和质量监督管理局（演示）", from: "2014-04-01", to: "2019-01-14" }],
    identifiers: [windowCode("2019-01-15")],
  },
  "CN-USCC-12990101MB90000236": {
    establishedOn: "2009-07-01",
    formerNames: [{ name: "珲春市行政审批服务中心（演示）", from: "2009-07-01", to: "2018-12-31" }],
  },
  "CN-USCC-91990101MA9000046A": { registeredAtCode: "222401" },
  // One code for three certificates since 2015: the old numbers ended and still lead to the body.
  "CN-USCC-91990101MA9000011P": {
    establishedOn: "2012-03-05",
    identifiers: [
      { scheme: IdentifierScheme.REG15, value: "990101000000017", valid: true, validTo: "2016-06-30" },
      { scheme: IdentifierScheme.TAX, value: "990101MA9000011", valid: true, validTo: "2016-06-30" },
    ],
  },
};

const former = (
  uscc: string,
  name: string,
  end: { readonly on: string; readonly into: string },
  more: OrganizationPast = {},
): FormerOrganization => ({
  id: idOf(uscc),
  uscc,
  name,
  kind: OrgKind.AGENCY,
  divisionCode: "222401",
  status: OrgStatus.ABOLISHED,
  statusSince: end.on,
  mergedIntoId: end.into,
  mergedOn: end.on,
  ...more,
});

/** Bodies that are no more. */
export const FORMER_ORGANIZATIONS: readonly FormerOrganization[] = [
  former(
    TRADE_BUREAU_CODE,
    "延吉市工商行政管理局（演示）",
    { on: "2019-01-15", into: MARKET_BUREAU },
    {
      establishedOn: "1998-05-01",
      formerNames: [{ name: "延吉市工商局（演示）", from: "1998-05-01", to: "2003-12-31" }],
      identifiers: [windowCode("2012-01-01", "2019-01-14")],
    },
  ),
  former(SMALL_TRADE_OFFICE_CODE, "延吉市个体经济管理办公室（演示）", {
    on: "2010-06-01",
    into: idOf(TRADE_BUREAU_CODE),
  }),
  former(QUALITY_BUREAU_CODE, "延吉市质量技术监督局（演示）", { on: "2014-04-01", into: MARKET_BUREAU }),
  {
    id: idOf(REVOKED_FIRM_CODE),
    uscc: REVOKED_FIRM_CODE,
    name: "延边旧日商贸有限公司（演示）",
    kind: OrgKind.ENTERPRISE,
    legalRepName: "司马例旧",
    divisionCode: "222401",
    establishedOn: "2015-08-20",
    status: OrgStatus.REVOKED,
    statusSince: "2022-05-10",
  },
];
