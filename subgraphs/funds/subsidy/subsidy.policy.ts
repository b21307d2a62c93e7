/** Who sees subsidies of persons: the public in the village alone and during publicity; later owner, agency, supervisors. */
import { maskName, type LocalDate } from "../../../platform/domain/index.js";
import { anyOf, entitled, ofPerson } from "../../../platform/disclosure/admission/index.js";
import { FundKind } from "../fund-policy/fund-policy.enums.js";

/** Schemes that tell of need, disability or childhood: nobody is named outside publicity, nor found by any search. */
const SENSITIVE: ReadonlySet<FundKind> = new Set([
  FundKind.SUBSISTENCE_ALLOWANCE,
  FundKind.DISABILITY,
  FundKind.EDUCATION_AID,
]);

/** Schemes whose recipients are minors. */
const OF_MINORS: ReadonlySet<FundKind> = new Set([FundKind.EDUCATION_AID]);

/** True for sensitive schemes. */
export const isSensitive = (kind: FundKind): boolean => SENSITIVE.has(kind);

/** True during publicity in the village; both days belong to it. */
export const isPosted = (
  { publicityFrom, publicityTo }: { readonly publicityFrom: LocalDate; readonly publicityTo: LocalDate },
  today: LocalDate,
): boolean => publicityFrom <= today && today <= publicityTo;

/** The name as the posted roster shows it: minors by surname alone. */
export const postedName = (kind: FundKind, name: string): string => (OF_MINORS.has(kind) ? maskName(name) : name);

/** The lines of the person who is paid. */
export const OF_RECIPIENT = ofPerson("recipient_hash");

/** Who may know of a person's line after publicity. */
export const WHOSE_LINE = anyOf(
  OF_RECIPIENT,
  entitled({ agency: "agency_uscc", division: "division_code", audited: true }),
);
