/** Fills the tables of enforcement: bodies, certificates, benchmarks, inspections and measures. */
import type { Knex } from "knex";
import { insertRecords } from "../../../platform/database/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { DISCRETION_BENCHMARKS } from "../discretion-benchmark/discretion-benchmark.rows.js";
import { ENFORCEMENT_BODIES, STAFF_CERTIFICATES } from "../enforcement-body/enforcement-body.rows.js";
import { ENFORCEMENT_RECORDS } from "../enforcement-record/enforcement-record.rows.js";
import { ENFORCING_BUREAUS, benchmarksOf } from "./planned-benchmarks.js";
import { bodyRecord, certificateRecords, enforcementOf, type EnforcingBody } from "./planned-enforcement.js";

/** Their tables. */
export const ENFORCEMENT_TABLES = "enforcement_records, discretion_benchmarks, staff_certificates, enforcement_bodies";

/** The prefecture, whose bureaus issue the benchmarks of those below them. */
const PREFECTURE = "222400";

/** Bodies of the prefecture and below it that enforce; where the bureau of the prefecture issued benchmarks, the others go by them. */
export const enforcingBodies = ({ organizations }: DemonstrationWorld): EnforcingBody[] =>
  ENFORCING_BUREAUS.flatMap((bureau) => {
    const organs = organizations.filter(
      ({ role, uscc, name, divisionCode }) =>
        role === "agency" && uscc !== undefined && divisionCode.startsWith("2224") && name.includes(bureau),
    );
    const issuer = organs.find(({ divisionCode }) => divisionCode === PREFECTURE);
    return organs.map((organ) => ({
      ...{ organ, bureau },
      ...(issuer === undefined || issuer === organ ? {} : { benchmarksOf: issuer.id }),
    }));
  });

/** Fills the tables. */
export const seedEnforcement = async (db: Knex, world: DemonstrationWorld): Promise<void> => {
  const bodies = enforcingBodies(world);
  const certificates = bodies.map(certificateRecords);
  await insertRecords(db, ENFORCEMENT_BODIES, bodies.map(bodyRecord));
  await insertRecords(db, STAFF_CERTIFICATES, certificates.flat());
  await insertRecords(
    db,
    DISCRETION_BENCHMARKS,
    bodies
      .filter(({ organ }) => organ.divisionCode === PREFECTURE)
      .flatMap(({ organ, bureau }) => benchmarksOf(organ.id, bureau)),
  );
  await insertRecords(
    db,
    ENFORCEMENT_RECORDS,
    bodies.flatMap((body, place) =>
      enforcementOf(
        body,
        world,
        certificates[place]!.map(({ number }) => number),
      ),
    ),
  );
};
