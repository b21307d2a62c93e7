/** Whose a row is: for every declaration of the services, TypeScript and PostgreSQL tell of the same rows to every viewer. */
import "reflect-metadata";
import { readdirSync } from "node:fs";
import fc from "fast-check";
import type { Knex } from "knex";
import { ANONYMOUS } from "../../../platform/auth/index.js";
import { projectPath } from "../../../platform/config/index.js";
import { createDatabase, readableRows, unreadableRows, type TrackedTable } from "../../../platform/database/index.js";
import {
  allOf,
  atLeast,
  canRead,
  couldReadAny,
  noneOf,
  ofAgency,
  oneOf,
  type Reader,
  since,
  type Whose,
} from "../../../platform/disclosure/admission/index.js";
import { WHOSE_COMMITMENT } from "../../../subgraphs/credit/commitment/commitment.policy.js";
import { TRACKED as CREDIT_MORE } from "../../../subgraphs/credit/migrations/20261130240000_tell_of_more_kinds.js";
import { TRACKED as FUNDS_MORE } from "../../../subgraphs/funds/migrations/20261130240000_tell_of_more_kinds.js";
import { WHOSE_PROJECT } from "../../../subgraphs/intermediary/intermediary-procurement/intermediary-procurement.policy.js";
import { TRACKED as MARKET_MORE } from "../../../subgraphs/intermediary/migrations/20261130240000_tell_of_more_kinds.js";
import { WHOSE_LICENCE } from "../../../subgraphs/credit/licence/licence.policy.js";
import { WHOSE_LIST_ENTRY } from "../../../subgraphs/credit/list-entry/list-entry.policy.js";
import { TRACKED as CREDIT_LISTS_FEED } from "../../../subgraphs/credit/list-entry-handling/migrations/20261130220000_write_list_entries.js";
import { TRACKED as LICENCES_FEED } from "../../../subgraphs/credit/licence-handling/migrations/20261130210000_write_licences.js";
import { TRACKED as CREDIT_FEED } from "../../../subgraphs/credit/migrations/20261129090000_decide_what_is_published.js";
import { WHOSE_PENALTY } from "../../../subgraphs/credit/penalty/penalty.policy.js";
import { WHOSE_ALLOTMENT } from "../../../subgraphs/funds/budget-allotment/budget-allotment.policy.js";
import { TRACKED as FUNDS_FEED } from "../../../subgraphs/funds/migrations/20261129130000_name_allotments.js";
import { TRACKED as MATTERS_FEED } from "../../../subgraphs/matters/migrations/20261128120000_track_changes_by_epoch.js";
import { WHOSE_MATTER } from "../../../subgraphs/matters/matter/matter.policy.js";
import { isToldOf } from "../../../subgraphs/funds/access/person-group.js";
import { WHOSE_PAYMENT, payeesOf } from "../../../subgraphs/funds/payment/payment.policy.js";
import { PayeeKind } from "../../../subgraphs/funds/payment/payment.enums.js";
import { PATIENT, cloneDatabase, type TestDatabase } from "../../support/database.js";
import { VIEWERS } from "../../support/viewers.js";
import { TODAY, VIEWER, columnsOf, rowsOf } from "../../support/whose.js";

const isWhose = (value: unknown): value is Whose<string> =>
  typeof value === "object" && value !== null && "kind" in value && ("column" in value || "rules" in value);

/** Every declaration that a policy exports, by file and name; one after the other, for a module that two ask for is made once. */
const DECLARATIONS: (readonly [string, Whose<string>])[] = [];
for (const file of readdirSync(projectPath("subgraphs"), { recursive: true, encoding: "utf8" }).sort()) {
  if (!file.endsWith(".policy.ts")) continue;
  const policy = (await import(`../../../subgraphs/${file.replace(/\.ts$/, ".js")}`)) as Record<string, unknown>;
  for (const [name, value] of Object.entries(policy)) if (isWhose(value)) DECLARATIONS.push([`${file} ${name}`, value]);
}

type Row = Readonly<Record<string, unknown>>;

/** A row of each kind that chance brings up too seldom: in publicity without a last day, because its duty is not performed. */
const SELDOM: Readonly<Record<string, Row>> = {
  PENALTY: {
    ...{ published_on: TODAY, counterparty_minor: false, sealed: false, rule_seals: false, publicity_ends_on: null },
    ...{ withdrawn_on: null, repaired_on: null, republished_on: null, shielded_from: null, shielded_to: null },
    ...{ counterparty_hash: null, counterparty_uscc: null, authority_uscc: null, division_code: null },
  },
};

