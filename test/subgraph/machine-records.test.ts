/** Recorded rows agree with the machines: what every way to a state fills is there, and nothing that no way to it fills. */
import "reflect-metadata";
import { createDatabase } from "../../platform/database/index.js";
import { fieldsIn, type Machine } from "../../platform/machine/index.js";
import { OBJECTION } from "../../subgraphs/credit/objection/objection.machine.js";
import { REPAIR } from "../../subgraphs/credit/repair-case/repair-case.machine.js";
import { FUND_PROJECT } from "../../subgraphs/funds/fund-project/fund-project.machine.js";
import { PATIENT, cloneDatabase, type TestDatabase } from "../support/database.js";

const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

let database: TestDatabase;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

it.each<[string, string, string, Machine, readonly string[]]>([
  ["objections", "credit", "no", OBJECTION, ["FILED", "ACCEPTED", "INVESTIGATING", "NOTIFIED"]],
  ["repair_cases", "credit", "no", REPAIR, ["APPLIED", "ACCEPTED", "REJECTED", "DONE", "REVOKED"]],
  ["fund_projects", "funds", "project_code", FUND_PROJECT, ["STARTED", "ANNOUNCED", "EVALUATED", "ARCHIVED"]],
])("rows of %s have what their state says", async (table, service, key, machine, seen) => {
  const db = createDatabase({ url: database.urlOf(service), applicationName: "test", schema: service, ...PATIENT });
  try {
    const rows = (await db(table).select("*")) as Record<string, unknown>[];
    const fields = [...new Set(machine.transitions.flatMap(({ sets = [] }) => sets))];
    expect(fields.filter((field) => !(columnOf(field) in rows[0]!))).toEqual([]);
    const offences = rows.flatMap((row) => {
      const { must, may } = fieldsIn(machine, String(row["state"]));
      return fields.flatMap((field) => {
        const filled = row[columnOf(field)] !== null;
        const wrong = filled ? !may.includes(field) : must.includes(field);
        return wrong
          ? [`${String(row[key])} in ${String(row["state"])}: ${field} ${filled ? "is" : "is not"} filled`]
          : [];
      });
    });
    expect(offences).toEqual([]);
    expect(seen.filter((state) => !rows.some((row) => row["state"] === state))).toEqual([]);
  } finally {
    await db.destroy();
  }
});
