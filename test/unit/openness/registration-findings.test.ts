/** What normative documents lack: each step alone, on both sides of each day. */
import { RegistrationFinding } from "../../../subgraphs/openness/document-registration/document-registration.enums.js";
import { registrationFindings } from "../../../subgraphs/openness/document-registration/registration-findings.js";

const DOCUMENT = { normative: true, createdOn: "2026-03-16", publishedOn: "2026-03-18", validUntil: "2031-03-15" };
const WHOLE = { legalityReviewedOn: "2026-03-16", registeredOn: "2026-03-18", filedOn: "2026-04-01" };
const F = RegistrationFinding;

it.each([
  [{}, {}, []],
  [{}, { legalityReviewedOn: undefined }, [F.LEGALITY_NOT_REVIEWED]],
  [{}, { legalityReviewedOn: "2026-03-17" }, [F.REVIEWED_AFTER_ISSUE]],
  [{}, { registeredOn: undefined }, [F.NOT_REGISTERED]],
  [{}, { registeredOn: "2026-03-19" }, [F.REGISTERED_AFTER_PUBLICATION]],
  [{}, { filedOn: undefined }, [F.NOT_FILED]],
  [{ validUntil: undefined }, {}, [F.WITHOUT_END]],
  [{ normative: false }, { filedOn: undefined }, []],
  [{ publishedOn: undefined }, { filedOn: undefined }, []],
])("a document with %j and %j lacks %j", (document, known, found) =>
  expect(registrationFindings({ ...DOCUMENT, ...document }, { ...WHOLE, ...known })).toEqual(found),
);

it("one of which nothing is known lacks every step", () =>
  expect(registrationFindings(DOCUMENT)).toEqual([F.LEGALITY_NOT_REVIEWED, F.NOT_REGISTERED, F.NOT_FILED]));