/** Sealed can be one for a repair alone (proceedings.repository.ts). */
const isCommitment = (row: Row): boolean => row["sealed"] !== true || row["type"] === "CREDIT_REPAIR";

describe("whose a row is", () => {
  let database: TestDatabase;
  let db: Knex;
  beforeAll(async () => {
    database = await cloneDatabase();
    db = createDatabase({ url: database.ownerUrl, applicationName: "test", schema: "public", ...PATIENT });
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  /** Places of the rows that a statement gives. */
  const placesIn = async (whose: Whose<string>, rows: readonly Row[], narrow: (query: Knex.QueryBuilder) => void) => {
    const columns = [...columnsOf(whose)].map(([column, type]) => `${column} ${type}`).join(", ");
    const query = db
      .from(
        db.raw(`jsonb_to_recordset(?::jsonb) as known(place int, ${columns})`, [
          JSON.stringify(rows.map((row, place) => ({ place, ...row }))),
        ]),
      )
      .orderBy("place");
    narrow(query);
    return (await query.pluck("place")) as number[];
  };

  it("is declared by the policies", () => expect(DECLARATIONS.length).toBeGreaterThan(25));

  it.each(DECLARATIONS)("%s: both readings are equal for generated viewers and rows", async (_name, whose) => {
    const found = { known: 0, unknown: 0 };
    await fc.assert(
      fc.asyncProperty(VIEWER, fc.array(rowsOf(whose), { minLength: 20, maxLength: 40 }), async (viewer, rows) => {
        const reader = { viewer, today: TODAY };
        const known = rows.flatMap((row, place) => (canRead(whose, reader, row) ? [place] : []));
        expect(await placesIn(whose, rows, (query) => void readableRows(query, whose, reader))).toEqual(known);
        expect(
          await placesIn(whose, rows, (query) => void unreadableRows(query, whose, { ...reader, table: "known" })),
        ).toEqual(rows.flatMap((_row, place) => (known.includes(place) ? [] : [place])));
        if (!couldReadAny(whose, viewer)) expect(known).toEqual([]);
        found.known += known.length;
        found.unknown += rows.length - known.length;
      }),
      { numRuns: 40 },
    );
    // Both answers were seen, so that the equality says something.
    expect(found.known).toBeGreaterThan(0);
    expect(found.unknown).toBeGreaterThan(0);
  });

  it.each([
    ["LICENCE", LICENCES_FEED, WHOSE_LICENCE],
    ["PENALTY", CREDIT_FEED, WHOSE_PENALTY],
    ["LIST_ENTRY", CREDIT_LISTS_FEED, WHOSE_LIST_ENTRY],
    ["BUDGET_ALLOTMENT", FUNDS_FEED, WHOSE_ALLOTMENT],
    ["SERVICE_MATTER", MATTERS_FEED, WHOSE_MATTER],
    ["COMMITMENT", CREDIT_MORE, WHOSE_COMMITMENT],
    ["PAYMENT", FUNDS_MORE, WHOSE_PAYMENT],
    ["PROCUREMENT", MARKET_MORE, WHOSE_PROJECT],
  ] as [string, readonly TrackedTable[], Whose<string>][])(
    "%s: the feed of changes tells of what is everybody's",
    async (kind, feed, whose) => {
      const { isPublic } = feed.find((table) => table.kind === kind)!;
      // Columns that are never empty; the last day of publicity stands in one of its own here, and without one the duty is not performed.
      const filled = ["state", "status", "type", "counterparty_minor", "sealed", "rule_seals", "listed_on"];
      const told = fc.array(
        rowsOf(whose).filter(
          (row) => filled.every((column) => row[column] !== null) && (kind !== "COMMITMENT" || isCommitment(row)),
        ),
        { minLength: 200, maxLength: 200 },
      );
      let found = 0;
      await fc.assert(
        fc.asyncProperty(told, async (generated) => {
          const rows = [...generated, ...(SELDOM[kind] === undefined ? [] : [SELDOM[kind]])];
          const open = rows.flatMap((row, place) =>
            canRead(whose, { viewer: ANONYMOUS, today: TODAY }, row) ? [place] : [],
          );
          expect(
            await placesIn(whose, rows, (query) => {
              const has = (column: string, held: string, without: string): string =>
                columnsOf(whose).has(column) ? held : without;
              query
                .with(
                  "severity_rules",
                  db.raw(
                    "select * from (values ('OPEN', 12, 'UNTIL_PERFORMED'), ('SEALS', 0, 'UNTIL_PERFORMED')) as r(id, max_months, when_unperformed)",
                  ),
                )
                .joinRaw(
                  `cross join lateral (select ?::date as feed_day, null::date as decision_date, null::date as duty_performed_on,
                    ${has("publicity_ends_on", "publicity_ends_on", "null::date")} as publicity_until,
                    ${has("publicity_ends_on", "(case when publicity_ends_on is null then false end)", "null::boolean")} as duty_performed,
                    ${has("sealed", "(case when sealed then 'A_LAW' end)", "null")} as sealed_by,
                    ${has("rule_seals", "(case when rule_seals then 'SEALS' else 'OPEN' end)", "''")} as severity_rule_id) as today`,
                  [TODAY],
                )
                .whereRaw(isPublic);
            }),
          ).toEqual(open);
          found += open.length;
        }),
        { numRuns: 5 },
      );
      expect(found).toBeGreaterThan(0);
    },
  );

  it("a payment is told to those who may be told of the persons whom it pays", () => {
    const value = (row: Row, column: string): string | undefined => (row[column] as string | null) ?? undefined;
    fc.assert(
      fc.property(VIEWER, rowsOf(WHOSE_PAYMENT), (viewer, row) => {
        const payeeKind = value(row, "payee_kind") as PayeeKind;
        const payeeCount = row["payee_count"] as number | null;
        fc.pre(payeeCount !== null && Object.values(PayeeKind).includes(payeeKind));
        const persons = payeesOf({
          payeeKind,
          payeeCount,
          subject: value(row, "payee_subject"),
          agencyUscc: value(row, "agency_uscc"),
          divisionCode: value(row, "division_code")!,
        });
        expect(isToldOf(viewer, persons)).toBe(canRead<string>(WHOSE_PAYMENT, { viewer, today: TODAY }, row));
      }),
      { numRuns: 1_000 },
    );
  });

  it("is told to nobody where no rule holds, and a missing value holds none", async () => {
    const draft = allOf(noneOf("state", ["DRAFT"]), ofAgency("agency_uscc"));
    const rows = [
      { state: "ISSUED", agency_uscc: "11990101MB9000015E" },
      { state: null, agency_uscc: "11990101MB9000015E" },
      { state: "ISSUED", agency_uscc: null },
      { state: "DRAFT", agency_uscc: "11990101MB9000015E" },
    ];
    const told = (viewer: keyof typeof VIEWERS) =>
      placesIn(draft, rows, (query) => void readableRows(query, draft, { viewer: VIEWERS[viewer] }));
    expect([await told("officer-1"), await told("officer-2"), await told("anonymous")]).toEqual([[0], [], []]);
    expect(rows.map((row) => canRead(draft, { viewer: VIEWERS["officer-1"] }, row))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it("counts numbers however PostgreSQL gives them", () => {
    const many = atLeast("persons", 5);
    expect([4, 5, 4n, 5n, "5", null].map((persons) => canRead(many, { viewer: ANONYMOUS }, { persons }))).toEqual([
      false,
      true,
      false,
      true,
      false,
      false,
    ]);
  });

  it("asks nothing of a column that can not decide for the viewer", () => {
    const { sql, bindings } = readableRows(db("cases"), allOf(ofAgency("agency_uscc"), oneOf("state", ["OPEN"])), {
      viewer: ANONYMOUS,
    }).toSQL();
    expect([sql, bindings]).toEqual(['select * from "cases" where false', []]);
  });

  it("does not compile without the day or the columns that it asks for", () => {
    const published = since("published_on");
    // @ts-expect-error the day is missing
    const reader: Reader<"published_on" | "today"> = { viewer: ANONYMOUS };
    expect(canRead(published, reader, { published_on: TODAY })).toBe(false);
    // @ts-expect-error the column is missing
    expect(canRead(published, { viewer: ANONYMOUS, today: TODAY }, { replied_on: TODAY })).toBe(false);
  });
});
