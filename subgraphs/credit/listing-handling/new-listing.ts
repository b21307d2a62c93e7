/** A new case of listing, and the entry that its decision makes, as they are written. Pure. */
import type { NewOf } from "../../../platform/database/index.js";
import { parseUscc, withoutPersons } from "../../../platform/domain/index.js";
import { badInput, ServiceError } from "../../../platform/errors/index.js";
import { mintRecordId } from "../../../platform/import/index.js";
import { actingAgency, actingBody, checkStated, type WriteDependencies } from "../../../platform/write/index.js";
import { ListKind } from "../list-entry/list-entry.enums.js";
import type { LIST_ENTRIES } from "../list-entry/list-entry.rows.js";
import { ListingState } from "../listing-case/listing-case.machine.js";
import type { LISTING_CASES, ListingCaseRow } from "../listing-case/listing-case.rows.js";
import { mayFoundSeriousList } from "./list-basis.js";
import { MOST_MEASURES, type GiveListingNoticeInput } from "./listing-handling.input.js";

/** A case before it has a number. */
export type NewListing = Omit<NewOf<typeof LISTING_CASES>, "no">;

const stated = (argument: "list" | "basisLaw" | "reason", value: string): string => {
  checkStated(argument, value);
  return value.trim();
};

const measures = (codes: readonly string[]): string[] => {
  if (codes.length > MOST_MEASURES)
    throw badInput("measureCodes", "MAX", `measureCodes has at most ${MOST_MEASURES} entries.`);
  return [...new Set(codes)];
};

/** The authority, as columns. Throws RULE_VIOLATION for who serves no agency of a division. */
const authorityOf = ({ viewer }: WriteDependencies) => {
  const [agency, division] = [actingAgency(viewer), actingBody(viewer)?.division];
  if (agency === undefined || division === undefined)
    throw new ServiceError("RULE_VIOLATION", "Officers of an agency give notice.", { reason: "ACTOR" });
  return { authorityId: `CN-USCC-${agency}`, authorityUscc: agency, divisionCode: division };
};

/** The law as it is told. Throws BAD_USER_INPUT (LIST_BASIS) where a list of serious dishonesty would rest on less than it may. */
const basisOf = ({ kind, basisLaw }: GiveListingNoticeInput): string => {
  const basis = stated("basisLaw", basisLaw);
  if (kind === ListKind.SERIOUS && !mayFoundSeriousList(basis))
    throw badInput(
      "basisLaw",
      "LIST_BASIS",
      "A list of serious dishonesty rests on a law, a regulation, or a document of the Party's centre or the State Council (国办发〔2020〕49号).",
    );
  return basis;
};

/** The case as notice is given. Throws BAD_USER_INPUT for no credit code, for praise, for what says nothing, and what `basisOf` throws. */
export const newListing = (
  input: GiveListingNoticeInput,
  today: string,
  dependencies: WriteDependencies,
): NewListing => {
  const uscc = parseUscc(input.uscc);
  if (input.kind === ListKind.TRUSTWORTHY) throw badInput("kind", "DISHONEST_LIST", "Praise needs no prior notice.");
  return {
    ...authorityOf(dependencies),
    ...{ subjectId: `CN-USCC-${uscc}`, subject: uscc, kind: input.kind },
    list: stated("list", input.list),
    basisLaw: basisOf(input),
    reason: stated("reason", input.reason),
    measureCodes: measures(input.measureCodes),
    state: ListingState.NOTICE_GIVEN,
    priorNoticeOn: today,
    ...{ statement: undefined, statedOn: undefined, decidedOn: undefined, decision: undefined },
    ...{ remedy: undefined, decisionDocNo: undefined, entryId: undefined },
  };
};

/** The entry: what the notice told, from the day of the decision. Its id is drawn: one made of the notice's number would tell how many notices a division gave. */
export const newEntry = (
  row: ListingCaseRow,
  {
    decisionDocNo,
    expiresOn,
    today,
  }: { readonly decisionDocNo: string; readonly expiresOn: string | undefined; readonly today: string },
): NewOf<typeof LIST_ENTRIES> => ({
  id: mintRecordId("MD"),
  ...{ subjectId: row.counterparty_id, subject: row.counterparty_uscc },
  ...{ authorityId: row.authority_id, authorityUscc: row.authority_uscc, divisionCode: row.division_code },
  ...{ list: row.list, kind: row.kind, basisLaw: row.basis_law, measureCodes: row.measure_codes },
  // The notice is read by its parties, the entry by everybody.
  reason: withoutPersons(row.reason, { today }),
  ...{ decisionDocNo, priorNoticeOn: row.prior_notice_on, listedOn: today, expiresOn },
  ...{ removedOn: undefined, relistedOn: undefined, revokedOn: undefined, revocationNo: undefined },
});
