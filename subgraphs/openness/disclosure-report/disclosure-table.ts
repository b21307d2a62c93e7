/** The annual report's table from counted requests: each counts once on its left side, and once on its right. Pure. */
import { ApplicantKind } from "../disclosure-request/disclosure-request.enums.js";
import { lineOfEnd, DisclosureLine, type RequestEnd } from "./disclosure-line.js";

/** Requests that are alike for the report. */
export interface CountedRequests {
  readonly kind: ApplicantKind;
  /** Received before the year. */
  readonly carriedOver: boolean;
  /** How they ended within the year; absent where they did not. */
  readonly end?: RequestEnd;
  readonly count: number;
}

/** A line with a number for each kind of applicant, and in all. */
export interface DisclosureReportRow {
  readonly line: DisclosureLine;
  readonly naturalPersons: number;
  readonly enterprises: number;
  readonly research: number;
  readonly publicInterest: number;
  readonly legalServices: number;
  readonly otherBodies: number;
  readonly total: number;
}

/** The lines in which requests count: where they came from, and where they went. */
const linesOf = ({ carriedOver, end }: CountedRequests): readonly DisclosureLine[] => [
  carriedOver ? DisclosureLine.CARRIED_OVER : DisclosureLine.RECEIVED,
  ...(end === undefined ? [DisclosureLine.CARRIED_FORWARD] : [lineOfEnd(end), DisclosureLine.HANDLED]),
];

/** All lines of the form in its order, those without a request too. */
export const disclosureTable = (counted: readonly CountedRequests[]): DisclosureReportRow[] =>
  Object.values(DisclosureLine).map((line) => {
    const within = counted.filter((requests) => linesOf(requests).includes(line));
    const sum = (kind?: ApplicantKind): number =>
      within.reduce((all, requests) => all + (kind === undefined || requests.kind === kind ? requests.count : 0), 0);
    return {
      line,
      naturalPersons: sum(ApplicantKind.NATURAL_PERSON),
      enterprises: sum(ApplicantKind.ENTERPRISE),
      research: sum(ApplicantKind.RESEARCH),
      publicInterest: sum(ApplicantKind.PUBLIC_INTEREST),
      legalServices: sum(ApplicantKind.LEGAL_SERVICE),
      otherBodies: sum(ApplicantKind.OTHER_BODY),
      total: sum(),
    };
  });
