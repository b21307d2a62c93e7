/** The annual report's table: whatever is counted adds up in both directions, and each end has its line. */
import "reflect-metadata";
import fc from "fast-check";
import { DisclosureOutcome } from "../../../subgraphs/openness/disclosure-request/disclosure-outcome.js";
import { ApplicantKind } from "../../../subgraphs/openness/disclosure-request/disclosure-request.enums.js";
import { DisclosureState } from "../../../subgraphs/openness/disclosure-request/disclosure-request.machine.js";
import {
  disclosureTable,
  type CountedRequests,
} from "../../../subgraphs/openness/disclosure-report/disclosure-table.js";
import { timelinessOn } from "../../../subgraphs/openness/disclosure-report/disclosure-timeliness.js";
import {
  lineOfEnd,
  DisclosureLine,
  type RequestEnd,
} from "../../../subgraphs/openness/disclosure-report/disclosure-line.js";

const ENDS: readonly RequestEnd[] = [...Object.values(DisclosureOutcome), "ABANDONED", "WITHDRAWN"];
const counted: fc.Arbitrary<CountedRequests> = fc.record(
  {
    kind: fc.constantFrom(...Object.values(ApplicantKind)),
    carriedOver: fc.boolean(),
    end: fc.constantFrom(...ENDS),
    count: fc.nat(1_000),
  },
  { requiredKeys: ["kind", "carriedOver", "count"] },
);

it("adds up in both directions, whatever is counted", () => {
  fc.assert(
    fc.property(fc.array(counted), (requests) => {
      const rows = disclosureTable(requests);
      const of = (line: DisclosureLine) => rows.find((row) => row.line === line)!;
      const columns = [
        "naturalPersons",
        "enterprises",
        "research",
        "publicInterest",
        "legalServices",
        "otherBodies",
      ] as const;
      for (const row of rows) expect(columns.reduce((sum, column) => sum + row[column], 0)).toBe(row.total);
      for (const column of [...columns, "total"] as const) {
        const came = of(DisclosureLine.RECEIVED)[column] + of(DisclosureLine.CARRIED_OVER)[column];
        expect(of(DisclosureLine.HANDLED)[column] + of(DisclosureLine.CARRIED_FORWARD)[column]).toBe(came);
        const results = rows.filter(
          ({ line }) =>
            ![
              DisclosureLine.RECEIVED,
              DisclosureLine.CARRIED_OVER,
              DisclosureLine.HANDLED,
              DisclosureLine.CARRIED_FORWARD,
            ].includes(line),
        );
        expect(results.reduce((sum, row) => sum + row[column], 0)).toBe(of(DisclosureLine.HANDLED)[column]);
      }
      expect(of(DisclosureLine.RECEIVED).total + of(DisclosureLine.CARRIED_OVER).total).toBe(
        requests.reduce((sum, { count }) => sum + count, 0),
      );
    }),
    { seed: 2_026 },
  );
});

it("has a line of results for each end, and an end for each line of results", () => {
  const lines = new Set(ENDS.map(lineOfEnd));
  const frame = [
    DisclosureLine.RECEIVED,
    DisclosureLine.CARRIED_OVER,
    DisclosureLine.HANDLED,
    DisclosureLine.CARRIED_FORWARD,
  ];
  expect([...lines].sort()).toEqual(
    Object.values(DisclosureLine)
      .filter((line) => !frame.includes(line))
      .sort(),
  );
  expect([
    lineOfEnd("ALREADY_PUBLIC"),
    lineOfEnd("NOT_THIS_AGENCY"),
    lineOfEnd("ABANDONED"),
    lineOfEnd("WITHDRAWN"),
  ]).toEqual(["DISCLOSED", "NOT_HELD", "CORRECTION_OVERDUE", "OTHER"]);
});

it("judges each request as it stood on the last day of the report", () => {
  const answered = {
    state: DisclosureState.ANSWERED,
    receivedOn: "2025-12-22",
    endedOn: "2026-01-22",
    consultations: [],
  };
  const inTime = { ...answered, endedOn: "2026-01-15" };
  const unclear = { ...answered, correctionAskedOn: "2025-12-24", correctedOn: "2026-01-05", endedOn: "2026-03-30" };
  expect(timelinessOn([answered, inTime, unclear], "2025-12-31")).toEqual({
    answeredOnTime: 0,
    answeredLate: 0,
    overdue: 0,
  });
  expect(timelinessOn([answered, inTime, unclear], "2026-01-21")).toEqual({
    answeredOnTime: 1,
    answeredLate: 0,
    overdue: 1,
  });
  expect(timelinessOn([answered, inTime, unclear], "2026-03-01")).toEqual({
    answeredOnTime: 1,
    answeredLate: 1,
    overdue: 1,
  });
  const taken = { ...answered, state: DisclosureState.WITHDRAWN };
  expect(timelinessOn([taken], "2026-03-01")).toEqual({ answeredOnTime: 0, answeredLate: 0, overdue: 0 });
});
